"""Undo: what came in together goes out together, but nobody's later work goes with it."""

from itertools import batched

from django.db import models, transaction
from django.db.models.deletion import Collector
from django.utils import timezone

from stakeholders.capture.intake import AT_ONCE, Tell
from stakeholders.models import (
    Batch,
    Interaction,
    Participation,
    Place,
    Record,
    Stakeholder,
    Tie,
    Unit,
    User,
)
from stakeholders.standings import rebuild

# What goes with a record and does not keep it here.
GOES_WITH: dict[type[Record], tuple[type[models.Model], ...]] = {
    Interaction: (Participation,),
    Stakeholder: (Tie, Place),
    Unit: (),
}


def undo(batch: Batch, by: User | None, tell: Tell) -> None:
    """Take back what `batch` added, with a last entry in each one's history.

    Kept, and still belonging to the batch, is what somebody has worked on since:
    conversations that were changed or added to, people who were changed or who occur
    in anything that did not come with the batch, and the units these people are in.
    """
    with transaction.atomic():
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


def kept_conversations(batch: Batch) -> models.QuerySet[Interaction]:
    """Return the conversations that undoing `batch` left here."""
    return Interaction.objects.filter(batch=batch)


def _remove(batch: Batch, model: type[Record], by: User | None, tell: Tell) -> int:
    """Delete what `batch` added to `model` and nobody has worked on; return how many."""
    records = list(_untouched(batch, model))
    done = 0
    for some in batched(records, AT_ONCE):
        for record in some:
            record._history_user = by  # type: ignore[attr-defined]
            record._change_reason = f"Undone: {batch.file_name}"[:100]  # type: ignore[attr-defined]
        doomed = Collector(using=records[0]._state.db or "default")
        doomed.collect(some)
        doomed.delete()
        done += len(some)
        tell(f"{model._meta.verbose_name_plural} taken back", done, len(records))
    return done


def _untouched(batch: Batch, model: type[Record]) -> models.QuerySet[Record]:
    """Return what `batch` added to `model` that was not changed and occurs nowhere else."""
    rows = model._default_manager.filter(batch=batch, version=1)
    for relation in model._meta.related_objects:
        other = relation.related_model
        if other in GOES_WITH[model]:
            continue
        uses = other._default_manager.filter(**{relation.field.name: models.OuterRef("pk")})
        if issubclass(other, Record):
            uses = uses.exclude(batch=batch, version=1)
        rows = rows.exclude(models.Exists(uses))
    return rows
