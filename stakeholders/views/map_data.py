"""What the map shows: everybody a reader may see, and both directions of every tie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from django.conf import settings
from django.db import connection
from numpy.typing import NDArray

from stakeholders.models import Stakeholder, Unit, stamps
from stakeholders.models.access import Reader
from stakeholders.recent import Recent
from stakeholders.scores import network as structure
from stakeholders.scores.balance import one_sided
from stakeholders.scores.health import BOTH_WAYS
from stakeholders.scores.layout_room import grid
from stakeholders.scores.pairs import PairScores
from stakeholders.standings import reading
from stakeholders.standings.whole import DRAWN

type Places = NDArray[np.intp]
type Floats = NDArray[np.float64]
type Mask = NDArray[np.bool_]

BELOW = -1.06  # where people wait who are newer than the map
NO_UNIT = -1
CROWDS: Final = 8  # that a process keeps, one for each reader


class Person(NamedTuple):
    """One person as the map draws them."""

    pk: int
    name: str
    layer: str
    unit: int | None  # id
    title: str | None
    influence: int | None  # 1 to 5
    engagement: int | None  # now, 1 to 5
    counterpart: int | None  # id
    x: float | None  # None: of very many, one whom the map does not draw
    y: float | None
    community: int | None
    between: float | None  # share of shortest ways that lead over them
    broker: str | None  # the role most played between others; "" for none


COLUMNS = [
    *("pk", "name", "layer", "unit_id", "role_title", "influence", "engagement_now"),
    *("counterpart_id", "place__x", "place__y", "place__community"),
    *("place__between", "place__broker"),
]


@dataclass(frozen=True, eq=False)
class Crowd:
    """People by id, and the units they are in."""

    people: list[Person]
    units: list[tuple[int, str, int | None]]  # id, name, id of the unit above

    @cached_property
    def ids(self) -> NDArray[np.int64]:
        """Return the id of each person, ascending."""
        return np.array([person.pk for person in self.people], np.int64)

    @cached_property
    def unit(self) -> Places:
        """Return which of `units` each person is in, NO_UNIT without one."""
        row = {pk: place for place, (pk, _, _) in enumerate(self.units)}
        return np.array([row.get(one.unit or 0, NO_UNIT) for one in self.people], np.intp)

    @cached_property
    def ours(self) -> Mask:
        """Return who is of our team."""
        return np.array([one.layer == "team" for one in self.people], bool)

    @cached_property
    def drawn(self) -> Mask:
        """Return who is drawn: everybody, of very many the best connected."""
        return np.array([one.x is not None for one in self.people], bool)

    @cached_property
    def placed(self) -> list[Person]:
        """Return everybody, each with a place; who is not drawn stands below the map."""
        people = list(self.people)
        _wait(people, np.flatnonzero(~self.drawn).tolist())
        return people


@dataclass(frozen=True)
class Network:
    """A crowd, and its ties as columns: row by row one pair, in order of low and high."""

    day: date
    crowd: Crowd
    low: Places  # which of `people`: ours where a tie joins us with others
    high: Places
    there: Floats  # how much low reaches out to high: conversations, faded
    back: Floats
    scores: PairScores

    @property
    def people(self) -> list[Person]:
        """Return everybody, by id."""
        return self.crowd.people

    @property
    def units(self) -> list[tuple[int, str, int | None]]:
        """Return the units, by name."""
        return self.crowd.units

    @property
    def ids(self) -> NDArray[np.int64]:
        """Return the id of each person, ascending."""
        return self.crowd.ids

    @property
    def unit(self) -> Places:
        """Return which of `units` each person is in, NO_UNIT without one."""
        return self.crowd.unit

    @property
    def ours(self) -> Mask:
        """Return who is of our team."""
        return self.crowd.ours

    @cached_property
    def contact(self) -> Floats:
        """Return each person's attention, given and received: conversations, faded."""
        both = self.there + self.back
        ends = (np.bincount(end, both, len(self.people)) for end in (self.low, self.high))
        return np.asarray(sum(ends, np.zeros(len(self.people))))

    @cached_property
    def sided(self) -> Floats:
        """Return who reaches out: 1 low, -1 high, 0 both, unknown below enough events."""
        state = self.scores.condition
        leans = one_sided(state.balance, state.contacts, settings.RULES)
        enough = state.contacts >= settings.RULES.enough_events
        both = np.where(enough & (self.scores.attention >= BOTH_WAYS), 0.0, np.nan)
        return np.where(leans, -np.sign(state.balance), both)

    @cached_property
    def drawn(self) -> Mask:
        """Return which ties join two people who are drawn."""
        return np.asarray(self.crowd.drawn[self.low] & self.crowd.drawn[self.high])

    def drawn_ends(self) -> tuple[Places, Places]:
        """Return low and high of the ties that are drawn, as rows of who is drawn."""
        row = np.cumsum(self.crowd.drawn) - 1
        return row[self.low[self.drawn]], row[self.high[self.drawn]]

    @cached_property
    def across(self) -> Mask:
        """Return which ties join people of two units."""
        one, other = self.unit[self.low], self.unit[self.high]
        return np.asarray((one != other) & (one != NO_UNIT) & (other != NO_UNIT))

    def directed(self) -> structure.Network:
        """Return it as the structure scores take it: who reaches out to whom."""
        one, other = np.concatenate([[self.low, self.high], [self.high, self.low]], axis=1)
        weight = np.concatenate([self.there, self.back])
        return structure.Network(self.ids, one, other, weight).where(weight > 0)


