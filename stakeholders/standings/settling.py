"""Settling: what one change does to everybody, worked out in columns soon after it.

What is usual across the site, what judgements taught, and the bands of a new day follow
here: once after each quiet moment, and on the first visit of a day. Until then shown
numbers rest on what was usual when the site was last settled.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import batched
from threading import Lock, Timer
from typing import Final

import numpy as np
from django.conf import settings
from django.db import OperationalError, connections, transaction
from django.tasks import task

from stakeholders.models import Norm, Stakeholder, Standing
from stakeholders.scores.columns import Ids
from stakeholders.scores.prior_kept import Learned
from stakeholders.standings import (
    calibrating,
    chores,
    learning,
    norms,
    one_side,
    sides,
    standing,
    tables,
    talk_days,
    tally,
)
from stakeholders.standings.presence import Presence
from stakeholders.standings.scored import Scored
from stakeholders.standings.tables import Columns

CHORE: Final = "settle"
SMALL = 2_000  # ties; a site of fewer is settled at once, in a few hundredths of a second
PEOPLE_AT_ONCE = 500  # so that nobody who saves waits long
QUIET = 2.0  # seconds from the first change on, in which others may join it

_waiting = Lock()  # held while this process is going to settle


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one settling learned, and its right to bring everybody up to it.

    Whoever learns later takes the right: what they know is newer, for everybody.
    """

    right: chores.Hold
    norm: Norm
    with_us: Learned
    present: Presence
    day: date


def soon() -> None:
    """Settle the site after the change that is being made, and those that follow it."""
    if settings.SETTLE_ON_COMMIT:
        transaction.on_commit(_ask)
    else:
        settle()


def freshen(norm: Norm, day: date) -> Norm:
    """Return `norm` as of `day`: a small site is settled at once, a large one soon."""
    if norm.settled_on >= day.toordinal():
        return norm
    if norm.ties < SMALL:
        with suppress(OperationalError):  # while an import is saved, the last day's hold
            settle()
        return norms.read()
    if _waiting.acquire(blocking=False):
        _enqueue()
    return norm


def _ask() -> None:
    """Settle a small site at once, a large one after a moment; ask no second time."""
    if _waiting.locked():
        return
    if norms.read().ties < SMALL:
        settle()
    elif _waiting.acquire(blocking=False):
        timer = Timer(QUIET, _enqueue)
        timer.daemon = True
        timer.start()


def _enqueue() -> None:
    """Ask for a settled site."""
    try:
        _waiting.release()
        settle_all.using(backend=settings.LONG_TASKS).enqueue()
    finally:
        connections.close_all() if settings.SETTLE_ON_COMMIT else None


@task
def settle_all() -> None:
    """Settle the site, in the background."""
    settle()


def settle() -> None:
    """Bring everything that many share up to date, writing only what changed."""
    day = standing.today()
    _seat()
    with transaction.atomic():
        norms.held()
        talk_days.tidy()
        right = chores.taken(CHORE)
        lesson = Lesson(right, *_learn(sides.site(), day), Presence.in_ties(), day)
    with suppress(chores.LostError):
        _bring_up(lesson)


def _bring_up(lesson: Lesson) -> None:
    """Bring everybody's standings up to a `lesson`. Raises LostError."""
    people = np.array(
        Standing.objects.order_by("pk").values_list("pk", flat=True), np.int64
    )
    parts = [
        _refresh(people[start : start + PEOPLE_AT_ONCE], lesson)
        for start in range(0, len(people), PEOPLE_AT_ONCE)
    ]
    with transaction.atomic():
        lesson.right.keep()
        tally.write(tally.joined(parts), lesson.day)


def _learn(site: sides.Site, day: date) -> tuple[Norm, Learned]:
    """Keep what judgements taught and what is usual on the `site`; return it."""
    between, with_us = learning.learned(site.usual.ours)
    norm = norms.measured(between, with_us, site, day.toordinal())
    calibrating.carry(norm, norms.read(), day)
    learning.keep(between)
    norm.save()
    return norm, with_us


def _seat() -> None:
    """Let standings follow whoever was written past the pages, before the norm is held."""
    seated = Standing.objects.values_list("pk", "layer", "weight")
    here = one_side.who(Stakeholder.objects.current())
    names = ("stakeholder_id", "layer", "weight")
    now = zip(*(here[name].tolist() for name in names), strict=True)
    astray = {pk for pk, *_ in set(seated) ^ set(now)}
    for some in batched(sorted(astray), tables.MOST_NAMED):
        with transaction.atomic():
            standing.follow(some)


@transaction.atomic
def _refresh(people: Ids, lesson: Lesson) -> Columns:
    """Bring the standings of some `people` up to a `lesson`; return a tally's columns."""
    first, last = int(people[0]), int(people[-1])
    standing.hold(pk__gte=first, pk__lte=last)
    lesson.right.keep()
    before = one_side.read(Standing.objects.filter(pk__gte=first, pk__lte=last), whole=True)
    learned = one_side.learned_of(lesson.with_us, before["stakeholder_id"])
    seen = lesson.present.of(before["stakeholder_id"])
    now = {**before, **learned, "seen": seen}
    found: Scored = one_side.scored(now, lesson.norm, lesson.day)
    now |= one_side.marks(found, now["ours"])
    differs = tables.changed({name: now[name] for name in one_side.MOVES}, before)
    one_side.write(tables.take(now, differs))
    return tally.needed(now, found)
