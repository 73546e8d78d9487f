"""Talks: how conversations went, over a period and month by month, as they are marked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from stakeholders.models import Interaction
from stakeholders.models.conversations import InteractionQuerySet
from stakeholders.scores.quality import informality, listening, share_interval
from stakeholders.standings.scope import Period, Scope
from stakeholders.standings.tally import Estimate

COUNTED = {
    "conversations": Count("pk"),
    **{mark: Count("pk", Q(**{mark: True})) for mark in ("asked", "listened", "told")},
    **{kind: Count("pk", Q(formality=kind)) for kind in ("formal", "informal")},
}


@dataclass(frozen=True, slots=True)
class Talks:
    """How many conversations there were, and how many bear each mark."""

    conversations: int = 0
    asked: int = 0
    listened: int = 0
    told: int = 0
    formal: int = 0
    informal: int = 0

    @property
    def listening(self) -> Estimate:
        """Return how much of what we did was asking and listening: 0..1."""
        heard, told = np.float64(self.asked + self.listened), np.float64(self.told)
        value = listening(np.float64(self.asked), np.float64(self.listened), told)
        return Estimate.of(value, *share_interval(heard, told))

    @property
    def informality(self) -> Estimate:
        """Return the share of informal ones, of those marked: 0..1."""
        free, formal = np.float64(self.informal), np.float64(self.formal)
        return Estimate.of(informality(free, formal), *share_interval(free, formal))


def over(scope: Scope, period: Period) -> Talks:
    """Return how conversations with the people of `scope` went in `period`."""
    return Talks(**_of(scope, period).aggregate(**COUNTED))


def by_month(scope: Scope, period: Period) -> list[tuple[date, Talks]]:
    """Return the same for every month of `period` that had any, the oldest first."""
    months: Any = _of(scope, period).order_by().annotate(month=TruncMonth("happened_on"))
    rows = months.values("month").annotate(**COUNTED).order_by("month")
    return [(row.pop("month"), Talks(**row)) for row in rows]


def _of(scope: Scope, period: Period) -> InteractionQuerySet:
    """Return the conversations that count."""
    talks = Interaction.objects.current().filter(
        happened_on__range=(period.first, period.last)
    )
    return talks.with_any(scope.people()) if scope.narrow else talks
