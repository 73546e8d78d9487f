"""Rows that cannot be imported, told together where the same is wrong with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.text import get_text_list


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong, and with which rows, as a spreadsheet counts them."""

    reason: str
    rows: list[int]  # ascending

    def __str__(self) -> str:
        """Return which rows: "Row 4", or "Rows 2 to 9, 12 and 14"."""
        spans = list(_spans(self.rows))
        return f"Row{'s' if len(self.rows) > 1 else ''} {get_text_list(spans, 'and')}"


def told_together(skipped: Iterable[Sequence[Any]]) -> list[Wrong]:
    """Return what is wrong with the rows `skipped` by a `Batch`, most rows first."""
    found: dict[str, list[int]] = {}
    for number, reason, *_ in skipped:
        found.setdefault(reason, []).append(number)
    wrong = [Wrong(reason, rows) for reason, rows in found.items()]
    return sorted(wrong, key=lambda one: -len(one.rows))


def _spans(rows: list[int]) -> Iterator[str]:
    """Yield rows as a reader says them: three or more without a gap by their ends."""
    for _, run in groupby(enumerate(rows), lambda one: one[1] - one[0]):
        said = [f"{row:,}" for _, row in run]
        if len(said) > 2:
            said = [f"{said[0]} to {said[-1]}"]
        yield from said
