"""Ticking: what has to happen as time passes, whether or not anybody looks.

A worker ticks beside its tasks, and `manage.py serve` where there is no worker; of any
number of processes one at a time does it, and not more often than once in `EVERY`.
"""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Final

from django.db import connections
from django.utils import timezone

from relmap import workers
from relmap.beside import beside

CHORE: Final = "tick"
EVERY: Final = timedelta(minutes=1)


def tick() -> bool:
    """Do what is due; return False where somebody just did, or is at it."""
    from stakeholders.standings import (  # noqa: PLC0415 a server need not wait for them
        chores,
        history,
        norms,
        reports,
        settling,
        standing,
        structure,
    )

    workers.reap()
    with chores.held(CHORE) as hold:
        before = chores.last(CHORE)
        if hold is None or (before.done_at and timezone.now() - before.done_at < EVERY / 2):
            return False
        settling.freshen(norms.read(), standing.today())
        history.keep_fresh(patient=True)
        reports.keep_fresh()
        workers.forget()
        hold.done(structure.after_quiet(before.mark))
    return True


def ticking(every: timedelta = EVERY) -> AbstractContextManager[None]:
    """Tick in a thread of its own while the block runs, first after `every`."""
    return beside(_tick_and_leave, every)


def _tick_and_leave() -> None:
    """Tick, and keep no connection until the next time."""
    try:
        tick()
    finally:
        connections.close_all()