KEPT: Final = Recent[Crowd](most=CROWDS, seconds=600)


def network(reader: Reader, *, day: date, past: bool = False) -> Network:
    """Return the network `reader` may see, as of `day`, in a fixed number of queries.

    past: a day gone by, of which nothing that happened later may be used.
    """
    scored = reading.everybody(day=day, past=past)
    here = crowd(reader)
    return Network(
        day,
        here,
        np.searchsorted(here.ids, scored.scores.source),
        np.searchsorted(here.ids, scored.scores.target),
        scored.there.attention,
        scored.back.attention,
        scored.scores,
    )


def crowd(reader: Reader) -> Crowd:
    """Return everybody `reader` may see; the same as before, unless any of it changed."""
    if connection.in_atomic_block:  # whose own writes change a word only once
        return _read(reader)
    words = stamps.words()
    key = reader.pk, words.get("people"), words.get("structure")
    found = KEPT.get(key)
    if found is None:
        found = _read(reader)
        KEPT.set(key, found)
    return found


def _read(reader: Reader) -> Crowd:
    """Return everybody `reader` may see, with the units."""
    units = Unit.objects.visible_to(reader).current().order_by("name", "pk")
    return Crowd(_people(reader), list(units.values_list("pk", "name", "parent")))


def _people(reader: Reader) -> list[Person]:
    """Return everybody `reader` may see, by id; the newest wait below the map.

    No more than DRAWN are drawn: those who have a place, and who waits as far as there
    is room.
    """
    seen = Stakeholder.objects.visible_to(reader).current().with_primary_role()
    rows: Iterable[tuple] = seen.order_by("pk").values_list(*COLUMNS)
    people = [Person(*row) for row in rows]
    waiting = [row for row, person in enumerate(people) if person.x is None]
    _wait(people, waiting[: max(DRAWN - (len(people) - len(waiting)), 0)])
    return people


def _wait(people: list[Person], rows: Sequence[int]) -> None:
    """Let those in `rows` of `people` stand in lines below the map."""
    spots = grid(len(rows), 2 * BELOW + 1, BELOW)
    for row, (x, y) in zip(rows, spots.tolist(), strict=True):
        people[row] = people[row]._replace(x=x, y=y)
