"""Truths: what is true or false, written into a query instead of handed over with it.

Where an index is of some rows alone, SQLite looks whether what is handed over is its
condition, and so plans the whole query anew each time it is asked. Of a query with who
may see what, that takes ten times as long as answering it.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

PLACEHOLDER: Final = re.compile(r"(?<!%)%s")


def told(vendor: str, sql: str, parameters: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
    """Return `sql` with its truths, and the other parameters; only SQLite needs it."""
    if vendor != "sqlite":
        return sql, tuple(parameters)
    words = iter([str(int(one)) if _is_truth(one) else "%s" for one in parameters])
    written = PLACEHOLDER.sub(lambda _: next(words), sql)
    return written, tuple(one for one in parameters if not _is_truth(one))


def _is_truth(one: Any) -> bool:
    """Return whether a parameter is true or false."""
    return isinstance(one, bool)
