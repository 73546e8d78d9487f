"""Django's SQLite, where writers take turns and a statement is translated once."""

from collections.abc import Iterable
from contextlib import nullcontext
from functools import lru_cache
from typing import Any, Final

from django.db.backends.sqlite3 import base, features

from relmap.sqlite import turns

TEXTS: Final = 512  # statements kept
LONGEST: Final = 8_000  # characters of one that is; bulk writes are longer


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that knows a statement again.

    Django looks through each for its placeholders, which takes longer than a small
    statement itself does.
    """

    def convert_query(self, query: str, *, param_names: Iterable[str] | None = None) -> str:
        """Return `query` with the placeholders of SQLite."""
        if param_names is None and len(query) <= LONGEST:
            return _converted(query)
        return str(super().convert_query(query, param_names=param_names))


@lru_cache(maxsize=TEXTS)
def _converted(query: str) -> str:
    """Return `query` with a question mark for each placeholder."""
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseFeatures(features.DatabaseFeatures):
    """What this SQLite can do.

    Django would ask whether it knows JSON by taking the lock to write: while somebody
    saves the answer would be no, and stay so for as long as the connection does.
    """

    supports_json_field = True


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the file."""

    features_class = DatabaseFeatures
    planned_alike = staticmethod(nullcontext)  # values never change how it answers

    def wait_for_others(self, milliseconds: int) -> None:
        """Wait no longer than that for others who write."""
        self.ensure_connection()
        self.connection.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def create_cursor(self, name: str | None = None) -> Any:
        """Return a cursor; SQLite names none."""
        return self.connection.cursor(factory=Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        """Begin a transaction once it is our turn."""
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc]
        turns.wait(self, begin)
