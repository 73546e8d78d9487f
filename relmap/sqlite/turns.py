"""Turns: on SQLite one at a time writes, and whoever waits for it looks often.

SQLite itself looks again after ever longer pauses, of up to a tenth of a second; most
who write are done after a hundredth, so the turn was free for longer than it was taken.
"""

from collections.abc import Callable
from time import monotonic, sleep
from typing import Any, Final

from django.db import OperationalError

from relmap.busy import is_busy

PAUSE: Final = 0.0001  # seconds between two looks, at first
SHARE: Final = 0.05  # of the time waited so far, later
LONGEST: Final = 0.01  # seconds; whoever waited long must not look least often


def wait(connection: Any, begin: Callable[[], None]) -> None:
    """Begin to write as soon as nobody else does, or raise when patience ends.

    connection: Django's; it is as patient as its SQLite says it may be.
    """
    here = connection.connection
    (patience,) = here.execute("PRAGMA busy_timeout").fetchone()
    here.execute("PRAGMA busy_timeout = 0")
    begun = monotonic()
    try:
        while True:
            try:
                return begin()
            except OperationalError as error:
                waited = monotonic() - begun
                if not is_busy(error.__cause__) or waited > patience / 1000:
                    raise
            sleep(min(max(PAUSE, waited * SHARE), LONGEST))
    finally:
        here.execute(f"PRAGMA busy_timeout = {patience}")
