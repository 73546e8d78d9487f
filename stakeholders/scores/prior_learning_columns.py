"""Learning the trust prior a whole day at a time, in columns.

What `prior_learning` does for one judgement after another, for histories whose days hold
many: judgements of one day do not see each other, so each day is one step of numpy.
"""

import numpy as np

from stakeholders.scores.columns import Floats, Places
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import WIDEST_VARIANCE, Fading
from stakeholders.scores.rows import distinct, pair_keys

FAR = 500.0  # half-lives after which sums are brought nearer, long before 2 ** 1024


class _Sums:
    """Weighted sums, one row per key, that all fade with one half-life."""

    def __init__(self, count: int, half_life: float, start: float) -> None:
        """Start empty, as seen from the day `start`."""
        self.total, self.weight = np.zeros(count), np.zeros(count)
        self.half_life, self.landmark = half_life, start

    def left(self, day: float) -> float:
        """Return how much of the sums is left on `day`, the latest so far."""
        ago = (day - self.landmark) / self.half_life
        if ago < FAR:
            return float(2.0**-ago)
        self.total *= 2.0**-ago
        self.weight *= 2.0**-ago
        self.landmark = day
        return 1.0

    def at(self, rows: Places, day: float) -> tuple[Floats, Floats]:
        """Return total and weight of `rows`, faded to `day`."""
        left = self.left(day)
        return self.total[rows] * left, self.weight[rows] * left

    def add(self, rows: Places, values: Floats, weights: Floats, day: float) -> None:
        """Add `values`, counted `weights` times, to `rows` on `day`."""
        weights = weights / self.left(day)
        np.add.at(self.total, rows, values * weights)
        np.add.at(self.weight, rows, weights)


class Memory:
    """What is known of everybody in some judgements, as faded sums."""

    def __init__(self, seen: Judgements, fading: Fading) -> None:
        """Start knowing nothing; every person and pair in `seen` has a row."""
        self.seen, self.fading = seen, fading
        people = distinct(np.concatenate([seen.judge, seen.judged]))
        self.judge, self.judged = (
            np.searchsorted(people, end) for end in (seen.judge, seen.judged)
        )
        keys = pair_keys(seen.judge, seen.judged)
        pairs = np.append(distinct(keys), -1)  # the last row stays empty
        self.pair, back = (
            np.searchsorted(pairs[:-1], some)
            for some in (keys, pair_keys(seen.judged, seen.judge))
        )
        there = pairs[back] == pair_keys(seen.judged, seen.judge)
        self.back = np.where(there, back, len(pairs) - 1)
        start = float(seen.day[0]) if len(seen) else 0.0
        halves = fading.judge, fading.judged, fading.common
        self.of_judge, self.of_judged = (_Sums(len(people), h, start) for h in halves[:2])
        self.own = [_Sums(len(pairs), h, start) for h in halves]
        self.mean, self.error = (_Sums(1, fading.common, start) for _ in range(2))

    def day(self, rows: slice) -> Floats:
        """Return the expected terms of one day's `rows`, one line each, and learn them."""
        day = float(self.seen.day[rows.start])
        terms = self._expect(rows, day)
        mean, generosity, esteem, returned, *_ = terms
        value, weight = self.seen.value[rows], self.seen.weight[rows]
        total = np.clip(mean + generosity + esteem + returned, -1.0, 1.0)
        everybody = np.zeros(len(value), np.intp)
        self.mean.add(everybody, value, weight, day)
        self.error.add(everybody, (value - total) ** 2, weight, day)
        about_judge, about_judged = value - mean - esteem, value - mean - generosity
        self.of_judge.add(self.judge[rows], about_judge, weight, day)
        self.of_judged.add(self.judged[rows], about_judged, weight, day)
        taught = about_judge, about_judged, about_judge - generosity
        for own, lesson in zip(self.own, taught, strict=True):
            own.add(self.pair[rows], lesson, weight, day)
        return np.array(terms).T

    def _expect(self, rows: slice, day: float) -> tuple[Floats, ...]:
        """Return mean, judge, judged, returned, evidence and noise of one day's `rows`."""
        shrink, pair, same = (
            self.fading.shrink,
            self.pair[rows],
            np.ones(len(self.pair[rows])),
        )
        generosity, _ = self._of_others(
            self.of_judge, self.judge[rows], self.own[0], pair, day
        )
        esteem, evidence = self._of_others(
            self.of_judged, self.judged[rows], self.own[1], pair, day
        )
        surprise, weight = self.own[2].at(self.back[rows], day)
        whole, known = self.mean.at(np.zeros(1, np.intp), day)
        errors, _ = self.error.at(np.zeros(1, np.intp), day)
        return (
            same * whole / (shrink + known),
            generosity,
            esteem,
            self.fading.rho * surprise / np.maximum(1.0, weight),
            evidence,
            same * (WIDEST_VARIANCE * shrink + errors) / (shrink + known),
        )

    def _of_others(
        self, everybody: _Sums, people: Places, own: _Sums, pair: Places, day: float
    ) -> tuple[Floats, Floats]:
        """Return the shrunk mean of `everybody` but the pair's own part, and its weight."""
        total, weight = everybody.at(people, day)
        mine, counted = own.at(pair, day)
        evidence = weight - counted
        return (total - mine) / (self.fading.shrink + evidence), evidence


def terms_by_day(seen: Judgements, fading: Fading) -> Floats:
    """Return the terms expected of each of `seen`, given only those of earlier days.

    Columns: mean, judge, judged, returned, evidence, noise.
    """
    memory = Memory(seen, fading)
    starts = np.flatnonzero(np.diff(seen.day, prepend=-np.inf))
    ends = np.append(starts, len(seen))[1:]
    days = [memory.day(slice(one, end)) for one, end in zip(starts, ends, strict=True)]
    return np.concatenate([np.zeros((0, 6)), *days])
