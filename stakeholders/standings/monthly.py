"""Monthly: how we stood with each layer and unit at the end of a month, and in it.

The numbers are those the dashboard shows for the last day of the month: of a day gone by
nothing that happened later is used.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from stakeholders.models import GroupTrend, Interaction, Participation, Stakeholder, Unit
from stakeholders.scores.columns import Ids
from stakeholders.scores.health import Band
from stakeholders.standings import one_side, reading, tables, tally, word
from stakeholders.standings.clock import shown_day
from stakeholders.standings.grouping import NETWORK, Group, Groups
from stakeholders.standings.scope import EVERYBODY, Period, Scope
from stakeholders.standings.tables import Columns
from stakeholders.standings.talk_days import COUNTS, KINDS, MARKS
from stakeholders.standings.talks import Talks
from stakeholders.standings.tally import LayerHealth
from stakeholders.standings.word import Word

NAMED: Final = 12  # people who moved
EVERYBODY_CALLED: Final = "Everybody"


@dataclass(frozen=True, slots=True)
class Line:
    """How we stood with one group of people."""

    kind: str  # network, layer or unit
    key: str  # of the layer or unit
    name: str
    health: LayerHealth  # on the last day
    talks: Talks  # of the month: how many conversations, and how they went
    ours: Word | None  # how we kept what we promised them; not told of a unit
    theirs: Word | None

    @property
    def conversations(self) -> int:
        """Return how many conversations of the month somebody of them took part in."""
        return self.talks.conversations


@dataclass(frozen=True, slots=True)
class Month:
    """How we stood at the end of a month."""

    first: date
    last: date  # the last day that is told
    day: date  # for which scores are shown: where the log stopped, its last
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody with whom we stood in another band a month before."""

    person: int  # id
    was: str
    band: str


@dataclass(frozen=True, slots=True)
class Report:
    """One month beside the one before."""

    month: Month
    before: Month
    worse: list[Moved]  # those who matter most first
    better: list[Moved]
    worse_count: int
    better_count: int


@dataclass(frozen=True, slots=True)
class _Here:
    """Who is here and not ours, read once: meanwhile others may add and put away."""

    who: Columns  # in order of id
    groups: Groups
    units: dict[int, str]  # names by id


@dataclass(frozen=True, slots=True)
class _State:
    """Everybody who is here as they were on a day, in order of id."""

    day: date  # see `clock.shown_day`
    people: Columns  # see `tally.needed`


def last_of(first: date) -> date:
    """Return the last day of the month that begins on `first`."""
    return (first + timedelta(31)).replace(day=1) - timedelta(1)


def before(first: date) -> date:
    """Return the first day of the month before."""
    return (first - timedelta(1)).replace(day=1)


def report(first: date, *, today: date) -> Report:
    """Return the month that begins on `first`, up to `today`, beside the one before."""
    last = min(last_of(first), today)
    then, now = Period(before(first), last_of(before(first))), Period(first, last)
    here = _here()
    was, state = _state(here.who, then.last, today), _state(here.who, last, today)
    bands = was.people["band"].astype(np.int64), state.people["band"].astype(np.int64)
    known = (bands[0] != Band.UNKNOWN) & (bands[1] != Band.UNKNOWN)
    worse, better = known & (bands[1] < bands[0]), known & (bands[1] > bands[0])
    return Report(
        _month(here, state, now),
        _month(here, was, then),
        _moved(here.who, *bands, worse),
        _moved(here.who, *bands, better),
        int(worse.sum()),
        int(better.sum()),
    )


def _moved(
    who: Columns, was: NDArray, band: NDArray, some: NDArray[np.bool_]
) -> list[Moved]:
    """Return who of `some` to name, those who matter most first."""
    places = np.flatnonzero(some)
    order = places[np.argsort(-who["weight"][places], kind="stable")][:NAMED]
    ids = who["stakeholder_id"]
    return [Moved(int(ids[n]), Band(was[n]).key, Band(band[n]).key) for n in order]


def _here() -> _Here:
    """Return who is here, and what the groups they are in are called."""
    who = one_side.who(EVERYBODY.people())
    groups = Groups.of(who["stakeholder_id"], who["layer"], ~who["ours"])
    return _Here(who, groups, _unit_names())


