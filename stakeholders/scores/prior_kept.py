"""The trust prior from kept sums: what `prior_as_of` says, without reading any judgement.

Every term of a prior is a ratio of faded sums. Kept as seen from a landmark day (forward
decay, Cormode et al. 2009) they stay true until somebody judges again; one factor then
brings them to any later day. That needs one half-life for all of them.
"""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import WIDEST_VARIANCE, Fading, Terms
from stakeholders.scores.prior_learning import Lessons
from stakeholders.scores.rows import distinct, pair_keys


@dataclass(frozen=True, slots=True)
class Sums:
    """Faded sums, row by row."""

    def take(self, rows: NDArray) -> Self:
        """Return the rows that `rows` (indices or truths) selects."""
        return type(self)(*(getattr(self, field.name)[rows] for field in fields(self)))

    def times(self, factor: Floats | float) -> Self:
        """Return every sum times `factor`: 0 for unknown rows, or how much it faded."""
        return type(self)(*(getattr(self, field.name) * factor for field in fields(self)))


@dataclass(frozen=True, slots=True)
class Everybody(Sums):
    """All judgements together: sums of weight times value, of squared error, of weight."""

    value: Floats
    error: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Repute(Sums):
    """What somebody's judgements taught of them, and what those about them did."""

    judge_total: Floats  # how generous they judge
    judge_weight: Floats
    judged_total: Floats  # how well they are judged
    judged_weight: Floats


@dataclass(frozen=True, slots=True)
class Taught(Sums):
    """What one person's judgements of one other taught."""

    about_judge: Floats
    about_judged: Floats
    surprise: Floats  # beyond what was expected
    weight: Floats


def prior_terms(  # noqa: PLR0913, PLR0917 each is a sum of its own
    everybody: Everybody,
    judge: Repute,
    judged: Repute,
    own: Taught,
    back: Taught,
    fading: Fading,
) -> Terms:
    """Return how each `judge` can be expected to find `judged` in the same row.

    All sums are faded to the same day. own: of the judge about the judged, which is
    evidence and left out; back: of the judged about the judge, a share of which returns.
    """
    shrink, rows = fading.shrink, np.ones(len(own.weight))
    judging = judge.judge_weight - own.weight
    evidence = judged.judged_weight - own.weight
    whole = shrink + everybody.weight
    return Terms(
        mean=rows * everybody.value / whole,
        judge=(judge.judge_total - own.about_judge) / (shrink + judging),
        judged=(judged.judged_total - own.about_judged) / (shrink + evidence),
        returned=fading.rho * back.surprise / np.maximum(1.0, back.weight),
        evidence=evidence,
        noise=rows * (WIDEST_VARIANCE * shrink + everybody.error) / whole,
        shrink=shrink * rows,
    )


@dataclass(frozen=True, slots=True)
class Learned:
    """What judgements taught, as sums: of everybody, per person and per ordered pair."""

    everybody: Everybody
    people: Ids  # ascending
    repute: Repute  # one row per person
    pairs: Ids  # `pair_keys` of judge and judged, ascending
    taught: Taught  # one row per pair

    @classmethod
    def of(
        cls, judgements: Judgements, lessons: Lessons, landmark: float, fading: Fading
    ) -> Self:
        """Return the sums as seen from `landmark`, on the judgements' clock.

        Raises ValueError unless all half-lives of `fading` are one.
        """
        if not fading.judge == fading.judged == fading.common:
            raise ValueError("sums can be kept for one half-life only")
        age = landmark - judgements.day
        weight = judgements.weight * np.exp2(-age / fading.common)
        value, error = weight * judgements.value, weight * lessons.error**2
        of_judge, of_judged = weight * lessons.about_judge, weight * lessons.about_judged
        keys = pair_keys(judgements.judge, judgements.judged)
        people = distinct(np.concatenate([judgements.judge, judgements.judged]))
        pairs = distinct(keys)
        return cls(
            Everybody(*(np.array(one.sum()) for one in (value, error, weight))),
            people,
            Repute(
                *_by(people, judgements.judge, of_judge, weight),
                *_by(people, judgements.judged, of_judged, weight),
            ),
            pairs,
            Taught(
                *_by(pairs, keys, of_judge, of_judged, weight * lessons.surprise, weight)
            ),
        )

    def of_people(self, asked: Ids) -> Repute:
        """Return the row of each person `asked` for; 0 where nothing is known."""
        return _found(self.people, self.repute, asked)

    def of_pairs(self, judge: Ids, judged: Ids) -> Taught:
        """Return what each `judge` taught by judging `judged`; 0 where nothing is known."""
        return _found(self.pairs, self.taught, pair_keys(judge, judged))

    def priors(self, judge: Ids, judged: Ids, faded: float, fading: Fading) -> Terms:
        """Return how each of `judge` can be expected to find `judged` in the same row.

        faded: how much of a weight at the landmark is left on the day asked for.
        """
        then = Learned(
            self.everybody.times(faded),
            self.people,
            self.repute.times(faded),
            self.pairs,
            self.taught.times(faded),
        )
        return prior_terms(
            then.everybody,
            then.of_people(judge),
            then.of_people(judged),
            then.of_pairs(judge, judged),
            then.of_pairs(judged, judge),
            fading,
        )


def _by(known: Ids, keys: Ids, *amounts: Floats) -> list[Floats]:
    """Return the sum of each of `amounts` by key, one row for each of `known`."""
    place = np.searchsorted(known, keys)
    return [np.bincount(place, amount, len(known)) for amount in amounts]


def _found[Some: Sums](known: Ids, rows: Some, asked: Ids) -> Some:
    """Return the row of each key `asked` for among `known`, 0 where it is not."""
    if not len(known):
        return type(rows)(*(np.zeros(len(asked)) for _ in fields(rows)))
    place = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    return rows.take(place).times((known[place] == asked).astype(np.float64))
