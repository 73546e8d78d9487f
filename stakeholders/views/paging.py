"""Pages of lists that would take long to count."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet

MOST: Final = 10_000  # rows that are counted and can be turned to; nobody turns to more


class CountedUpTo(Paginator[Any]):
    """Pages of the first rows of a list, which is never counted to its end.

    Counting a million conversations takes a quarter of a second; whoever looks for an
    old one narrows the list.
    """

    def __init__(self, rows: QuerySet[Any, Any], per_page: int) -> None:
        """Take the rows in their order."""
        super().__init__(rows[:MOST], per_page)
        self._beyond = rows.order_by()[: MOST + 1]

    @cached_property
    def _found(self) -> int:
        """Return how many rows there are, or one more than there are pages of."""
        return self._beyond.count()

    @property
    def more(self) -> bool:
        """Return whether there are rows that no page shows."""
        return self._found > MOST

    @cached_property
    def count(self) -> int:
        """Return how many rows there are pages of."""
        return min(self._found, MOST)


class Counted(Paginator[Any]):
    """Pages of rows that are counted elsewhere than where they are put in order."""

    def __init__(self, rows: Any, per_page: int, how_many: Callable[[], int]) -> None:
        """Take the rows, and what counts the same ones."""
        super().__init__(rows, per_page)
        self._how_many = how_many

    @cached_property
    def count(self) -> int:
        """Return how many rows there are."""
        return self._how_many()
