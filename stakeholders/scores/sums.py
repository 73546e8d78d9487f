"""Pair sums: everything the pair scores need to know, folded from facts in columns.

The same function folds one conversation and a history of a million facts. Fading
is forward decay against a landmark day (Cormode, Shkapenyuk, Srivastava, Xu 2009):
each fact is weighed once, never again, so sums of disjoint facts merge by addition
and only the display rescales them (`faded_to`). Contact days are the exception:
two facts of one day are one day, so the days of a pair are folded together.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Self

import numpy as np

from stakeholders.evidence import GIFTS, Facts, Kind, Rules
from stakeholders.scores.columns import Days, Floats, Ids, Mask, Places
from stakeholders.scores.rows import WIDEST, Rows, distinct, sorting

Part = tuple[Places, Floats]

MOST_HALF_LIVES: Final = 1000.0  # 2 ** 1024 is infinite


@dataclass(frozen=True, slots=True)
class PairSums:
    """One row per ordered pair; both orders are present; sorted by (source, target)."""

    source: Ids  # stakeholder ids
    target: Ids  # stakeholder ids
    first_day: Days  # ordinal of the first contact either way; 0: never in contact
    last_day: Days  # ordinal of the last contact either way; 0: never in contact
    contacts: Floats  # conversations reached out for, source to target, unfaded
    contact_days: Floats  # days with contact either way, faded by contact_half_life
    attention: Floats  # conversations reached out for, faded by contact_half_life
    given: Floats  # gifts from source to target, faded by giving_half_life
    kept: Floats  # promises source made to target, faded by trust_half_life
    late: Floats  # the same, fulfilled after the day agreed
    broken: Floats  # the same, never fulfilled
    outcome: Floats  # what target learned of source: sum of -1..1 times faded weight
    evidence: Floats  # the faded weight of what target learned; at least |outcome|

    def __len__(self) -> int:
        """Return how many ordered pairs there are."""
        return len(self.source)

    def take(self, rows: Places | Mask) -> Self:
        """Return the rows that `rows` (indices, or one truth per row) selects."""
        return type(self)(*(getattr(self, name)[rows] for name in self.__slots__))

    def opposite(self) -> Places:
        """Return, for each row, the index of the same pair's other direction.

        Raises ValueError if a pair has one direction only or rows are out of order.
        """
        order = sorting(self.target)  # and by source within, as they are sorted already
        turned = self.target[order], self.source[order]
        if not all(map(np.array_equal, turned, (self.source, self.target))):
            raise ValueError("each pair must have both directions, in order")
        return order


def fading(day: Days, at: date, half_life: float) -> Floats:
    """Return the weight, as seen from `at`, of what happened on each `day`.

    day: ordinals. half_life: days, > 0. Returns 2 ** ((day - at) / half_life), which is
    above 1 for days after `at` (forward decay).
    Raises ValueError when a day is over 1000 half-lives after `at`, where sums overflow.
    """
    exponent = (day - at.toordinal()) / half_life
    if exponent.size and exponent.max() > MOST_HALF_LIVES:
        raise ValueError(f"a fact lies more than 1000 half-lives after {at}")
    return np.exp2(exponent)


def pair_sums(facts: Facts, *, at: date, rules: Rules) -> PairSums:
    """Return the sums of `facts` for every ordered pair they touch, as seen from `at`.

    Facts after `at` are folded too and weigh more than 1; cut them with `facts.up_to`.
    Raises ValueError on a fact about oneself, or one too far after `at` (see `fading`).
    """
    rows = Rows.of(facts)
    contact = facts.kind == Kind.CONTACT
    place, reached = rows.place[contact], facts.amount[contact]
    faded = reached * fading(facts.day[contact], at, rules.contact_half_life)
    first, last, days = _contact_days(facts, rows, contact, at, rules)
    contacts, attention, given, kept, late, broken, outcome, evidence = rows.fold(
        (place, reached),
        (place, faded),
        _gifts(facts, rows, at, rules),
        *_lessons(facts, rows, at, rules),
    )
    return PairSums(
        source=rows.source,
        target=rows.target,
        first_day=first,
        last_day=last,
        contacts=contacts,
        contact_days=days,
        attention=attention,
        given=given,
        kept=kept,
        late=late,
        broken=broken,
        outcome=outcome,
        evidence=evidence,
    )


def faded_to(sums: PairSums, landmark: date, day: date, rules: Rules) -> PairSums:
    """Return `sums`, weighed as seen from `landmark`, as they weigh seen from `day`."""
    ago = landmark.toordinal() - day.toordinal()
    contact, giving, trust = (
        2.0 ** (ago / half_life)
        for half_life in (
            rules.contact_half_life,
            rules.giving_half_life,
            rules.trust_half_life,
        )
    )
    return replace(
        sums,
        contact_days=sums.contact_days * contact,
        attention=sums.attention * contact,
        given=sums.given * giving,
        kept=sums.kept * trust,
        late=sums.late * trust,
        broken=sums.broken * trust,
        outcome=sums.outcome * trust,
        evidence=sums.evidence * trust,
    )


def _contact_days(
    facts: Facts, rows: Rows, contact: Mask, at: date, rules: Rules
) -> tuple[Days, Days, Floats]:
    """Return first and last day of contact, and faded distinct days, per ordered pair."""
    days = distinct(rows.pair[contact] * WIDEST + facts.day[contact])
    pair, day = days // WIDEST, (days % WIDEST).astype(np.int32)
    first, last = np.zeros((2, rows.count), np.int32)
    last[pair] = day  # sorted by day, so the last write is the last day
    first[pair[::-1]] = day[::-1]
    faded = np.bincount(pair, fading(day, at, rules.contact_half_life), rows.count)
    return rows.both(first), rows.both(last), rows.both(faded)


def _of_kinds(kinds: Iterable[Kind]) -> Mask:
    """Return a table that says of each kind's number whether it is one of `kinds`."""
    return np.isin(np.arange(128), list(kinds))


