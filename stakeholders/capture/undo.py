"""Undo: what came in together goes out together, but nobody's later work goes with it."""

from datetime import date
from itertools import batched

from django.db import models, transaction
from django.db.models import Min
from django.utils import timezone

from stakeholders.capture.intake import AT_ONCE, Tell
from stakeholders.capture.remember import remember
from stakeholders.models import (
    Batch,
    Interaction,
    Lesson,
    Participation,
    Place,
    Record,
    Repute,
    Role,
    Stakeholder,
    Standing,
    Tag,
    Tie,
    Trend,
    Unit,
    User,
)
from stakeholders.models.conversations import InteractionQuerySet
from stakeholders.standings import rebuild, reports

# What goes with a record: the model, and its field that leads to the record.
GOES_WITH: dict[type[Record], list[tuple[type[models.Model], str]]] = {
    Interaction: [
        (Participation, "interaction"),
        (Interaction.shared_with.through, "interaction"),
    ],
    Stakeholder: [
        (Tie, "source"),
        (Tie, "target"),
        (Place, "stakeholder"),
        (Standing, "stakeholder"),
        (Trend, "stakeholder"),
        (Repute, "stakeholder"),
        (Lesson, "judge"),
        (Lesson, "judged"),
        (Role, "stakeholder"),
        (Tag, "stakeholder"),
    ],
    Unit: [],
}


def undo(batch: Batch, by: User | None, tell: Tell) -> None:
    """Take back what `batch` added, with a last entry in each one's history.

    Kept, and still belonging to the batch, is what somebody has worked on since:
    conversations that were changed or added to, people who were changed or who occur
    in anything that did not come with the batch, and the units these people are in.
    """
    with transaction.atomic():
        first = Interaction.objects.filter(batch=batch).aggregate(day=Min("happened_on"))
        reports.forget(first["day"] or date.max)
        _remove(batch, Interaction, by, tell)
        _remove(batch, Stakeholder, by, tell)
        while _remove(batch, Unit, by, tell):
            pass  # a unit goes once the units below it are gone
        tell("standings worked out anew", 0, None)
        rebuild()
        batch.state, batch.ended_at = Batch.State.UNDONE, timezone.now()
        batch.save()


def kept_people(batch: Batch) -> models.QuerySet[Stakeholder]:
    """Return the people whom undoing `batch` left here."""
    return Stakeholder.objects.filter(batch=batch)


def kept_conversations(batch: Batch) -> InteractionQuerySet:
    """Return the conversations that undoing `batch` left here."""
    return Interaction.objects.filter(batch=batch)


def _remove(batch: Batch, model: type[Record], by: User | None, tell: Tell) -> int:
    """Delete what `batch` added to `model` and nobody has worked on; return how many."""
    doomed = list(_untouched(batch, model).values_list("pk", flat=True))
    reason = f"Undone: {batch.file_name}"
    done = 0
    for pks in batched(doomed, AT_ONCE):
        for part, field in GOES_WITH[model]:
            _delete(part, part._default_manager.filter(**{f"{field}__in": pks}), by, reason)
        _delete(model, model._default_manager.filter(pk__in=pks), by, reason)
        done += len(pks)
        tell(f"{model._meta.verbose_name_plural} taken back", done, len(doomed))
    return done


def _delete(
    model: type[models.Model], rows: models.QuerySet, by: User | None, reason: str
) -> None:
    """Delete `rows` of `model`, remembering them where it has a history."""
    if issubclass(model, Record) and (pks := list(rows.values_list("pk", flat=True))):
        remember(model, pks, "-", by, reason)
    rows._raw_delete(rows.db)


def _untouched(batch: Batch, model: type[Record]) -> models.QuerySet[Record]:
    """Return what `batch` added to `model` that was not changed and occurs nowhere else."""
    rows = model._default_manager.filter(batch=batch, version=1)
    goes_with = {part for part, _ in GOES_WITH[model]}
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        if not getattr(relation.field, "db_constraint", True):  # a history holds nothing
            continue
        other = relation.related_model
        uses = other._default_manager.filter(**{relation.field.name: models.OuterRef("pk")})
        if other in goes_with and issubclass(other, Record):
            uses = uses.exclude(batch=batch, version=1)
        elif other in goes_with:
            continue
        rows = rows.exclude(models.Exists(uses))
    return rows
