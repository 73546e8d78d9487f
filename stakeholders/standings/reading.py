"""Reading: scores of the day, computed in columns from the ties a page asks for."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np
from django.conf import settings
from django.db.models import Q
from numpy.typing import NDArray

from stakeholders.models import Tie
from stakeholders.scores.intervals import PairIntervals, pair_intervals
from stakeholders.scores.pairs import PairScores, pair_scores
from stakeholders.scores.sums import PairSums
from stakeholders.scores.usual import Usual
from stakeholders.standings import columns
from stakeholders.standings.pooling import US, pooled
from stakeholders.standings.relationship import Relationship, relationship
from stakeholders.standings.sides import our_people, usual


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores and the sums they come from, row by row, as of one day."""

    day: date
    usual: Usual
    scores: PairScores
    there: PairSums  # from the source of each row of `scores` to its target
    back: PairSums  # from the target to the source

    def rows(self, places: Collection[int] | NDArray[np.intp]) -> list[Relationship]:
        """Return the relationships at `places` for a page to show, with their intervals."""
        wanted = np.asarray(places, np.intp)
        near = self._intervals(np.sort(wanted))
        ranks = np.argsort(np.argsort(wanted))
        return [
            relationship(self, int(place), near, int(rank))
            for place, rank in zip(wanted, ranks, strict=True)
        ]

    def _intervals(self, places: NDArray[np.intp]) -> PairIntervals:
        """Return the intervals of the rows at `places`, which must ascend."""
        parts = self.there.take(places), self.back.take(places)
        names = (field.name for field in fields(PairSums))
        both = PairSums(*(np.concatenate([getattr(p, n) for p in parts]) for n in names))
        sums = both.take(np.lexsort((both.target, both.source)))
        return pair_intervals(sums, at=self.day, rules=settings.RULES, usual=self.usual)


def with_us(people: Collection[int], *, day: date) -> dict[int, Relationship]:
    """Return how our side as a whole stands with each of `people` (ids).

    The source of every relationship is 0, our side. Who has no tie with us is absent.
    """
    scored = all_with_us(people, day=day)
    found = scored.rows(range(len(scored.scores.source)))
    return {one.target: one for one in found}


def ties_of(person: int, *, day: date) -> list[Relationship]:
    """Return every relationship of `person` (an id), the strongest first.

    Either end may be `person`: our people come first in a pair, else the lower id.
    """
    here = _shown().filter(Q(source=person) | Q(target=person))
    scored = _score(columns.read(here, day=day), usual(), day)
    return scored.rows((-scored.scores.strength).argsort(kind="stable"))


def between(people: Collection[int], *, day: date) -> Scored:
    """Return every relationship among `people` (ids), in columns."""
    among = Tie.objects.filter(source__in=people, target__in=people)
    return _score(columns.read(among, day=day), usual(), day)


def all_with_us(people: Collection[int] | None, *, day: date) -> Scored:
    """Return how our side stands with `people` (ids; None: everybody), in columns."""
    ours = our_people().values("pk")
    to_them, from_them = _shown().filter(source__in=ours), _shown().filter(target__in=ours)
    if people is not None:
        to_them = to_them.filter(target__in=people)
        from_them = from_them.filter(source__in=people)
    sums = pooled(columns.read(to_them, day=day), columns.read(from_them, day=day))
    site = usual()
    us = site.ours[:1] * 0 + US  # one side, or none where nobody is marked as our team
    return _score(sums, replace(site, ours=us), day)


def everybody(*, day: date) -> Scored:
    """Return every relationship between people who are not archived, in columns."""
    return _score(columns.read(_shown(), day=day), usual(), day)


def _shown() -> columns.Ties:
    """Return the ties between people who are not archived."""
    return Tie.objects.filter(source__archived_at=None, target__archived_at=None)


def _score(sums: PairSums, usual: Usual, day: date) -> Scored:
    """Return `sums`, which are faded to `day`, with their scores."""
    scores = pair_scores(sums, at=day, rules=settings.RULES, usual=usual)
    forth, _ = usual.directions(sums)
    there, back = sums.take(forth), sums.take(sums.opposite()[forth])
    return Scored(day, usual, scores, there, back)