_NOTHING: Final[Part] = (np.zeros(0, np.intp), np.zeros(0))
_IS_GIFT: Final = _of_kinds(GIFTS)
_SIGN: Final = np.full(128, np.nan)
_SIGN[[Kind.KEPT, Kind.CREDIT, Kind.MOOD]] = 1.0
_SIGN[Kind.LATE] = 0.0
_SIGN[[Kind.BROKEN, Kind.BLAME]] = -1.0
_IS_LESSON: Final = ~np.isnan(_SIGN)


def _gifts(facts: Facts, rows: Rows, at: date, rules: Rules) -> Part:
    """Return the faded gifts and where each lands."""
    gift = _IS_GIFT[facts.kind]
    if not gift.any():
        return _NOTHING
    fade = fading(facts.day[gift], at, rules.giving_half_life)
    return rows.place[gift], facts.amount[gift] * fade


def _lessons(facts: Facts, rows: Rows, at: date, rules: Rules) -> tuple[Part, ...]:
    """Return kept, late, broken, outcome and evidence, faded, and where each lands.

    A mood is felt by its source about its target, so it lands in the opposite row.
    """
    lesson = _IS_LESSON[facts.kind]
    if not lesson.any():
        return (_NOTHING,) * 5
    place, kind, amount = rows.place[lesson], facts.kind[lesson], facts.amount[lesson]
    fade = fading(facts.day[lesson], at, rules.trust_half_life)
    faded = amount * fade
    mood = kind == Kind.MOOD
    learned = np.where(mood, rows.opposite(place), place)
    promises = [kind == which for which in (Kind.KEPT, Kind.LATE, Kind.BROKEN)]
    return (
        *((place[which], faded[which]) for which in promises),
        (learned, _SIGN[kind] * faded),
        (learned, np.where(mood, fade, faded)),
    )
