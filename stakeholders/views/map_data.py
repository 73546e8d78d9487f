"""What the map shows: everybody a reader may see, and both directions of every tie."""

from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import Any, NamedTuple

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from stakeholders.models import Stakeholder, Unit
from stakeholders.models.access import Reader
from stakeholders.scores.balance import one_sided
from stakeholders.scores.health import BOTH_WAYS, Band
from stakeholders.scores.layout_room import grid
from stakeholders.scores.pairs import PairScores
from stakeholders.standings import reading

type Places = NDArray[np.intp]
type Floats = NDArray[np.float64]

BELOW = -1.06  # where people wait who are newer than the map


class Person(NamedTuple):
    """One person as the map draws them."""

    pk: int
    name: str
    layer: str
    unit: int | None  # id
    title: str | None
    influence: int | None  # 1 to 5
    x: float | None
    y: float | None
    community: int | None


COLUMNS = [
    *("pk", "name", "layer", "unit_id", "role_title", "influence"),
    *("place__x", "place__y", "place__community"),
]


@dataclass(frozen=True, slots=True)
class Network:
    """People, and their ties as columns: row by row one pair, seen from its low end."""

    people: list[Person]
    units: list[tuple[int, str, int | None]]  # id, name, id of the unit above
    low: Places  # which of `people`: ours where a tie joins us with others
    high: Places
    there: Floats  # how much low reaches out to high: conversations, faded
    back: Floats
    scores: PairScores

    def contact(self) -> Floats:
        """Return each person's attention, given and received: conversations, faded."""
        both = self.there + self.back
        ends = (np.bincount(end, both, len(self.people)) for end in (self.low, self.high))
        return np.asarray(sum(ends, np.zeros(len(self.people))))

    def sided(self) -> Floats:
        """Return who reaches out: 1 low, -1 high, 0 both, unknown below enough events."""
        state = self.scores.condition
        leans = one_sided(state.balance, state.contacts, settings.RULES)
        enough = state.contacts >= settings.RULES.enough_events
        both = np.where(enough & (self.scores.attention >= BOTH_WAYS), 0.0, np.nan)
        return np.where(leans, -np.sign(state.balance), both)


def network(reader: Reader, *, day: date) -> Network:
    """Return the network `reader` may see, as of `day`, in a fixed number of queries."""
    scored = reading.everybody(day=day)
    scores = scored.scores
    people = _people(reader)
    units = Unit.objects.visible_to(reader).current().order_by("name", "pk")
    ids = np.array([person.pk for person in people], np.int64)
    return Network(
        people,
        list(units.values_list("pk", "name", "parent")),
        np.searchsorted(ids, scores.source),
        np.searchsorted(ids, scores.target),
        scored.there.attention,
        scored.back.attention,
        scores,
    )


def _people(reader: Reader) -> list[Person]:
    """Return everybody `reader` may see, by id; the newest wait below the map."""
    seen = Stakeholder.objects.visible_to(reader).current().with_primary_role()
    rows = seen.order_by("pk").values_list(*COLUMNS)
    people = [Person(*row) for row in rows]
    waiting = [row for row, person in enumerate(people) if person.x is None]
    spots = grid(len(waiting), 2 * BELOW + 1, BELOW)
    for row, (x, y) in zip(waiting, spots.tolist(), strict=True):
        people[row] = people[row]._replace(x=x, y=y)
    return people


def as_columns(network: Network) -> dict[str, Any]:
    """Return `network` as short columns for the map; unknown is None."""
    layers = [[value, str(label)] for value, label in Stakeholder.Layer.choices]
    number = {value: row for row, (value, _) in enumerate(layers)}
    units = {pk: row for row, (pk, _, _) in enumerate(network.units)}
    people = network.people
    return {
        "layers": layers,
        "units": [
            {"id": pk, "name": name, "parent": units.get(above or 0, -1)}
            for pk, name, above in network.units
        ],
        "people": {
            "id": [person.pk for person in people],
            "name": [person.name for person in people],
            "title": [person.title or "" for person in people],
            "layer": [number[person.layer] for person in people],
            "unit": [units.get(person.unit or 0, -1) for person in people],
            "influence": [person.influence for person in people],
            "x": [round(person.x or 0, 4) for person in people],
            "y": [round(person.y or 0, 4) for person in people],
            "community": [person.community for person in people],
            "contact": _known(network.contact()),
        },
        "ties": _ties(network),
    }


def _ties(network: Network) -> dict[str, list[Any]]:
    """Return the columns of the ties."""
    state = network.scores.condition
    return {
        "low": network.low.tolist(),
        "high": network.high.tolist(),
        "there": _known(network.there),
        "back": _known(network.back),
        "trustThere": _known(np.asarray(state.trust_in_target)),
        "trustBack": _known(np.asarray(state.trust_in_source)),
        "sided": _known(network.sided()),
        "quiet": _known(np.asarray(state.quiet)),
        "band": [Band(band).key for band in network.scores.band.tolist()],
    }


def _known(column: Floats) -> list[float | None]:
    """Return `column` to three digits, None where it is unknown."""
    return [None if isnan(value) else float(f"{value:.3g}") for value in column.tolist()]
