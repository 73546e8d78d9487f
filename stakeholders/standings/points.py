"""Points: what history keeps of one week, as packed rows; unknown is NaN inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.health import Band

WEEK: Final = timedelta(7)
BANDS: Final = {band: band.key for band in Band}

# Little-endian whatever the machine, so that a database moves. 17 bytes a week.
PERSON: Final = np.dtype(
    [
        ("strength", "<f4"),
        ("silence", "<f4"),
        ("trust", "<f4"),
        ("attention", "<f4"),
        ("band", "u1"),
    ]
)
GROUP: Final = np.dtype(
    [
        ("people", "<i4"),
        *((key, "<i4") for key in BANDS.values()),
        ("trust", "<f4"),
        ("known_trust", "<i4"),
        ("silent", "<f4"),
        ("contacts", "<f4"),
        ("kept", "<f4"),
    ]
)


@dataclass(frozen=True, slots=True)
class Course:
    """Weekly points from `first` on, each at the end of a Sunday, without gaps."""

    first: date
    points: NDArray[Any]

    def __len__(self) -> int:
        """Return how many weeks there are."""
        return len(self.points)

    @property
    def days(self) -> list[date]:
        """Return the day of each point."""
        return [self.first + n * WEEK for n in range(len(self))]

    def last(self, weeks: int) -> "Course":
        """Return the latest `weeks` of it, all of it if there are fewer."""
        skipped = max(len(self) - weeks, 0)
        return Course(self.first + skipped * WEEK, self.points[skipped:])

    def of(self, name: str) -> list[float | None]:
        """Return one column, None where it is unknown.

        Of a person: strength, silence, trust, attention. Of a group: people, the five
        bands, trust, known_trust, silent, contacts, kept.
        """
        values = self.points[name].tolist()
        return [None if isnan(value) else value for value in values]

    @property
    def bands(self) -> list[str]:
        """Return the band of each week, of a person's course."""
        return [BANDS[Band(number)] for number in self.points["band"].tolist()]

    def rows(self) -> Iterator[tuple[date, Any]]:
        """Yield each day with its point."""
        yield from zip(self.days, self.points, strict=True)


def unpacked(first_day: int, packed: bytes | memoryview, kind: np.dtype[Any]) -> Course:
    """Return the course that a row keeps."""
    return Course(date.fromordinal(first_day), np.frombuffer(packed, kind))


def last_sunday(day: date) -> int:
    """Return the ordinal of the latest Sunday that had ended by the start of `day`."""
    yesterday = day.toordinal() - 1
    return yesterday - yesterday % 7
