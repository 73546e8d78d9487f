"""Learning the trust prior a whole day at a time, in columns.

What `prior_learning` does for one judgement after another, for histories whose days hold
many: judgements of one day do not see each other, so each day is one step of numpy.
"""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.columns import Floats, Places
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import WIDEST_VARIANCE, Fading
from stakeholders.scores.rows import distinct, pair_keys

FAR: Final = 500.0  # half-lives after which sums are brought nearer, long before 2 ** 1024

# Sums are kept of five kinds, one after another in the same two columns: all of a judge
# and all about somebody judged, what of these is a pair's own, and how it surprised.


class _Memory:
    """What is known of everybody in some judgements, as faded sums."""

    def __init__(self, seen: Judgements, fading: Fading) -> None:
        """Start knowing nothing; every person and pair in `seen` has a row."""
        self.seen, self.fading = seen, fading
        people = distinct(np.concatenate([seen.judge, seen.judged]))
        judge, judged = (np.searchsorted(people, end) for end in (seen.judge, seen.judged))
        keys, turned = (
            pair_keys(seen.judge, seen.judged),
            pair_keys(seen.judged, seen.judge),
        )
        pairs = np.append(distinct(keys), -1)  # the last row stays empty
        pair, back = (np.searchsorted(pairs[:-1], some) for some in (keys, turned))
        back = np.where(pairs[back] == turned, back, len(pairs) - 1)
        self.sizes = [*[len(people)] * 2, *[len(pairs)] * 3]
        starts = np.cumsum([0, *self.sizes])
        self.places = np.stack([judge, judged, pair, pair, pair]) + starts[:-1, None]
        self.back = back + starts[-2]
        self.total, self.weight = np.zeros((2, starts[-1]))
        self.everybody = np.zeros(3)  # sums of value, of squared error and of weight
        halves = [fading.judge, fading.judged, fading.judge, fading.judged, fading.common]
        self.half_lives, self.landmark = np.array(halves), 0.0

    def day(self, rows: slice) -> Floats:
        """Return the expected terms of one day's `rows`, a line of each, and learn them."""
        left = self._left(float(self.seen.day[rows.start]))
        mean, noise = self._usual(float(left[-1, 0]))
        places = self.places[:, rows]
        generosity, esteem, returned, evidence = self._expect(places, rows, left)
        value, weight = self.seen.value[rows], self.seen.weight[rows]
        expected = np.clip(mean + generosity + esteem + returned, -1.0, 1.0)
        of_judge, of_judged = value - mean - esteem, value - mean - generosity
        taught = [of_judge, of_judged, of_judge, of_judged, of_judge - generosity]
        counted = weight / left
        np.add.at(self.total, places.ravel(), (np.stack(taught) * counted).ravel())
        np.add.at(self.weight, places.ravel(), counted.ravel())
        sums = weight @ np.stack([value, (value - expected) ** 2, np.ones(len(value))], 1)
        self.everybody += sums / left[-1]
        same = np.ones(len(value))
        return np.stack([mean * same, generosity, esteem, returned, evidence, noise * same])

    def _left(self, day: float) -> NDArray[np.float64]:
        """Return how much of each kind of sum is left on `day`, the latest so far."""
        ago = (day - self.landmark) / self.half_lives
        if ago.max() < FAR:
            return np.exp2(-ago)[:, None]
        fade = np.repeat(np.exp2(-ago), self.sizes)
        self.total *= fade
        self.weight *= fade
        self.everybody *= np.exp2(-ago[-1])
        self.landmark = day
        return np.ones((len(ago), 1))

    def _usual(self, left: float) -> tuple[float, float]:
        """Return the mean of all judgements, and the variance of one around its prior."""
        value, error, weight = (self.everybody * left).tolist()
        shrink = self.fading.shrink
        return value / (shrink + weight), (WIDEST_VARIANCE * shrink + error) / (
            shrink + weight
        )

    def _expect(
        self, places: Places, rows: slice, left: NDArray[np.float64]
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """Return generosity, esteem, what is returned, and evidence, row by row."""
        asked = places.copy()
        asked[-1] = self.back[rows]
        total, weight = self.total[asked] * left, self.weight[asked] * left
        of_others = weight[:2] - weight[2:4]
        means = (total[:2] - total[2:4]) / (self.fading.shrink + of_others)
        returned = self.fading.rho * total[-1] / np.maximum(1.0, weight[-1])
        return means[0], means[1], returned, of_others[1]


def terms_by_day(seen: Judgements, fading: Fading) -> Floats:
    """Return the terms expected of each of `seen`, given only those of earlier days.

    Columns: mean, judge, judged, returned, evidence, noise.
    """
    memory = _Memory(seen, fading)
    starts = np.flatnonzero(np.diff(seen.day, prepend=-np.inf)).tolist()
    days = [memory.day(slice(*ends)) for ends in pairwise([*starts, len(seen)])]
    return np.concatenate([np.zeros((6, 0)), *days], axis=1).T
