"""One relationship as a page shows it: numbers or None, never NaN."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.health import Band, Condition
from stakeholders.scores.reasons import Reason, reasons

if TYPE_CHECKING:
    from stakeholders.scores.intervals import PairIntervals
    from stakeholders.standings.scored import Scored


type Ends = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Relationship:
    """How one pair is. What each number means is in the catalogue of scores."""

    source: int  # stakeholder id, or 0: our side as a whole
    target: int  # stakeholder id
    band: str  # healthy, cooling, one_sided, strained, unknown
    signs: int  # sum of `health.Sign`
    state: Condition | None  # what its signs are read from
    last_on: date | None  # day of the last contact
    quiet: float | None  # days since then
    contacts: float  # conversations, unfaded
    silence: float | None  # chance of no contact in the next 30 days
    strength: float | None  # contact-days to be expected in 30 days
    attention: float | None  # evenness of reaching out, 0..1
    balance: float | None  # log-odds; above 0 the target reaches out more than usual
    giving: float | None  # evenness of giving, 0..1
    giving_balance: float | None  # log-odds; above 0 the target gives more than usual
    trust_in_source: float | None  # how far the target can count on the source, -1..1
    trust_in_target: float | None  # how far the source can count on the target, -1..1
    source_reliability: float | None  # chance that the source keeps the next promise, 0..1
    target_reliability: float | None
    began: float  # conversations the source began, unfaded
    answered: float  # conversations the target began, unfaded
    sent: float  # conversations the source began, faded
    received: float  # conversations the target began, faded
    given: float  # gifts by the source, faded
    got: float  # gifts by the target, faded
    learned_there: float  # faded weight of what the target learned of the source
    learned_back: float  # of what the source learned of the target
    # Of the 90 % intervals, by name; they follow from all the rest.
    ends: Mapping[str, Ends] = field(compare=False)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return why it has its band, gravest first."""
        return reasons(self.signs, self.state) if self.state else ()

    def other(self, person: int) -> int:
        """Return the id at the other end from `person`."""
        return self.target if self.source == person else self.source


class Near:
    """The intervals of some relationships, worked out once somebody asks for one."""

    def __init__(self, found: Callable[[], PairIntervals]) -> None:
        """Take what works them out."""
        self._found = found

    @cached_property
    def rows(self) -> dict[str, list[Ends]]:
        """Return the ends of each interval, row by row, by its name."""
        found = self._found()
        ends = {name: getattr(found, name) for name in WITH_INTERVAL}
        return {
            name: list(zip(*map(_known, both), strict=True)) for name, both in ends.items()
        }


class EndsOf(Mapping[str, Ends]):
    """The ends of the intervals of one relationship, by name."""

    def __init__(self, near: Near, rank: int) -> None:
        """Take the intervals, and which row of them it is."""
        self.near, self.rank = near, rank

    def __getitem__(self, name: str) -> Ends:
        """Return the lower and upper end of one."""
        return self.near.rows[name][self.rank]

    def __iter__(self) -> Iterator[str]:
        """Yield which there are."""
        return iter(WITH_INTERVAL)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(WITH_INTERVAL)


def relationships(
    scored: Scored, places: NDArray[np.intp], near: Near
) -> list[Relationship]:
    """Return the rows at `places` of `scored`; near: their intervals, in this order."""
    scores, state = scored.scores, scored.scores.condition
    told = {name: getattr(scores, name)[places].tolist() for name in OF_SCORES}
    quiet = _known(np.asarray(state.quiet)[places])
    unknown = {
        **{name: np.asarray(getattr(state, kept)) for name, kept in OF_STATE.items()},
        **{name: getattr(scores, name) for name in KNOWN_OR_NOT},
    }
    sums = {
        name: getattr(getattr(scored, way), kept)[places].tolist()
        for name, (way, kept) in OF_SUMS.items()
    }
    columns = {
        **told,
        "band": [BANDS[one] for one in told["band"]],
        "state": state.rows(places, unknown=None),
        "last_on": [None if q is None else scored.day - timedelta(days=q) for q in quiet],
        "quiet": quiet,
        "contacts": np.asarray(state.contacts)[places].tolist(),
        **{name: _known(column[places]) for name, column in unknown.items()},
        **sums,
        "ends": [EndsOf(near, rank) for rank in range(len(places))],
    }
    return [Relationship(*row) for row in zip(*(columns[n] for n in FIELDS), strict=True)]


def _known(column: NDArray[np.float64]) -> list[float | None]:
    """Return a column as plain numbers, None where it is unknown."""
    return [None if isnan(one) else one for one in column.tolist()]


FIELDS = [field.name for field in fields(Relationship)]
BANDS = {band.value: band.key for band in Band}
OF_SCORES = ("source", "target", "band", "signs")
OF_STATE = {
    "silence": "silence",
    "balance": "balance",
    "giving": "giving_evenness",
    "giving_balance": "giving_balance",
    "trust_in_source": "trust_in_source",
    "trust_in_target": "trust_in_target",
}
KNOWN_OR_NOT = ("strength", "attention", "source_reliability", "target_reliability")
OF_SUMS = {
    "began": ("there", "contacts"),
    "answered": ("back", "contacts"),
    "sent": ("there", "attention"),
    "received": ("back", "attention"),
    "given": ("there", "given"),
    "got": ("back", "given"),
    "learned_there": ("there", "evidence"),
    "learned_back": ("back", "evidence"),
}
WITH_INTERVAL = (
    "strength",
    "attention",
    "giving",
    "trust_in_source",
    "trust_in_target",
    "source_reliability",
    "target_reliability",
)
_NOTHING: dict[str, Any] = dict.fromkeys(field.name for field in fields(Relationship))
_ZERO = dict.fromkeys(("source", "target", "signs", "contacts"), 0)
_NONE_GIVEN = dict.fromkeys(OF_SUMS, 0.0)
_UNSAID: dict[str, Any] = {"band": "unknown", "state": None, "ends": {}}

# What a page shows of two people of whom nothing is known: a dash for every number.
NO_EVIDENCE = Relationship(**{**_NOTHING, **_ZERO, **_NONE_GIVEN, **_UNSAID})