def _state(who: Columns, last: date, today: date) -> _State:
    """Return everybody as they were at the end of the day `last`."""
    ids = who["stakeholder_id"]
    day, past = shown_day(last), last < today
    scored = reading.all_with_us(ids.tolist(), day=day, past=past)
    known = np.isin(ids, scored.scores.target)
    met, others = tables.take(who, known), who["layer"][~known]
    people = tally.joined([tally.needed(met, scored), tally.strangers(others)])
    order = np.argsort(np.concatenate([ids[known], ids[~known]]))
    return _State(day, tables.take(people, order))


def _month(here: _Here, state: _State, period: Period) -> Month:
    """Return one month: everybody together, each layer and each unit, in this order."""
    groups, units = here.groups, here.units
    talked = _talked(groups, here.who["stakeholder_id"], period)
    lines = [
        _line(group, tables.take(state.people, row), _name(group, units), how, period)
        for group, row, how in zip(groups.names, _rows(groups), talked, strict=True)
    ]
    return Month(period.first, period.last, state.day, sorted(lines, key=_place))


def _place(line: Line) -> tuple[int, int, str]:
    """Return where a line stands: everybody, layers as everywhere, units by name."""
    layer = line.kind == GroupTrend.Kind.LAYER
    among = Stakeholder.Layer.values.index(line.key) if layer else 0
    return GroupTrend.Kind.values.index(line.kind), among, line.name


def _rows(groups: Groups) -> list[NDArray]:
    """Return the places of the people of each group."""
    starts, members = groups.members.indptr, groups.members.indices
    return [members[a:b] for a, b in pairwise(starts.tolist())]


def _unit_names() -> dict[int, str]:
    """Return what each unit is called, and what it is part of where others are so too."""
    rows = list(Unit.objects.values_list("pk", "name", "parent__name"))
    often = Counter(name for _, name, _ in rows)
    return {
        pk: f"{name}, {above}" if above and often[name] > 1 else name
        for pk, name, above in rows
    }


def _name(group: Group, units: dict[int, str]) -> str:
    """Return what a group is called."""
    kind, key = group
    if kind == GroupTrend.Kind.UNIT:
        return units[int(key)]
    named = dict(Stakeholder.Layer.choices)
    return str(named.get(key, EVERYBODY_CALLED))


def _line(group: Group, here: Columns, name: str, how: Talks, period: Period) -> Line:
    """Return how we stood with the people of one group."""
    kind, key = group
    health = tally.health(key, here)
    if kind == GroupTrend.Kind.UNIT:
        return Line(kind, key, name, health, how, None, None)
    scope = EVERYBODY if group == NETWORK else Scope(layer=key)
    ours, theirs = word.of_both(scope, period)
    return Line(kind, key, name, health, how, ours, theirs)


def _talked(groups: Groups, people: Ids, period: Period) -> list[Talks]:
    """Return how the conversations of `period` went that each group took part in.

    Of everybody together, also those that our team had among themselves.
    """
    talked = Interaction.objects.current().filter(
        happened_on__range=(period.first, period.last)
    )
    rows = talked.order_by("pk").values_list("pk", *MARKS, "formality")
    marks = np.array([_marks(*row) for row in rows], np.int64).reshape(-1, 1 + len(COUNTS))
    # Who is ours is sorted out here: asked for both, a database begins with the people.
    seats = Participation.objects.filter(interaction__in=talked.order_by().values("pk"))
    found = list(seats.order_by().values_list("stakeholder", "interaction"))
    who, what = np.array(found, np.int64).reshape(-1, 2).T
    theirs = np.isin(who, people) & np.isin(what, marks[:, 0])  # some are newer
    places = (
        np.searchsorted(people, who[theirs]),
        np.searchsorted(marks[:, 0], what[theirs]),
    )
    counted = groups.add_up(*places, marks[:, 1:])
    every = marks[:, 1:].sum(axis=0)
    return [
        Talks(*(every if name == NETWORK else row).tolist())
        for name, row in zip(groups.names, counted, strict=True)
    ]


def _marks(pk: int, asked: bool, listened: bool, told: bool, how: str) -> tuple[int, ...]:
    """Return the id of a conversation, and what it counts for each of COUNTS."""
    return pk, 1, asked, listened, told, how == KINDS[0], how == KINDS[1]
