"""The map as rows: the same people and ties, by the same filters as the drawing."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from stakeholders.forms.picking import ids
from stakeholders.scores.columns import or_none
from stakeholders.scores.health import Band
from stakeholders.views.map_data import Network, Person


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


def folded(text: str) -> str:
    """Return `text` without case and accents, as the drawing compares it."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def kept(network: Network, asked: Mapping[str, str]) -> NDArray[np.bool_]:
    """Return which people the filters of an address (q, layer, unit) keep."""
    names = {pk: name for pk, name, _ in network.units}
    words = folded(asked.get("q", "")).split()
    units = _within(network, asked.get("unit", ""))
    layer = asked.get("layer", "")
    return np.array(
        [
            (not layer or one.layer == layer)
            and (units is None or one.unit in units)
            and _says(one, names.get(one.unit or 0, ""), words)
            for one in network.people
        ],
        bool,
    )


def _says(person: Person, unit: str, words: list[str]) -> bool:
    """Return whether every one of `words` occurs in name, title or unit."""
    said = folded(f"{person.name} {person.title or ''} {unit}")
    return all(word in said for word in words)


def _within(network: Network, unit: str) -> set[int | None] | None:
    """Return the ids of `unit` and all units below it, None where none is asked for."""
    if not unit:
        return None
    inside: set[int | None] = set(ids([unit]))
    for _ in network.units:
        below = {pk for pk, _, above in network.units if above in inside}
        if below <= inside:
            break
        inside |= below
    return inside


def people_rows(network: Network, keep: NDArray[np.bool_], *, day: date) -> list[PersonRow]:
    """Return the people that `keep` selects; `day` is the day of the network."""
    units = {pk: name for pk, name, _ in network.units}
    ends = np.concatenate([network.low, network.high])
    quiet = np.full(len(keep), np.nan)
    np.fmin.at(quiet, ends, np.tile(network.scores.condition.quiet, 2))
    ties, contact = np.bincount(ends, minlength=len(keep)), network.contact()
    return [
        PersonRow(
            person=(one := network.people[row]),
            name=one.name,
            layer=one.layer,
            unit=units.get(one.unit or 0),
            ties=int(ties[row]),
            contact=float(contact[row]),
            spoke=_before(day, quiet[row]),
        )
        for row in np.flatnonzero(keep).tolist()
    ]


def tie_rows(network: Network, keep: NDArray[np.bool_], *, day: date) -> list[TieRow]:
    """Return the ties of the people that `keep` selects, to whomever they lead."""
    state, sided = network.scores.condition, network.sided()
    ours = keep[network.low] | keep[network.high]
    return [
        TieRow(
            low=(low := network.people[network.low[row]]),
            high=(high := network.people[network.high[row]]),
            one=low.name,
            other=high.name,
            there=float(network.there[row]),
            back=float(network.back[row]),
            side=_who(sided[row], low, high),
            trust=or_none(np.asarray(state.trust_in_target)[row]),
            trusted=or_none(np.asarray(state.trust_in_source)[row]),
            spoke=_before(day, np.asarray(state.quiet)[row]),
            band=Band(int(network.scores.band[row])).key,
        )
        for row in np.flatnonzero(ours).tolist()
    ]


def _who(side: float, low: Person, high: Person) -> str | None:
    """Return who reaches out, in words; None is unknown."""
    words = {1.0: f"mostly {low.name}", -1.0: f"mostly {high.name}", 0.0: "both"}
    return words.get(side)


def _before(day: date, quiet: float) -> date | None:
    """Return the day `quiet` days before `day`, None where that is unknown."""
    return None if np.isnan(quiet) else day - timedelta(days=int(quiet))
