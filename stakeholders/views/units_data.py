"""The page of units: who talks across, how far each is from us, what bridge is missing."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from stakeholders.models import StructureRun
from stakeholders.scores.columns import or_none
from stakeholders.scores.missing_links import missing_links, warmth_matrix
from stakeholders.scores.unit_ties import UnitTies, mean_steps, steps_from, unit_ties
from stakeholders.standings import structure
from stakeholders.views.map_data import Network, Places

MOST = 24  # units in one matrix; the largest
BRIDGES = 5  # missing ones that are proposed
OF_ONE = 2  # of these, how many lead to one unit
WORTH = 2.0  # ties by chance; fewer are not missed
USUAL = 2  # the level of as many ties as by chance
# From which part of the expected ties on a cell counts as what.
LEVELS = ((0.25, "far fewer"), (0.75, "fewer"), (1.33, "as many"), (3.0, "more"))


@dataclass(frozen=True, slots=True)
class Cell:
    """What the people of one unit have to do with those of another."""

    reached: float  # conversations the row's reached out for, faded
    pairs: int  # in touch
    level: int  # 0 far fewer ties than by chance, to 4 far more
    words: str

    @property
    def said(self) -> str:
        """Return how many pairs are in touch, and whether that is many."""
        pairs = "1 pair is" if self.pairs == 1 else f"{self.pairs} pairs are"
        than = "as" if self.level == USUAL else "than"
        return f"{pairs} in touch, {self.words} {than} by chance"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit."""

    pk: int
    name: str
    people: int
    ours: bool
    index: float | None  # E-I, -1..1
    by_chance: float | None
    steps: float | None  # from our team to its people, mean
    beyond: int  # its people there is no way to
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two units that ought to talk more, and who could begin."""

    one: str
    other: str
    pairs: int  # in touch
    expected: float  # pairs by chance
    who: tuple[str, int]  # name and id of the best person of one
    whom: tuple[str, int]
    through: tuple[str, int] | None  # who could introduce them


class Units:
    """The units of a network, and what lies between them."""

    def __init__(self, network: Network) -> None:
        """Take the network; the largest units are shown, ours first."""
        self.network = network
        size = np.bincount(network.unit + 1, minlength=len(network.units) + 1)[1:]
        ours = np.bincount(network.unit[network.ours] + 1, minlength=len(size) + 1)[1:]
        largest = np.lexsort((np.arange(len(size)), -size, -ours))[:MOST]
        self.shown = [int(row) for row in largest if size[row]]
        self.left_out = int((size > 0).sum()) - len(self.shown)
        self.size, self.ours = size, ours

    @cached_property
    def found(self) -> StructureRun | None:
        """Return what is known of the network as a whole."""
        structure.keep_fresh()
        return structure.found()

    @cached_property
    def unit(self) -> Places:
        """Return which row of the page each person is in, -1 for none."""
        row = np.full(len(self.size) + 1, -1, np.intp)
        row[self.shown] = np.arange(len(self.shown))
        return row[self.network.unit]

    @cached_property
    def ties(self) -> UnitTies:
        """Return how the shown units deal with each other."""
        seen, ways = self.network, np.stack([self.network.there, self.network.back])
        return unit_ties(len(self.shown), self.unit, seen.low, seen.high, ways)

    @cached_property
    def warmth(self) -> sparse.csr_array:
        """Return how likely each two are in contact soon."""
        seen = self.network
        silence = np.asarray(seen.scores.condition.silence)
        return warmth_matrix(len(seen.people), seen.low, seen.high, silence)

    def heads(self) -> list[str]:
        """Return the name of each shown unit."""
        return [self.network.units[row][1] for row in self.shown]

    def rows(self) -> list[UnitRow]:
        """Return each shown unit."""
        index = {one[0]: one[1:] for one in self.found.units} if self.found else {}
        steps = steps_from(self.network.ours, self.network.low, self.network.high)
        far, beyond = mean_steps(steps, self.unit, len(self.shown))
        rows = []
        for place, row in enumerate(self.shown):
            pk, name, _ = self.network.units[row]
            inward, by_chance = index.get(pk, (None, None))
            rows.append(
                UnitRow(
                    pk=pk,
                    name=name,
                    people=int(self.size[row]),
                    ours=bool(self.ours[row]),
                    index=inward,
                    by_chance=by_chance,
                    steps=or_none(far[place]),
                    beyond=int(beyond[place]),
                    cells=self._cells(place),
                )
            )
        return rows

    def _cells(self, place: int) -> list[Cell]:
        """Return the cells of one row of the matrix."""
        columns = (self.ties.reached, self.ties.pairs, self.ties.expected)
        return [
            Cell(float(reached), int(pairs), *_level(pairs, expected))
            for reached, pairs, expected in zip(*(c[place] for c in columns), strict=True)
        ]

    def bridges(self) -> list[Bridge]:
        """Return which two units lack most ties, ours first, with who could begin."""
        pairs, expected = self.ties.pairs, self.ties.expected
        few = (pairs < LEVELS[0][0] * expected) & (expected >= WORTH)
        lack = np.where(np.triu(few, 1), expected - pairs, 0.0)
        ours = self.ours[self.shown] > 0
        worst = np.lexsort((-lack.ravel(), ~np.logical_or.outer(ours, ours).ravel()))
        often, found = Counter[int](), list[Bridge]()
        for one, other in (divmod(int(at), len(ours)) for at in worst):
            if lack[one, other] and max(often[one], often[other]) < OF_ONE:
                often.update((one, other))
                found.append(self._bridge(one, other))
            if len(found) == BRIDGES:
                break
        return found

    def _bridge(self, one: int, other: int) -> Bridge:
        """Return the bridge between two shown units, by whom it is easiest to build."""
        seen = self.network
        ends = np.flatnonzero(self.unit == one), np.flatnonzero(self.unit == other)
        links = missing_links(self.warmth, *ends, most=1)
        best = [int(end[seen.contact[end].argmax()]) for end in ends]
        who, whom = (links[0].one, links[0].other) if links else best
        names, people = self.heads(), seen.people
        named = [(people[row].name, people[row].pk) for row in (who, whom)]
        through = people[links[0].through] if links else None
        return Bridge(
            one=names[one],
            other=names[other],
            pairs=int(self.ties.pairs[one, other]),
            expected=float(self.ties.expected[one, other]),
            who=named[0],
            whom=named[1],
            through=(through.name, through.pk) if through else None,
        )


def _level(pairs: float, expected: float) -> tuple[int, str]:
    """Return how many ties there are against chance: 0 to 4, and in words."""
    part = pairs / expected if expected else 1.0
    for level, (most, words) in enumerate(LEVELS):
        if part < most:
            return level, words
    return len(LEVELS), "far more"
