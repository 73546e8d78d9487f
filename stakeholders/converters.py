"""How ids and months stand in addresses: as what a database can keep."""

from collections.abc import Iterable
from datetime import date

from django.urls.converters import IntConverter

LONGEST_ID = 18  # digits; a longer number fits no database


def ids(values: Iterable[object]) -> list[int]:
    """Return the numbers among `values` that can be an id, each once, in order."""
    texts = (str(value) for value in values)
    return list(dict.fromkeys(int(text) for text in texts if is_id(text)))


def is_id(text: str) -> bool:
    """Return whether `text` can be an id."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_ID


class IdConverter(IntConverter):
    """An id in an address; a number that can be none leads nowhere."""

    regex = f"[0-9]{{1,{LONGEST_ID}}}"


class MonthConverter:
    """A month in an address, such as 2026-10; for a view it is the month's first day."""

    regex = "[1-9][0-9]{3}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        """Return the first day of the month."""
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        """Return the month as it stands in an address."""
        return f"{value:%Y-%m}"
