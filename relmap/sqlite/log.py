"""The log of SQLite: what was saved goes from there into the file, beside who saves.

SQLite lets whoever makes the log long enough do this for everybody, and wait for it:
one in forty saves took three times as long as the others.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final

from django.db import connection

from relmap.beside import beside

EVERY: Final = timedelta(seconds=1)
LONG: Final = 4_000  # pages
PATIENCE: Final = 20  # milliseconds it waits for those who read; then it tries again later


@contextmanager
def taken_in() -> Iterator[None]:
    """Keep the log short while the block runs; any other database needs nothing."""
    if connection.vendor != "sqlite":
        yield
        return
    with beside(lambda: take_in(connection), EVERY):
        yield


def take_in(here: Any) -> None:
    """Take into the file of the connection `here` what nobody still reads as it was.

    Nobody waits for most of it. What is saved meanwhile comes after it in the log, so a
    long one is let begin anew, for which all who write wait until the rest is in too.
    """
    with here.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
        _, pages, _ = cursor.fetchone()
        if pages > LONG:
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            cursor.execute("PRAGMA wal_checkpoint(RESTART)")
