"""Talks: how conversations went, over a period and month by month, as they are marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from stakeholders.models import Interaction
from stakeholders.scores.quality import informality, listening
from stakeholders.scores.shares import share_interval
from stakeholders.standings import talk_days
from stakeholders.standings.scope import Period, Scope
from stakeholders.standings.talk_days import Counts, Days
from stakeholders.standings.tally import Estimate


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


def by_day(scope: Scope, period: Period) -> Days:
    """Return the counts of Talks of each day of `period` with the people of `scope`.

    Everybody's are kept by the day; a narrower scope is counted anew. In one query.
    """
    if not scope.narrow:
        return talk_days.kept(period)
    talks = Interaction.objects.current().with_any(scope.people())
    return talk_days.counted(talks.filter(happened_on__range=(period.first, period.last)))


def within(days: Days, period: Period) -> Talks:
    """Return how the conversations of those `days` went that are in `period`."""
    return _together(
        counts for day, counts in days.items() if period.first <= day <= period.last
    )


def by_month(days: Days) -> list[tuple[date, Talks]]:
    """Return the same for every month that has any, the oldest first."""
    months: dict[date, list[Counts]] = {}
    for day, counts in days.items():
        months.setdefault(day.replace(day=1), []).append(counts)
    return [(month, _together(months[month])) for month in sorted(months)]


def _together(counts: Iterable[Counts]) -> Talks:
    """Return the counts of several days as one."""
    return Talks(*map(sum, zip(*counts, strict=True)))
