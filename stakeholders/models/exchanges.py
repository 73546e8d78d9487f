"""Exchanges: what one person gave another in a conversation."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from stakeholders.models.access import Reader, seen_by
from stakeholders.models.base import Record, RecordQuerySet
from stakeholders.models.conversations import Interaction
from stakeholders.models.people import Stakeholder


class ExchangeQuerySet(RecordQuerySet["Exchange"]):
    """What can be asked of what was given."""

    def visible_to(self, reader: Reader) -> Self:
        """Return what was given in conversations `reader` may see."""
        return self.filter(seen_by(reader, "interaction__"))


class Exchange(Record):
    """Something one person gave another in a conversation."""

    class Kind(models.TextChoices):
        HELP = "help", "Help"
        INFORMATION = "information", "Information"
        INTRODUCTION = "introduction", "Introduction"
        FEEDBACK = "feedback", "Feedback"
        APPROVAL = "approval", "Approval"
        CREDIT = "credit", "Credit"
        BLAME = "blame", "Blame"
        ESCALATION = "escalation", "Escalation"

    interaction = models.ForeignKey(Interaction, models.CASCADE, related_name="exchanges")
    giver = models.ForeignKey(Stakeholder, models.PROTECT, related_name="given")
    receiver = models.ForeignKey(Stakeholder, models.PROTECT, related_name="received")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.HELP)
    weight = models.PositiveSmallIntegerField(
        default=1, help_text="1 (a moment) to 5 (weeks of work)."
    )
    note = models.CharField(max_length=300, blank=True)
    objects = ExchangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")),
                name="exchange_between_two",
                violation_error_message="Choose two different people.",
            ),
            models.CheckConstraint(
                condition=Q(weight__range=(1, 5)),
                name="exchange_weight_1_to_5",
                violation_error_message="The weight goes from 1 to 5.",
            ),
        ]

    def __str__(self) -> str:
        """Return what was given, by whom, to whom."""
        return f"{self.get_kind_display()} from {self.giver} to {self.receiver}"
