"""Scored: pair sums with the scores, intervals and expectations that follow from them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from stakeholders.scores.columns import Days
from stakeholders.scores.intervals import PairIntervals, pair_intervals
from stakeholders.scores.pairs import PairScores, Ways, pair_scores
from stakeholders.scores.prior import Terms
from stakeholders.scores.sums import PairSums
from stakeholders.scores.usual import Usual
from stakeholders.standings.relationship import Near, Relationship, relationships

type Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores and the sums they come from, row by row, as of one day."""

    day: date
    usual: Usual
    scores: PairScores
    there: PairSums  # from the source of each row of `scores` to its target
    back: PairSums  # from the target to the source
    expected: Terms  # row by row of the sums the `ways` are of
    ways: Ways
    seen: Days  # last day of the one away longer, see `pair_scores`

    def __len__(self) -> int:
        """Return how many relationships there are."""
        return len(self.scores.source)

    @property
    def expected_there(self) -> Terms:
        """Return how far each row's target may expect to count on its source."""
        return self.expected.take(self.ways.forth)

    @property
    def expected_back(self) -> Terms:
        """Return how far each row's source may expect to count on its target."""
        return self.expected.take(self.ways.other)

    def rows(self, places: Collection[int] | Places) -> list[Relationship]:
        """Return the relationships at `places` for a page to show, with their intervals."""
        wanted = np.asarray(places, np.intp)
        return relationships(self, wanted, Near(lambda: self._intervals(wanted)))

    def _intervals(self, places: Places) -> PairIntervals:
        """Return the intervals of the rows at `places`."""
        ends = self.expected_there, self.expected_back
        return pair_intervals(
            self.there.take(places),
            self.back.take(places),
            at=self.day,
            rules=settings.RULES,
            usual=self.usual,
            expected=(ends[0].total[places], ends[1].total[places]),
        )


def score(  # noqa: PLR0913 each is asked for by name
    sums: PairSums,
    usual: Usual,
    terms: Terms,
    seen: Days,
    *,
    day: date,
    ways: Ways | None = None,
) -> Scored:
    """Return `sums`, which are faded to `day`, with their scores.

    terms: per row, how far its target may expect to count on its source. seen: per row,
    see `pair_scores`. ways: those of `sums`, where they are known already.
    """
    ways = ways or Ways.of(sums, usual)
    return Scored(
        day,
        usual,
        pair_scores(
            sums,
            at=day,
            rules=settings.RULES,
            usual=usual,
            prior=terms.total,
            seen=seen,
            ways=ways,
        ),
        ways.there,
        ways.back,
        terms,
        ways,
        seen[ways.forth],
    )
