"""Facts: who, to whom, on which day, what kind, how much.

Every record that says something about a tie boils down to facts of this one
shape. Whole histories travel as columns (`Facts`), one conversation as the same
columns, only shorter, so every computation exists once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray


class Kind(IntEnum):
    """What a fact is about. The number is stored nowhere; order it as you like."""

    CONTACT = 1  # source reached target; amount: share of reaching out, 0..1
    HELP = 10  # given by source to target; amount: weight, > 0
    INFORMATION = 11
    INTRODUCTION = 12
    FEEDBACK = 13
    APPROVAL = 14
    CREDIT = 15
    BLAME = 16  # source blamed target
    ESCALATION = 17  # source escalated to, or over, target
    KEPT = 20  # source kept a promise made to target; amount: 1
    LATE = 21
    BROKEN = 22
    MOOD = 30  # how source felt about target in a conversation; amount: -1..1


GIFTS = (
    Kind.HELP,
    Kind.INFORMATION,
    Kind.INTRODUCTION,
    Kind.FEEDBACK,
    Kind.APPROVAL,
    Kind.CREDIT,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened from one stakeholder to another on one day."""

    source: int  # stakeholder id of who acted
    target: int  # stakeholder id of who was reached; never equal to source
    day: date  # in the site's time zone
    kind: Kind
    amount: float = 1.0  # unit: see Kind


@dataclass(frozen=True, slots=True)
class Facts:
    """Many facts as columns of one length. Order carries no meaning."""

    source: NDArray[np.int64]  # stakeholder ids
    target: NDArray[np.int64]  # stakeholder ids
    day: NDArray[np.int32]  # proleptic Gregorian ordinals, as date.toordinal()
    kind: NDArray[np.int8]  # values of Kind
    amount: NDArray[np.float64]  # unit: see Kind

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Self:
        """Return the columns of `facts`."""
        rows = [(f.source, f.target, f.day.toordinal(), f.kind, f.amount) for f in facts]
        source, target, day, kind, amount = zip(*rows, strict=True) if rows else ((),) * 5
        return cls(
            np.array(source, np.int64),
            np.array(target, np.int64),
            np.array(day, np.int32),
            np.array(kind, np.int8),
            np.array(amount, np.float64),
        )

    @classmethod
    def joined(cls, parts: Iterable[Self]) -> Self:
        """Return all of `parts`, one after another."""
        some = [*parts, cls.of([])]
        names = cls.__slots__
        return cls(*(np.concatenate([getattr(p, name) for p in some]) for name in names))

    def __len__(self) -> int:
        """Return how many facts there are."""
        return len(self.source)

    def where(self, mask: NDArray[np.bool_]) -> Self:
        """Return the facts that `mask` (one truth per fact) selects."""
        return type(self)(
            self.source[mask],
            self.target[mask],
            self.day[mask],
            self.kind[mask],
            self.amount[mask],
        )

    def up_to(self, day: date) -> Self:
        """Return what had happened by the end of `day`."""
        return self.where(self.day <= day.toordinal())


@dataclass(frozen=True, slots=True)
class Rules:
    """How fast evidence fades and when it is enough. Half-lives in days, all > 0."""

    contact_half_life: float = 90.0  # attention and contact-days
    giving_half_life: float = 180.0  # help, information and the other gifts
    trust_half_life: float = 180.0  # promises, credit, blame, mood
    enough_trust_evidence: float = 2.0  # faded pieces of evidence; below: unknown
    enough_events: float = 10.0  # contacts both ways; below: balance is not flagged
