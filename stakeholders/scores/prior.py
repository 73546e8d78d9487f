"""Trust before any dealings: what everybody's judgements say about one pair.

    prior(u, v) = mean + generosity of u + esteem of v + what v judged of u, returned
    esteem of v = sum(w * (x - mean - generosity of the judge)) / (K + sum(w))

A judgement x (-1 broken .. 1 kept) teaches only what was not expected before it, so a
generous judge's praise adds little to whom it praises; its weight w halves every
half-life. The pair's own judgements are left out: they are evidence, not prior.
Measured beside other predictors in docs/evaluation.md.
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.columns import Floats

SPREAD: Final = 1.3  # how much wider esteem spreads than its evidence alone says
WIDEST_VARIANCE: Final = 1 / 3  # of a judgement nobody knows anything about: even on -1..1


@dataclass(frozen=True, slots=True)
class Fading:
    """How fast judgements fade and how far they are believed.

    The defaults suit slow business ties. Where judging is quick and mutual, `judge` and
    `judged` of days to weeks and a `rho` of 0.7 predict better (docs/evaluation.md).
    """

    judge: float = 180.0  # half-life of how generous a judge is, in days, > 0
    judged: float = 180.0  # half-life of the esteem somebody is held in, in days, > 0
    common: float = 180.0  # half-life of the mean and of what is returned, in days, > 0
    rho: float = 0.5  # share of the other's surprise that is returned, 0..1
    shrink: float = 2.0  # pieces of evidence that nothing known is worth, > 0


@dataclass(frozen=True, slots=True)
class Terms:
    """What each piece adds to one prior per row; `total` is their sum, held to -1..1."""

    mean: Floats  # everybody's judgements of everybody
    judge: Floats  # how much kinder than others this judge judges
    judged: Floats  # how much better than others this one is judged
    returned: Floats  # what the judged thought of the judge, beyond the expected
    evidence: Floats  # faded pieces of evidence about the judged, from others
    noise: Floats  # variance of one judgement around its prior
    shrink: Floats  # as in Fading

    @property
    def total(self) -> Floats:
        """Return the prior: -1 (will be let down) .. 1 (will be served well)."""
        return np.clip(self.mean + self.judge + self.judged + self.returned, -1.0, 1.0)

    @property
    def held(self) -> Floats:
        """Return what keeping within -1..1 adds, so that the terms add up to `total`."""
        return self.total - (self.mean + self.judge + self.judged + self.returned)

    @property
    def deviation(self) -> Floats:
        """Return the standard deviation of the prior itself, > 0."""
        return SPREAD * np.sqrt(self.noise / (self.shrink + self.evidence))

    def judgement_interval(self, width: float = 1.645) -> tuple[Floats, Floats]:
        """Return between what the next judgement falls, `width` deviations either way."""
        half = width * np.sqrt(self.noise + self.deviation**2)
        total = self.total
        return np.maximum(total - half, -1.0), np.minimum(total + half, 1.0)

    def take(self, rows: slice | NDArray) -> Self:
        """Return the rows that `rows` (a slice, indices or truths) selects."""
        return type(self)(*(getattr(self, name)[rows] for name in self.__slots__))

    @classmethod
    def joined(cls, *parts: Self) -> Self:
        """Return all rows of `parts`, one after another."""
        names = cls.__slots__
        return cls(*(np.concatenate([getattr(p, name) for p in parts]) for name in names))
