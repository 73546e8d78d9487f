"""Beside the map: a group gathered on it, its ties, its shares and its missing links."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from stakeholders.models import Stakeholder, User
from stakeholders.scores.columns import or_none, ratio
from stakeholders.scores.missing_links import missing_links, warmth_matrix
from stakeholders.standings import reading
from stakeholders.standings.relationship import Relationship
from stakeholders.views.as_of import AsOf
from stakeholders.views.map_data import Mask, Network, network

SHOWN = 8  # ties that are listed


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the group."""

    one: str
    other: str
    name: str  # as the drawing calls their tie
    relationship: Relationship


@dataclass(frozen=True, slots=True)
class Link:
    """Two of the group who have no tie, and who could introduce them."""

    one: str
    other: str
    through: str
    shared: int  # people they both know
    ease: float  # over `through`, 0..1


class GroupPanel:
    """Several people of the map, looked at together."""

    def __init__(self, people: list[Stakeholder], reader: User, on: AsOf) -> None:
        """Take who is in the group, who looks, and the day."""
        self.people, self.reader, self.on = people, reader, on
        self.names = {one.pk: one.name for one in people}

    @cached_property
    def network(self) -> Network:
        """Return everybody and their ties."""
        return network(self.reader, day=self.on.day, past=self.on.past)

    @cached_property
    def members(self) -> Mask:
        """Return which people of the network are in the group."""
        return np.isin(self.network.ids, list(self.names))

    @cached_property
    def pairs(self) -> list[Pair]:
        """Return the ties within the group, the strongest first."""
        scored = reading.between(self.names, day=self.on.day, past=self.on.past)
        strongest = (-scored.scores.strength).argsort(kind="stable")
        return [
            Pair(
                self.names[one.source],
                self.names[one.target],
                f"{one.source}-{one.target}",
                one,
            )
            for one in scored.rows(strongest)
        ]

    def possible(self) -> int:
        """Return how many ties there could be."""
        return len(self.people) * (len(self.people) - 1) // 2

    def closed(self) -> float | None:
        """Return how much of the group's attention stays within it: a share, 0..1."""
        seen = self.network
        low, high = self.members[seen.low], self.members[seen.high]
        both = seen.there + seen.back
        return or_none(ratio(both[low & high].sum(), both[low | high].sum()))

    def shares(self) -> list[tuple[str, int]]:
        """Return how many of the group are of each unit, the most first."""
        units = [*(name for _, name, _ in self.network.units), "No unit"]
        rows = self.network.unit[self.members].tolist()
        return Counter(units[row] for row in rows).most_common()

    @cached_property
    def missing(self) -> list[Link]:
        """Return who of the group has no tie but common acquaintances, easiest first."""
        seen, rows = self.network, np.flatnonzero(self.members)
        silence = np.asarray(seen.scores.condition.silence)
        warmth = warmth_matrix(len(seen.people), seen.low, seen.high, silence)
        name = [one.name for one in seen.people]
        return [
            Link(name[one.one], name[one.other], name[one.through], one.shared, one.ease)
            for one in missing_links(warmth, rows, rows)
        ]

    def shown(self) -> list[Pair]:
        """Return the ties that are listed."""
        return self.pairs[:SHOWN]
