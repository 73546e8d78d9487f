"""Plans: conversations to have, those to leave for now, and when somebody last looked."""

from datetime import date, datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from stakeholders.models.access import Reader
from stakeholders.models.base import Record, RecordQuerySet
from stakeholders.models.conversations import Interaction
from stakeholders.models.days import refuse_never
from stakeholders.models.people import Stakeholder
from stakeholders.models.prepared import prepared

VISIT_ENDS_AFTER = timedelta(hours=4)  # without a look; a lunch is shorter
SEEN_TO_THE = timedelta(minutes=30)  # how exactly the last look is kept, to write seldom


class PlanQuerySet(RecordQuerySet["Plan"]):
    """What can be asked of plans."""

    def visible_to(self, reader: Reader) -> Self:
        """Return the plans `reader` may see: all, once signed in."""
        return self if reader.is_authenticated else self.none()

    def open(self) -> Self:
        """Return what is still to be had: undoing the conversation that kept it counts."""
        return self.current().filter(
            Q(kept_by=None) | Q(kept_by__archived_at__isnull=False)
        )

    def due_by(self, day: date) -> Self:
        """Return what is planned for `day` or before."""
        return self.filter(planned_on__lte=day)

    def keep(self, conversation: Interaction, people: set[int]) -> None:
        """Close what was planned before `conversation`, which `people` (ids) have had."""
        for plan in _planned(people=sorted(people), by=conversation.happened_on):
            plan.kept_by = conversation
            plan.save()


@prepared
def _planned(*, people: list[int], by: date) -> PlanQuerySet:
    """Return the open plans of any of `people` (ids) with another, made by a day."""
    had = Plan.objects.open().filter(stakeholder__in=people, keeper__in=people)
    return had.filter(created_at__date__lte=by)


class Plan(Record):
    """One of us means to speak with somebody, on a day."""

    stakeholder = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="plans", verbose_name="with whom"
    )
    keeper = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="plans_to_keep", verbose_name="who of us"
    )
    planned_on = models.DateField("when", validators=[refuse_never])
    about = models.CharField("about what", max_length=300, blank=True)
    kept_by = models.ForeignKey(
        Interaction,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="plans_kept",
        help_text="The conversation that came of it.",
    )
    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["planned_on", "pk"]
        indexes = [models.Index(fields=["keeper", "planned_on"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(stakeholder=F("keeper")),
                name="plan_between_two",
                violation_error_message="Choose two different people.",
            ),
        ]

    def __str__(self) -> str:
        """Return who means to speak with whom, and when."""
        return f"{self.keeper} with {self.stakeholder} on {self.planned_on:%-d %b %Y}"


class Snooze(models.Model):
    """Somebody does not want to be reminded of a person before a day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    stakeholder = models.ForeignKey(Stakeholder, models.CASCADE, related_name="snoozes")
    until = models.DateField(help_text="The first day it may be suggested again.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "stakeholder"], name="snoozed_once")
        ]

    def __str__(self) -> str:
        """Return whom it is about, and until when."""
        return f"{self.stakeholder_id} not before {self.until}"


class Visit(models.Model):
    """When a user last looked at Today, and how people stood then."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="visit"
    )
    seen_at = models.DateTimeField(default=timezone.now)
    since = models.DateTimeField(null=True, help_text="The end of the visit before.")
    bands = models.JSONField(default=dict, help_text="Band by person, as seen last.")
    bands_before = models.JSONField(default=dict, help_text="The same, the visit before.")

    def __str__(self) -> str:
        """Return whose visit it is."""
        return f"{self.user_id} at {self.seen_at}"

    def look(self, now: datetime, bands: dict[str, Any]) -> None:
        """Remember that the user looks, writing at most every half hour.

        bands: how people stand now, by id. After some hours without a look a new visit
        begins, and what was seen last becomes what changes are told against.
        """
        away = now - self.seen_at
        if not self._state.adding and away < SEEN_TO_THE:
            return
        if away >= VISIT_ENDS_AFTER:
            self.since, self.bands_before = self.seen_at, self.bands
        self.seen_at, self.bands = now, bands
        kept = ["seen_at", "since", "bands", "bands_before"]
        Visit.objects.bulk_create(  # two windows may look at one moment
            [self], update_conflicts=True, unique_fields=["user"], update_fields=kept
        )
