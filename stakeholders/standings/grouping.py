"""Grouping: who belongs to which layer and unit, so that people add up to groups."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from stakeholders.models import GroupTrend, Role, Unit
from stakeholders.scores.columns import Ids, Mask, ratio
from stakeholders.standings import tally
from stakeholders.standings.points import BANDS, GROUP
from stakeholders.standings.replaying import Week

type Group = tuple[str, str]  # kind and key, see GroupTrend

NETWORK: Group = (GroupTrend.Kind.NETWORK.value, "")


@dataclass(frozen=True, slots=True)
class Groups:
    """Everybody together, layers and units, and which people are in each."""

    names: list[Group]
    members: sparse.csr_array  # 1 where the group of a row has the person of a column

    @classmethod
    def of(cls, people: Ids, layer: NDArray, shown: Mask) -> Self:
        """Return the groups of `people` (ids, ascending); our own team is in none.

        layer: per person. shown: who of them counts. A unit has who holds their primary
        role in it or anywhere below it.
        """
        others: list[int] = np.flatnonzero(shown).tolist()
        rows: list[tuple[Group, int]] = [(NETWORK, row) for row in others]
        rows += [((GroupTrend.Kind.LAYER.value, layer[row]), row) for row in others]
        place = dict(zip(people[others].tolist(), others, strict=True))
        rows += [
            ((GroupTrend.Kind.UNIT.value, str(unit)), place[person])
            for person, units in _units_of().items()
            if person in place
            for unit in units
        ]
        names = sorted({name for name, _ in rows})
        number = {name: row for row, name in enumerate(names)}
        ends = [number[name] for name, _ in rows], [row for _, row in rows]
        size = (len(names), len(people))
        return cls(names, sparse.csr_array((np.ones(len(rows)), ends), shape=size))

    def add_up(self, people: Ids, what: Ids, marks: NDArray) -> NDArray:
        """Return, per group, the sum of the `marks` of all that anybody of it took part in.

        people: the place of who took part, row by row. what: in which row of `marks`.
        """
        size = (self.members.shape[1], len(marks))
        took = sparse.csr_array((np.ones(len(what), np.int64), (people, what)), shape=size)
        part = self.members.astype(np.int64) @ took
        part.data[:] = 1  # once, whoever else of the group was there
        return np.asarray(part @ marks)

    def points(self, week: Week) -> NDArray:
        """Return the point of each group for a week."""
        size = np.asarray(self.members.sum(axis=1))
        counts, known = _counts(week), week.known
        every = np.zeros((self.members.shape[1], len(counts)))
        every[known] = np.column_stack(list(counts.values()))
        sums = dict(zip(counts, (self.members @ every).T, strict=True))
        found = np.zeros(len(self.names), GROUP)
        found["people"] = size
        for key in BANDS.values():
            found[key] = sums[key]
        found["unknown"] += (size - sums["known"]).astype(np.int32)
        found["trust"] = ratio(sums["trust"], sums["known_trust"])
        found["known_trust"] = sums["known_trust"]
        found["silent"] = np.where(sums["met"] > 0, sums["silent"], np.nan)
        found["contacts"] = sums["contacts"]
        found["kept"] = ratio(sums["kept"], sums["kept"] + sums["broken"])
        return found


def _counts(week: Week) -> dict[str, NDArray]:
    """Return what adds up over the known people of a week, row by row."""
    said = tally.needed({"layer": np.empty(0)}, week.scored)
    trusted, met = ~np.isnan(said["trust"]), ~np.isnan(said["silence"])
    return {
        **{key: said["band"] == band for band, key in BANDS.items()},
        "known": np.ones(len(week.known)),
        "trust": np.nan_to_num(said["trust"]),
        "known_trust": trusted,
        "met": met,
        "silent": np.nan_to_num(said["silence"]),
        "contacts": week.contacts,
        "kept": said["kept"],
        "broken": said["broken"],
    }


def _units_of() -> dict[int, list[int]]:
    """Return, per person, the unit of their primary role and all units above it (ids)."""
    above = dict(Unit.objects.values_list("pk", "parent"))
    ways = {unit: [unit] for unit in above}
    for way in ways.values():
        while (parent := above[way[-1]]) is not None:
            way.append(parent)
    held = Role.objects.current().filter(primary=True).values_list("stakeholder", "unit")
    return {person: ways[unit] for person, unit in held}
