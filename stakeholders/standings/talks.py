"""Talks: how conversations went, over a period and month by month, as they are marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from stakeholders.scores.quality import informality, listening
from stakeholders.scores.shares import share_interval
from stakeholders.standings import scoped_days, talk_days
from stakeholders.standings.scope import Period, Scope
from stakeholders.standings.talk_days import Counts, Months
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


def by_month(scope: Scope, period: Period, word: Any) -> Months:
    """Return the counts of Talks month by month, with the people of `scope`.

    Of `period`, which is told apart, and of the year before it.
    word: of people, see `models.stamps`, read before.
    """
    both = Period(period.year_before().first, period.last)
    if not scope.narrow:
        return talk_days.months_kept(both, period.first)
    return talk_days.months_of(scoped_days.counted(scope, both, word), period.first)


def in_period(months: Months, *, lately: bool) -> Talks:
    """Return how conversations went; lately: in the period, else in the year before."""
    return _together(counts for _, late, counts in months if late == lately)


def each_month(months: Months) -> list[tuple[date, Talks]]:
    """Return the same for every month that has any, the oldest first."""
    found: dict[str, list[Counts]] = {}
    for month, _, counts in months:
        found.setdefault(month, []).append(counts)
    return [
        (date.fromisoformat(f"{month}-01"), _together(found[month]))
        for month in sorted(found)
    ]


def _together(counts: Iterable[Counts]) -> Talks:
    """Return several counts as one."""
    return Talks(*talk_days.together(counts))
