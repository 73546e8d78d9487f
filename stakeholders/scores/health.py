"""Health: one of five bands per relationship, with the signs it rests on.

Contact alone never makes a relationship healthy: that takes trust, or help both ways.
Every sign is a bit of one number, so a column of them says why for a million pairs.
"""

from dataclasses import dataclass, fields
from enum import IntEnum, IntFlag
from math import isnan
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence import Rules
from stakeholders.scores.balance import FOUR_TO_ONE, one_sided
from stakeholders.scores.columns import UNKNOWN, Mask, Numbers

LIKELY: Final = 0.5  # silence from here on is likely
SLOW: Final = 3.0  # times the usual gap
SHORTEST_SILENCE: Final = 14.0  # days; a shorter one is never called slow
FEWEST_CONTACTS: Final = 3.0  # conversations; fewer show no rhythm
LOPSIDED: Final = 0.1  # trust this far from 0 is a sign
BOTH_WAYS: Final = 0.4  # evenness of giving, about four to one


class Band(IntEnum):
    """How a relationship is; in order of how much it asks for attention."""

    STRAINED = 1
    COOLING = 2
    ONE_SIDED = 3
    HEALTHY = 4
    UNKNOWN = 5

    @property
    def key(self) -> str:
        """Return the band's name as records and pages spell it."""
        return self.name.lower()


class Sign(IntFlag):
    """What speaks for a band."""

    SOURCE_BROKE = 1
    TARGET_BROKE = 2
    SOURCE_DOUBTED = 4
    TARGET_DOUBTED = 8
    QUIET = 16
    SLOWED = 32
    SOURCE_REACHES = 64
    TARGET_REACHES = 128
    SOURCE_GIVES = 256
    TARGET_GIVES = 512
    SOURCE_TRUSTED = 1024
    TARGET_TRUSTED = 2048
    BOTH_GIVE = 4096
    ONLY_CONTACT = 8192
    TOO_FEW = 16384


SIGNS_OF: Final = {
    Band.STRAINED: Sign.SOURCE_BROKE
    | Sign.TARGET_BROKE
    | Sign.SOURCE_DOUBTED
    | Sign.TARGET_DOUBTED,
    Band.COOLING: Sign.QUIET | Sign.SLOWED,
    Band.ONE_SIDED: Sign.SOURCE_REACHES
    | Sign.TARGET_REACHES
    | Sign.SOURCE_GIVES
    | Sign.TARGET_GIVES,
    Band.HEALTHY: Sign.SOURCE_TRUSTED | Sign.TARGET_TRUSTED | Sign.BOTH_GIVE,
    Band.UNKNOWN: Sign.ONLY_CONTACT | Sign.TOO_FEW,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What health is read from: scores of one relationship, or columns of many."""

    contacts: Numbers  # conversations, both ways, unfaded
    quiet: Numbers  # days since the last contact
    usual_gap: Numbers  # days usual between two contact-days
    silence: Numbers  # chance of no contact in the next 30 days
    balance: Numbers  # of reaching out; above 0 target does more than usual
    giving_balance: Numbers  # above 0 target gives more than usual
    giving_evenness: Numbers
    trust_in_source: Numbers  # how far target can count on source
    trust_in_target: Numbers
    kept_by_source: Numbers  # faded promises, late ones counting half
    kept_by_target: Numbers
    broken_by_source: Numbers  # faded promises, late ones counting half
    broken_by_target: Numbers

    def rows(self, places: NDArray[np.intp], unknown: Any = UNKNOWN) -> list[Self]:
        """Return the conditions of the relationships at `places` of columns.

        unknown: what stands for a number that is not known.
        """
        columns = [np.ravel(getattr(self, f.name))[places] for f in fields(self)]
        known = [
            [unknown if isnan(one) else one for one in column.astype(float).tolist()]
            for column in columns
        ]
        return [type(self)(*row) for row in zip(*known, strict=True)]

    def row(self, index: int) -> Self:
        """Return the condition of one relationship of a column."""
        return self.rows(np.array([index]))[0]


def signs(condition: Condition, *, rules: Rules) -> NDArray[np.int32]:
    """Return the signs of each relationship: the sum of the `Sign`s that hold."""
    found = _strained(condition) | _cooling(condition) | _one_sided(condition, rules)
    good = {
        Sign.SOURCE_TRUSTED: condition.trust_in_source >= LOPSIDED,
        Sign.TARGET_TRUSTED: condition.trust_in_target >= LOPSIDED,
        Sign.BOTH_GIVE: condition.giving_evenness >= BOTH_WAYS,
    }
    total = _sum({**found, **good})
    few = np.asarray(condition.contacts) < FEWEST_CONTACTS
    unknown = (total == 0) | (np.asarray(condition.contacts) <= 0)
    return total + _sum({Sign.TOO_FEW: few & unknown, Sign.ONLY_CONTACT: ~few & unknown})


def bands(signs: NDArray[np.int32] | int) -> NDArray[np.int8]:
    """Return the `Band` that each sum of signs amounts to; the gravest sign decides."""
    signs = np.asarray(signs)
    never = (signs & int(Sign.TOO_FEW)) > 0
    held = {band: (signs & int(some)) > 0 for band, some in SIGNS_OF.items()}
    held[Band.HEALTHY] &= ~never
    found = np.full(signs.shape, Band.UNKNOWN.value, np.int8)
    for band, holds in reversed(held.items()):
        found = np.where(holds, np.int8(band.value), found)
    return found


def _strained(condition: Condition) -> dict[Sign, Mask | bool]:
    """Return who broke more than they kept lately, and who can count on whom the least."""
    return {
        Sign.SOURCE_BROKE: (condition.broken_by_source >= 1)
        & (condition.broken_by_source > condition.kept_by_source),
        Sign.TARGET_BROKE: (condition.broken_by_target >= 1)
        & (condition.broken_by_target > condition.kept_by_target),
        Sign.SOURCE_DOUBTED: condition.trust_in_source <= -LOPSIDED,
        Sign.TARGET_DOUBTED: condition.trust_in_target <= -LOPSIDED,
    }


def _cooling(condition: Condition) -> dict[Sign, Mask | bool]:
    """Return whether silence is likely, and whether the pair is slower than it used to be.

    A pair that meets rarely by habit is likely silent in most months, and not cooling.
    """
    rhythm = condition.contacts >= FEWEST_CONTACTS
    return {
        Sign.QUIET: rhythm
        & (condition.silence >= LIKELY)
        & (condition.quiet > condition.usual_gap),
        Sign.SLOWED: rhythm
        & (condition.quiet >= SHORTEST_SILENCE)
        & (condition.quiet > SLOW * condition.usual_gap),
    }


def _one_sided(condition: Condition, rules: Rules) -> dict[Sign, Mask | bool]:
    """Return who does nearly all the reaching out, and who nearly all the giving."""
    reaching = one_sided(condition.balance, condition.contacts, rules)
    return {
        Sign.SOURCE_REACHES: reaching & (condition.balance < 0),
        Sign.TARGET_REACHES: reaching & (condition.balance > 0),
        Sign.SOURCE_GIVES: condition.giving_balance < -FOUR_TO_ONE,
        Sign.TARGET_GIVES: condition.giving_balance > FOUR_TO_ONE,
    }


def _sum(found: dict[Sign, Mask | bool]) -> NDArray[np.int32]:
    """Return the sum of the signs that hold, per relationship."""
    parts = (np.multiply(holds, int(sign), dtype=np.int32) for sign, holds in found.items())
    return np.asarray(sum(parts), np.int32)
