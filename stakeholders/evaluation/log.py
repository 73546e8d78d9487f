"""A log as columns: who reached or judged whom, when, how much."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.columns import Days, Floats, Ids

SECONDS_A_DAY: Final = 86_400
FIRST_DAY: Final = datetime(1970, 1, 1, tzinfo=UTC).toordinal()


class UnreadableLogError(ValueError):
    """The file does not say what was asked, and this says what is missing."""


@dataclass(frozen=True, slots=True)
class Log:
    """One row per contact, judgement or tie, in order of time; never to oneself."""

    source: Ids  # people, numbered from 0
    target: Ids
    seconds: Floats | None  # since 1970, UTC; None: the file says no time
    amount: Floats | None  # rating or weight, as in the file; None: it says none

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.source)

    @property
    def people(self) -> int:
        """Return how many people appear."""
        return len(np.union1d(self.source, self.target))

    @property
    def pair(self) -> Ids:
        """Return each row's unordered pair, numbered from 0."""
        low, high = (
            np.minimum(self.source, self.target),
            np.maximum(self.source, self.target),
        )
        keys = low * (int(high.max(initial=0)) + 1) + high
        return np.unique(keys, return_inverse=True)[1].astype(np.int64)

    @property
    def time(self) -> Floats:
        """Return `seconds`; raise UnreadableLogError where the file says none."""
        if self.seconds is None:
            raise UnreadableLogError("Every row must say when: a column unix_time.")
        return self.seconds

    @property
    def day(self) -> Days:
        """Return each row's calendar day in UTC, as a proleptic Gregorian ordinal."""
        return (self.time // SECONDS_A_DAY).astype(np.int32) + np.int32(FIRST_DAY)

    @property
    def rating(self) -> Floats:
        """Return how each judged, on -1..1; raise UnreadableLogError where not said."""
        if self.amount is None:
            raise UnreadableLogError("Every row must say how it judged: a column rating.")
        return self.amount / max(float(np.abs(self.amount).max(initial=0.0)), 1e-12)

    def take(self, rows: NDArray) -> Self:
        """Return the rows that `rows` (indices or truths) selects."""
        return type(self)(
            self.source[rows],
            self.target[rows],
            None if self.seconds is None else self.seconds[rows],
            None if self.amount is None else self.amount[rows],
        )
