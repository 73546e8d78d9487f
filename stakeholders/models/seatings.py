"""Seatings: who took part in a conversation before that was changed.

The history of a conversation keeps its own row and nobody's seat. Whoever changes the
seats first keeps them here, beside the newest entry of the history; an entry without a
seating of its own had the seats that the next seating after it tells of.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max

from stakeholders.models.conversations import Interaction, Participation, Seat
from stakeholders.models.people import Stakeholder

SEAT = ("stakeholder", "initiator", "mood")  # what a seat says, in this order
GONE = "Nobody knows any more who took part in it, so it cannot come back."


class Seating(models.Model):
    """Who took part, as one entry of a conversation's history knew it."""

    entry = models.OneToOneField(
        Interaction.history.model, models.CASCADE, primary_key=True, related_name="seating"
    )
    seats = models.JSONField(help_text="[[stakeholder id, reached out, mood], ...]")

    def __str__(self) -> str:
        """Return how many took part."""
        return f"{len(self.seats)} people"


def keep_seats(*conversations: int) -> None:
    """Keep who takes part in `conversations` (ids) now; call before that changes."""
    entries = Interaction.history.filter(id__in=conversations).order_by()
    newest = entries.values("id").annotate(last=Max("history_id"))
    seats: dict[int, list[Any]] = {talk: [] for talk in conversations}
    sitting = Participation.objects.filter(interaction__in=conversations)
    for talk, *seat in sitting.values_list("interaction", *SEAT):
        seats[talk].append(seat)
    Seating.objects.bulk_create(
        [Seating(entry_id=one["last"], seats=seats[one["id"]]) for one in newest],
        ignore_conflicts=True,  # an entry keeps what was kept beside it first
    )


def seats_at(entry: Any) -> list[Seat]:
    """Return who took part as of `entry` of a conversation's history, as far as known."""
    later = Seating.objects.filter(entry__id=entry.id, entry_id__gte=entry.pk)
    kept = later.order_by("entry_id").first()
    return [Seat(*one) for one in kept.seats] if kept else seats_now(entry.id)


def seats_now(conversation: int) -> list[Seat]:
    """Return who takes part in `conversation` (an id) now."""
    seats = Participation.objects.filter(interaction=conversation)
    return [Seat(*row) for row in seats.values_list(*SEAT)]


def seat_again(conversation: Interaction, entry: Any) -> None:
    """Let those take part in `conversation` who did as of `entry` of its history.

    Whoever is gone for good stays out. Keep the seats first. Raises ValidationError where
    less than two are left.
    """
    wanted = seats_at(entry)
    people = Stakeholder.objects.filter(pk__in=[one.stakeholder for one in wanted])
    known = set(people.values_list("pk", flat=True))
    back = [one for one in wanted if one.stakeholder in known]
    if len(back) < 2:
        raise ValidationError(GONE)
    if set(back) == set(seats_now(conversation.pk)):
        return
    conversation.participations.all().delete()
    Participation.objects.seat(conversation.pk, back)
