"""Quality: how conversations go, as far as a log can tell.

Asked, listened, told, formal and informal are marks that somebody set; conversations
without a mark say nothing and count for nothing.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from stakeholders.evidence import Facts, Kind
from stakeholders.scores.columns import Floats, Ids, Numbers, Places, ratio
from stakeholders.scores.rows import WIDEST, Rows, distinct

RAPPORT_DAYS: Final = 90  # how long a contact prepares the ground for an approval
MOSTLY: Final = 0.5  # the share of reaching out above which somebody reached out


def listening(asked: Numbers, listened: Numbers, told: Numbers) -> Floats:
    """Return how much of what we did was asking and listening: 0 only told, 1 never told.

    asked, listened, told: conversations with that mark; one may have several.
    """
    return ratio(asked + listened, asked + listened + told)


def informality(informal: Numbers, formal: Numbers) -> Floats:
    """Return the share of conversations that were informal, of those marked: 0..1."""
    return ratio(informal, informal + formal)


def initiative(sent: Numbers, received: Numbers) -> Floats:
    """Return the share of reaching out that the source does: 0 none, 1 all of it.

    sent, received: `attention` or `contacts` of `PairSums`, this way and the other.
    """
    return ratio(sent, sent + received)


@dataclass(frozen=True, slots=True)
class Replies:
    """How the target of each ordered pair answers its source; one row per pair."""

    source: Ids  # who reached out
    target: Ids  # who answered
    days: Floats  # median from reaching out to the answer; unknown without an answer
    count: Floats  # answers


def replies(facts: Facts) -> Replies:
    """Return how long people take to reach back, in days, for every pair in `facts`.

    The clock starts with the first reaching out that was not yet answered, and stops when
    the other reaches out; on the same day that is 0. What nobody is known to have started
    is left out, and so is what still waits for an answer.
    """
    rows = Rows.of(facts)
    started = (facts.kind == Kind.CONTACT) & (facts.amount > MOSTLY)
    reached = distinct(rows.place[started] * WIDEST + facts.day[started])
    place, day = reached // WIDEST, reached % WIDEST
    answer = _next(reached, rows.opposite(place), day)
    first = np.diff(answer, prepend=-1) != 0  # one answer ends all waiting before it
    place, waited = (
        column[first & (answer >= 0)] for column in (place, answer % WIDEST - day)
    )
    count = np.bincount(place, minlength=2 * rows.count).astype(np.float64)
    return Replies(
        rows.source,
        rows.target,
        _medians(place, waited, 2 * rows.count)[rows.order],
        count[rows.order],
    )


@dataclass(frozen=True, slots=True)
class Rapport:
    """How often an approval had a conversation before it; one row per ordered pair."""

    source: Ids  # who approved
    target: Ids  # who was approved
    share: Floats  # of approvals that some earlier contact prepared; unknown without any
    count: Floats  # approvals


def rapport_before_approval(facts: Facts) -> Rapport:
    """Return how often approvals came after a contact, not with the first one.

    An approval is prepared when the two were in contact on an earlier day, at most 90
    days before.
    """
    rows = Rows.of(facts)
    contact, approval = facts.kind == Kind.CONTACT, facts.kind == Kind.APPROVAL
    met = distinct(rows.pair[contact] * WIDEST + facts.day[contact])
    asked = rows.pair[approval] * WIDEST + facts.day[approval]
    earliest = np.searchsorted(met, asked - RAPPORT_DAYS)
    prepared = np.searchsorted(met, asked) > earliest
    place = rows.place[approval]
    good, count = rows.fold((place, prepared.astype(float)), (place, np.ones(len(place))))
    return Rapport(rows.source, rows.target, ratio(good, count), count)


def _next(reached: Ids, other: Places, day: Ids) -> Ids:
    """Return the first key in `reached` of place `other` from `day` on, or -1."""
    index = np.searchsorted(reached, other * WIDEST + day)
    found = np.append(reached, -1)[index]
    return np.where(found // WIDEST == other, found, -1)


def _medians(place: Places, days: Ids, places: int) -> Floats:
    """Return the median of `days` at each place, unknown where there are none."""
    ordered = days[np.lexsort((days, place))]
    count = np.bincount(place, minlength=places)
    start = np.cumsum(count) - count
    some = np.flatnonzero(count)
    low, high = (start[some] + (count[some] - up) // 2 for up in (1, 0))
    medians = np.full(places, np.nan)
    medians[some] = (ordered[low] + ordered[high]) / 2
    return medians
