"""Promises: what we owe and what we are owed."""

from datetime import date
from typing import Final, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from stakeholders.models.access import Reader, seen_by
from stakeholders.models.base import Record, RecordQuerySet
from stakeholders.models.conversations import Interaction
from stakeholders.models.days import refuse_never, refuse_to_come
from stakeholders.models.people import Stakeholder

PERSON: Final = ("name", "layer")


class CommitmentQuerySet(RecordQuerySet["Commitment"]):
    """What can be asked of promises."""

    def current(self) -> Self:
        """Return what is not archived, nor made in an archived conversation."""
        return super().current().filter(interaction__archived_at=None)

    def visible_to(self, reader: Reader) -> Self:
        """Return the promises whose conversation `reader` may see, if they have one."""
        if not reader.is_authenticated:
            return self.none()
        return self.filter(Q(interaction=None) | seen_by(reader, "interaction__"))

    def open(self) -> Self:
        """Return what is still to be kept."""
        return self.filter(state=Commitment.State.OPEN)

    def unclosed(self) -> Self:
        """Return the same as `open`, for whoever asks for few, found by something else.

        SQLite prefers the index of states, and reads all that is open anywhere.
        """
        closed = [one for one in Commitment.State if one != Commitment.State.OPEN]
        return self.exclude(state__in=closed)

    def due_by(self, day: date) -> Self:
        """Return what is due on `day` or before."""
        return self.filter(due_on__lte=day)

    def of_person(self, person: int) -> Self:
        """Return what `person` (an id) promised or was promised."""
        return self.filter(Q(promiser=person) | Q(promisee=person))

    def in_brief(self) -> Self:
        """Return what a list tells of each: what, when, who to whom; the rest later."""
        ends = [f"{end}__{name}" for end in ("promiser", "promisee") for name in PERSON]
        told = self.select_related("promiser", "promisee")
        return told.only("what", "due_on", *ends)

    def we_owe(self) -> Self:
        """Return what our team promised others."""
        team = Stakeholder.Layer.TEAM
        return self.filter(promiser__layer=team).exclude(promisee__layer=team)

    def owed_to_us(self) -> Self:
        """Return what others promised our team."""
        team = Stakeholder.Layer.TEAM
        return self.filter(promisee__layer=team).exclude(promiser__layer=team)


class Commitment(Record):
    """A promise one person made to another."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        KEPT = "kept", "Kept"
        LATE = "late", "Kept late"
        BROKEN = "broken", "Broken"
        RELEASED = "released", "Released"

    promiser = models.ForeignKey(
        Stakeholder,
        models.PROTECT,
        related_name="promises_made",
        verbose_name="who promised",
    )
    promisee = models.ForeignKey(
        Stakeholder,
        models.PROTECT,
        related_name="promises_received",
        verbose_name="to whom",
    )
    what = models.CharField(max_length=300)
    made_on = models.DateField(default=timezone.localdate, validators=[refuse_to_come])
    due_on = models.DateField("due", null=True, blank=True, validators=[refuse_never])
    state = models.CharField(max_length=20, choices=State, default=State.OPEN)
    closed_on = models.DateField(
        "closed", null=True, blank=True, validators=[refuse_to_come]
    )
    interaction = models.ForeignKey(
        Interaction, models.SET_NULL, null=True, blank=True, related_name="commitments"
    )
    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = [F("due_on").asc(nulls_last=True), "pk"]
        verbose_name = "promise"
        indexes = [
            models.Index(fields=["state", "due_on"]),
            models.Index(fields=["closed_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(promiser=F("promisee")),
                name="promise_between_two",
                violation_error_message="Choose two different people.",
            ),
            models.CheckConstraint(
                condition=~Q(what=""),
                name="promise_says_what",
                violation_error_message="Say what was promised.",
            ),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("made_on")),
                name="promise_due_after_made",
                violation_error_message="It is due before it was made.",
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_on=None)
                | (~Q(state="open") & Q(closed_on__isnull=False)),
                name="promise_closed_with_a_day",
                violation_error_message="A closed promise needs the day it was closed, "
                "an open one has none.",
            ),
        ]

    def __str__(self) -> str:
        """Return what was promised."""
        return self.what

    def close(self, state: str, on: date) -> None:
        """Close as kept, late, broken or released; kept after it was due counts as late."""
        late = self.due_on is not None and on > self.due_on
        kept_late = state == self.State.KEPT and late
        self.state = self.State.LATE if kept_late else self.State(state)
        self.closed_on = on

    def reopen(self) -> None:
        """Make it open again."""
        self.state, self.closed_on = self.State.OPEN, None
