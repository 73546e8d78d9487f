"""Judgements: what stakeholders found each other to be, as columns in order of time."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence import Facts, Kind
from stakeholders.scores.columns import Floats, Ids

# What one piece of evidence says of whoever it is about; a mood says its own amount.
VALUE: Final = {
    Kind.KEPT: 1.0,
    Kind.LATE: 0.0,
    Kind.BROKEN: -1.0,
    Kind.CREDIT: 1.0,
    Kind.BLAME: -1.0,
}
_WORTH: Final = np.zeros(128)
_WORTH[list(VALUE)] = list(VALUE.values())
_TAUGHT: Final = np.isin(np.arange(128), [*VALUE, Kind.MOOD])


@dataclass(frozen=True, slots=True)
class Judgements:
    """Who found whom how reliable, as columns of one length, in order of time."""

    judge: Ids  # stakeholder ids
    judged: Ids  # stakeholder ids, never the judge
    day: Floats  # days on any one clock; a fraction puts one day's judgements in order
    value: Floats  # -1 (broken) .. 1 (kept)
    weight: Floats  # pieces of evidence, > 0

    @classmethod
    def of(cls, facts: Facts) -> Self:
        """Return what `facts` taught: of a promise its receiver, of a mood who felt it."""
        some = facts.where(_TAUGHT[facts.kind] & (facts.amount != 0))
        mood = some.kind == Kind.MOOD
        return cls(
            judge=np.where(mood, some.source, some.target),
            judged=np.where(mood, some.target, some.source),
            day=some.day.astype(np.float64),
            value=np.where(mood, some.amount, _WORTH[some.kind]),
            weight=np.where(mood, 1.0, some.amount),
        ).take(np.argsort(some.day, kind="stable"))

    def __len__(self) -> int:
        """Return how many judgements there are."""
        return len(self.judge)

    def take(self, rows: slice | NDArray) -> Self:
        """Return the judgements that `rows` (a slice, indices or truths) selects."""
        return type(self)(*(getattr(self, name)[rows] for name in self.__slots__))

    def checked(self) -> Self:
        """Return these judgements; raise ValueError where they cannot be."""
        if (np.diff(self.day) < 0).any():
            raise ValueError("judgements must come in order of time")
        if (self.judge == self.judged).any():
            raise ValueError("a judgement must be about somebody else")
        if len(self) and not (np.abs(self.value).max() <= 1 and self.weight.min() > 0):
            raise ValueError("a judgement lies between -1 and 1 and weighs more than 0")
        return self
