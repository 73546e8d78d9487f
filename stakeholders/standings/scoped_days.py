"""Scoped days: how many conversations each day had with somebody of a narrower scope.

Of many people the process keeps them, and counts a day anew once its rows of `TalkDay`
are others: whoever adds, moves, marks, seats or takes away a conversation adds one to its
days. Once others are in the scope than were, all days are. Few are counted each time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import numpy as np
from django.db import connection

from stakeholders.models import Interaction, Participation, bulk
from stakeholders.models.as_talks import Talks
from stakeholders.recent import Recent
from stakeholders.scores.columns import Ids
from stakeholders.standings import talk_days
from stakeholders.standings.scope import Period, Scope
from stakeholders.standings.talk_days import Counts, Days, Rows

FEW: Final = 1_000  # people
DAYS: Final = 30  # counted one by one; more are quicker counted with all others
SCOPES: Final = 40  # kept; the largest are half a megabyte
NOBODY: Final = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a scope: who is in it, and each day that was counted."""

    word: Any = None  # of people, as it was when they were read
    people: Ids = field(default_factory=lambda: NOBODY)  # ascending
    days: Mapping[date, tuple[Rows, Counts | None]] = field(default_factory=dict)


KEPT: Final = Recent[Kept](most=SCOPES)


def counted(scope: Scope, period: Period, word: Any) -> Days:
    """Return the counts of each day of `period` that had conversations with the `scope`.

    word: of people, see `models.stamps`, read before: the same while nobody comes or goes.
    """
    known = _known(scope, word)
    if len(known.people) <= FEW:
        _keep(scope, known)
        return _logged(scope, period)
    rows = talk_days.rows_of(period.first, period.last)
    others = [day for day, now in rows.items() if known.days.get(day, (None,))[0] != now]
    if others:
        few = known.days and len(others) <= DAYS
        anew = _count(known.people, others) if few else _logged(scope, period)
        new = {day: (rows[day], anew.get(day)) for day in others}
        known = replace(known, days={**known.days, **new})
    _keep(scope, known)
    return {day: counts for day in rows if (counts := known.days[day][1])}


def _known(scope: Scope, word: Any) -> Kept:
    """Return what is still true of what is kept of the `scope`."""
    known = KEPT.get(scope) or Kept()
    if known.word == word:
        return known
    (people,) = bulk.read(scope.people().values_list("pk"))
    people.sort()
    same = np.array_equal(people, known.people)
    return Kept(word, people, known.days if same else {})


def _keep(scope: Scope, known: Kept) -> None:
    """Keep what is known of the `scope`, but for what could still be as if it never was."""
    if not connection.in_atomic_block:
        KEPT.set(scope, known)


def _logged(scope: Scope, period: Period) -> Days:
    """Return what `counted` does from the log itself, where that is quicker."""
    talks = Interaction.objects.current().with_any(scope.people())
    days = (period.first, period.last)
    return talk_days.counted(talks.filter(happened_on__range=days))


def _count(people: Ids, days: list[date]) -> Days:
    """Return the counts of `days`, of conversations that any of `people` took part in."""
    talks = Talks.read(Interaction.objects.filter(happened_on__in=days))
    seats = Participation.objects.filter(interaction__happened_on__in=days)
    talk, who = bulk.read(seats.values_list("interaction_id", "stakeholder_id"))
    place, here = talks.find(talk[np.isin(who, people)])
    theirs = np.zeros(len(talks.pk), np.bool_)
    theirs[place[here]] = True
    return talk_days.by_day(talks.where(theirs))
