"""Keeping ties true: whatever the administration does to the evidence is folded at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest

from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
)
from stakeholders.standings import fold, people_changed, rebuild, talks_changed

MANY = 400  # people at once, from whom on summing everything anew is the shorter way

# Whose ties a record can change: in which rows, by which field of theirs, at which ends.
REACH: dict[type[models.Model], list[tuple[type[models.Model], str, tuple[str, ...]]]] = {
    Interaction: [
        (Participation, "interaction", ("stakeholder",)),
        (Exchange, "interaction", ("giver", "receiver")),
        (Commitment, "interaction", ("promiser", "promisee")),
    ],
    Exchange: [(Exchange, "pk", ("giver", "receiver"))],
    Commitment: [(Commitment, "pk", ("promiser", "promisee"))],
}


def everybody_in(model: type[models.Model], pks: Sequence[Any]) -> set[int]:
    """Return the ids of all whose ties the records `pks` of `model` can change."""
    return {
        person
        for part, way, ends in REACH.get(model, [])
        for row in part._default_manager.filter(**{f"{way}__in": pks}).values_list(*ends)
        for person in row
    }


def days_of(model: type[models.Model], pks: Sequence[Any]) -> set[date]:
    """Return the days of the records `pks`, if they are conversations."""
    if model is not Interaction:
        return set()
    return set(Interaction.objects.filter(pk__in=pks).values_list("happened_on", flat=True))


@contextmanager
def folded(model: type[models.Model], pks: Sequence[Any]) -> Iterator[None]:
    """Change the records `pks` of `model`, and with them the ties, or neither."""
    with transaction.atomic():
        before, days = everybody_in(model, pks), days_of(model, pks)
        yield
        _follow(model, pks, before | everybody_in(model, pks), days)


def _follow(
    model: type[models.Model], pks: Sequence[Any], people: set[int], days: set[date]
) -> None:
    """Bring up to date what the records `pks` say, and the ties among `people` (ids).

    days: those on which they were before.
    """
    talks_changed(days | days_of(model, pks))
    if model is Stakeholder:
        people_changed(pks)
    elif len(people) > MANY:
        rebuild()
    elif people:
        fold(people)


class Folding(admin.ModelAdmin):
    """Saving and deleting in the administration, with the ties that follow."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Save, remembering who was in it before."""
        pks = [obj.pk] if change else []
        form.were_in_it, form.were_on = (
            found(self.model, pks) for found in (everybody_in, days_of)
        )
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: Any
    ) -> None:
        """Save the rows below, then fold everybody who was or is in it."""
        super().save_related(request, form, formsets, change)
        pk = form.instance.pk
        people = form.were_in_it | everybody_in(self.model, [pk])
        _follow(self.model, [pk], people, form.were_on)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete one record, and what it said about ties."""
        with folded(self.model, [obj.pk]):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """Delete several records one by one, so that each leaves its history."""
        with folded(self.model, list(queryset.values_list("pk", flat=True))):
            super().delete_queryset(request, queryset)
