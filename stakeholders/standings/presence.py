"""Presence: the last day on which each person was in touch with anybody.

Only a forecast that this site's own history taught makes use of it (see `calibrating`).
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from django.db.models import Max

from stakeholders.models import Standing, Tie
from stakeholders.scores.columns import Days, Ids
from stakeholders.scores.sums import PairSums
from stakeholders.standings.pooling import US

ALWAYS: Final = np.iinfo(np.int32).max  # our side as one is never away


@dataclass(frozen=True, slots=True)
class Presence:
    """The last day (ordinal) of each person, in order of id; 0: not known."""

    people: Ids
    day: Days

    @classmethod
    def of_rows(cls, rows: list[tuple[int, int]]) -> Self:
        """Return what `rows` of id and day say, in any order."""
        people, day = np.array(sorted(rows), np.int64).reshape(-1, 2).T
        return cls(people, day.astype(np.int32))

    @classmethod
    def in_sums(cls, sums: PairSums) -> Self:
        """Return what `sums` of every pair say."""
        people, place = np.unique(sums.source, return_inverse=True)
        day = np.zeros(len(people), np.int32)
        np.maximum.at(day, place, sums.last_day)
        return cls(people, day)

    @classmethod
    def in_ties(cls) -> Self:
        """Return what all ties say, in one query."""
        last = Tie.objects.order_by().values_list("source").annotate(Max("last_day"))
        return cls.of_rows(list(last))

    @classmethod
    def kept(cls) -> Self:
        """Return what was kept when the site was last settled, in one query."""
        return cls.of_rows(list(Standing.objects.values_list("pk", "seen")))

    def of(self, people: Ids) -> Days:
        """Return the day of each of `people` (ids)."""
        if not len(self.people):
            return np.zeros(len(people), np.int32)
        place = np.minimum(np.searchsorted(self.people, people), len(self.people) - 1)
        return np.where(self.people[place] == people, self.day[place], 0)

    def of_pairs(self, sums: PairSums) -> Days:
        """Return, per row of `sums`, the day of the one of the two who is away longer."""
        ends = (sums.source, sums.target)
        days = (np.where(end == US, ALWAYS, self.of(end)) for end in ends)
        return np.minimum(*days)
