"""Beside: what is done again and again in a thread of its own while something runs."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from django.db import connections

log = logging.getLogger(__name__)


@contextmanager
def beside(work: Callable[[], object], every: timedelta) -> Iterator[None]:
    """Do `work` in a thread while the block runs, first after `every`."""
    over = Event()
    thread = Thread(target=_repeat, args=(work, every, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()


def _repeat(work: Callable[[], object], every: timedelta, over: Event) -> None:
    """Do `work` until it is over; what goes wrong is logged, and tried again next time."""
    while not over.wait(every.total_seconds()):
        try:
            work()
        except Exception:
            log.exception("What is due could not be done; it is tried again.")
    connections.close_all()
