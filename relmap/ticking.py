"""Ticking: what has to happen as time passes, whether or not anybody looks.

A worker ticks beside its tasks, and `manage.py serve` where there is no worker; of any
number of processes one at a time does it, and not more often than once in `EVERY`.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import Final

from django.db import connections
from django.utils import timezone

from relmap import workers

CHORE: Final = "tick"
EVERY: Final = timedelta(minutes=1)

log = logging.getLogger(__name__)


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


@contextmanager
def ticking(every: timedelta = EVERY) -> Iterator[None]:
    """Tick in a thread of its own while the block runs, first after `every`."""
    over = Event()
    thread = Thread(target=_tick_until, args=(over, every), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()


def _tick_until(over: Event, every: timedelta) -> None:
    """Tick until it is over; what goes wrong is logged, and tried again next time."""
    while not over.wait(every.total_seconds()):
        try:
            tick()
        except Exception:
            log.exception("What is due could not be done; it is tried again.")
        finally:
            connections.close_all()
