"""The map as rows: the same people and ties, by the same filters as the drawing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from stakeholders.scores.columns import or_none
from stakeholders.scores.health import Band
from stakeholders.views.map_data import Network, Person
from stakeholders.views.map_filters import Kept

DIGITS: Final = 9  # of a conversation; what differs by less is as much


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person on the map."""

    person: Person
    name: str
    layer: str
    unit: str | None
    ties: int
    contact: float  # attention given and received: conversations, faded
    spoke: date | None  # with anybody


@dataclass(frozen=True, slots=True)
class TieRow:
    """One pair on the map."""

    low: Person
    high: Person
    one: str  # name of low
    other: str  # name of high
    there: float  # how much low reaches out: conversations, faded
    back: float
    side: str | None  # who reaches out, in words
    trust: float | None  # how far low can count on high, -1..1
    trusted: float | None  # how far high can count on low
    spoke: date | None
    band: str


def people_rows(network: Network, keep: Kept) -> list[PersonRow]:
    """Return the people that the filters keep."""
    units = {pk: name for pk, name, _ in network.units}
    ends = np.concatenate([network.low, network.high])
    quiet = np.full(len(network.people), np.nan)
    np.fmin.at(quiet, ends, np.tile(network.scores.condition.quiet, 2))
    ties = np.bincount(ends, minlength=len(network.people))
    return [
        PersonRow(
            person=(one := network.people[row]),
            name=one.name,
            layer=one.layer,
            unit=units.get(one.unit or 0),
            ties=int(ties[row]),
            contact=round(float(network.contact[row]), DIGITS),
            spoke=_before(network.day, quiet[row]),
        )
        for row in np.flatnonzero(keep.people).tolist()
    ]


def tie_rows(network: Network, keep: Kept) -> list[TieRow]:
    """Return the ties that the filters keep."""
    state, sided = network.scores.condition, network.sided
    return [
        TieRow(
            low=(low := network.people[network.low[row]]),
            high=(high := network.people[network.high[row]]),
            one=low.name,
            other=high.name,
            there=round(float(network.there[row]), DIGITS),
            back=round(float(network.back[row]), DIGITS),
            side=_who(sided[row], low, high),
            trust=or_none(np.asarray(state.trust_in_target)[row]),
            trusted=or_none(np.asarray(state.trust_in_source)[row]),
            spoke=_before(network.day, np.asarray(state.quiet)[row]),
            band=Band(int(network.scores.band[row])).key,
        )
        for row in np.flatnonzero(keep.ties).tolist()
    ]


def _who(side: float, low: Person, high: Person) -> str | None:
    """Return who reaches out, in words; None is unknown."""
    words = {1.0: f"mostly {low.name}", -1.0: f"mostly {high.name}", 0.0: "both"}
    return words.get(side)


def _before(day: date, quiet: float) -> date | None:
    """Return the day `quiet` days before `day`, None where that is unknown."""
    return None if np.isnan(quiet) else day - timedelta(days=int(quiet))
