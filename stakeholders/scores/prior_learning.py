"""Learning the trust prior: each judgement meets what was expected and teaches the rest.

The one sequential pass of the scores. It keeps a faded sum per person and answers each
judgement in constant time; `prior_as_of` then needs only the columns it leaves behind.
Where days hold many judgements each day is one step in columns.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.columns import Floats
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import WIDEST_VARIANCE, Fading, Terms
from stakeholders.scores.prior_learning_columns import terms_by_day

Pair = tuple[int, int]  # judge, judged
MANY: Final = 16  # judgements a day, from which a step in columns is worth its overhead
Row = tuple[float, float, float, float, float, float]  # the columns of Terms but shrink


@dataclass(frozen=True, slots=True)
class Lessons:
    """What each judgement was expected to be, and what it taught; one row each."""

    expected: Terms  # from what came before its day
    about_judge: Floats  # value - mean - esteem of the judged
    about_judged: Floats  # value - mean - generosity of the judge
    surprise: Floats  # value - mean - generosity - esteem
    error: Floats  # value - everything expected

    def take(self, rows: slice | NDArray) -> Self:
        """Return the lessons that `rows` (a slice, indices or truths) selects."""
        columns = (getattr(self, name)[rows] for name in self.__slots__[1:])
        return type(self)(self.expected.take(rows), *columns)


def learn(judgements: Judgements, fading: Fading) -> Lessons:
    """Return what each judgement taught, given only those of earlier days.

    Judgements of one `day` do not see each other, so their order carries no meaning.
    Raises ValueError when days run backwards, somebody judges themselves, a value lies
    outside -1..1 or a weight is not above 0.
    """
    judgements.checked()
    days = 1 + np.count_nonzero(np.diff(judgements.day))
    many = len(judgements) > MANY * days
    rows = terms_by_day(judgements, fading) if many else _one_by_one(judgements, fading)
    return _lessons(judgements.value, rows, fading)


def _one_by_one(judgements: Judgements, fading: Fading) -> NDArray:
    """Return the terms expected of each of `judgements`, as `terms_by_day` does."""
    memory, rows = _Memory(fading), []
    columns = (getattr(judgements, name).tolist() for name in judgements.__slots__)
    for day, some in groupby(zip(*columns, strict=True), key=lambda row: row[2]):
        batch = list(some)
        expected = [memory.expect((judge, judged), day) for judge, judged, *_ in batch]
        for (judge, judged, _, value, weight), row in zip(batch, expected, strict=True):
            memory.add((judge, judged), day, value, weight, row)
        rows.extend(expected)
    return np.array(rows).reshape(-1, 6)


def _lessons(value: Floats, rows: NDArray, fading: Fading) -> Lessons:
    """Return `rows` of expected terms as columns, beside what each value taught."""
    mean, judge, judged, returned, evidence, noise = rows.T
    shrink = np.full(len(value), fading.shrink)
    terms = Terms(mean, judge, judged, returned, evidence, noise, shrink)
    return Lessons(
        expected=terms,
        about_judge=value - terms.mean - terms.judged,
        about_judged=value - terms.mean - terms.judge,
        surprise=value - terms.mean - terms.judge - terms.judged,
        error=value - terms.total,
    )


class _Sum:
    """A weighted sum that fades; bring it to a day with `at` before using it."""

    __slots__ = ("day", "half_life", "total", "weight")

    def __init__(self, half_life: float) -> None:
        """Start empty."""
        self.total = self.weight = self.day = 0.0
        self.half_life = half_life

    def at(self, day: float) -> Self:
        """Return itself, faded to `day`."""
        if day != self.day:
            fade = 2.0 ** ((self.day - day) / self.half_life)
            self.total *= fade
            self.weight *= fade
            self.day = day
        return self

    def add(self, value: float, weight: float) -> None:
        """Add `value`, counted `weight` times, on the day it was brought to."""
        self.total += value * weight
        self.weight += weight


class _Memory:
    """What is known of everybody, as faded sums."""

    def __init__(self, fading: Fading) -> None:
        """Start knowing nobody."""
        self.fading = fading
        self.mean, self.error = _Sum(fading.common), _Sum(fading.common)
        self.judges = defaultdict[int, _Sum](lambda: _Sum(fading.judge))
        self.judged = defaultdict[int, _Sum](lambda: _Sum(fading.judged))
        # What a pair itself added above, to be left out of its own prior.
        self.own = defaultdict[Pair, tuple[_Sum, _Sum, _Sum]](
            lambda: (_Sum(fading.judge), _Sum(fading.judged), _Sum(fading.common))
        )

    def expect(self, pair: Pair, day: float) -> Row:
        """Return the terms of `pair` (judge, judged), and what they rest on."""
        shrink, mean, error = self.fading.shrink, self.mean.at(day), self.error.at(day)
        of_judge, of_judged = self.judges[pair[0]].at(day), self.judged[pair[1]].at(day)
        evidence, returned = of_judged.weight, 0.0
        generosity = of_judge.total / (shrink + of_judge.weight)
        esteem = of_judged.total / (shrink + of_judged.weight)
        if own := self.own.get(pair):
            generosity = _without(own[0].at(day), of_judge, shrink)
            esteem = _without(own[1].at(day), of_judged, shrink)
            evidence -= own[1].weight
        if back := self.own.get(pair[::-1]):
            surprise = back[2].at(day)
            returned = self.fading.rho * surprise.total / max(1.0, surprise.weight)
        noise = (WIDEST_VARIANCE * shrink + error.total) / (shrink + error.weight)
        average = mean.total / (shrink + mean.weight)
        return average, generosity, esteem, returned, evidence, noise

    def add(self, pair: Pair, day: float, value: float, weight: float, row: Row) -> None:
        """Learn from one judgement what `row`, expected on its day, did not know."""
        mean, generosity, esteem, returned = row[:4]
        total = min(1.0, max(-1.0, mean + generosity + esteem + returned))
        own = [part.at(day) for part in self.own[pair]]
        self.mean.add(value, weight)
        self.error.add((value - total) ** 2, weight)
        for known in (self.judges[pair[0]], own[0]):
            known.add(value - mean - esteem, weight)
        for known in (self.judged[pair[1]], own[1]):
            known.add(value - mean - generosity, weight)
        own[2].add(value - mean - generosity - esteem, weight)


def _without(own: _Sum, everybody: _Sum, shrink: float) -> float:
    """Return the shrunk mean of `everybody` but the pair's `own` part."""
    return (everybody.total - own.total) / (shrink + everybody.weight - own.weight)
