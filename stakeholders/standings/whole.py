"""The network as a whole: what only all ties together can tell, in columns."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray

from stakeholders.models import Place, Role, Stakeholder, StructureRun, Tie, bulk
from stakeholders.scores.betweenness import betweenness
from stakeholders.scores.brokers import broker_roles
from stakeholders.scores.columns import Floats, Ids, Mask
from stakeholders.scores.communities import NONE, communities
from stakeholders.scores.constraint import constraint
from stakeholders.scores.ei_index import SHUFFLES, Silos, ei_index
from stakeholders.scores.layout import place
from stakeholders.scores.layout_forces import LOOSE, Groups, Ties
from stakeholders.scores.modularity import modularity
from stakeholders.scores.network import Network
from stakeholders.scores.single_threads import Bridges, bridges, held_by_one
from stakeholders.scores.sums import PairSums
from stakeholders.standings import columns, tables

DRAWN: Final = 20_000  # the best connected have a place on the map
OUR_TEAM: Final = -2  # stands apart from every community
FIRM: Final = 1.2  # hold of our team, whose ties pull each of us to people of our own
FORGOTTEN: Final = 0.02  # faded conversations; one talk is as faint after 500 days
MANY_TIES: Final = 20_000  # from here on a hundred shuffles must do
GROWN: Final = 1.5  # times as many ties, or as few, are another network
NOWHERE: Final = -1  # stands for "no unit"


@dataclass(frozen=True, slots=True)
class Whole:
    """Everybody not archived, by id, and their ties."""

    people: Ids  # ids, ascending
    team: Mask
    unit: Ids  # of the primary role; NOWHERE without one
    ever: Ties  # everybody who ever had to do with each other, numbered by place
    lately: Network  # who reached out to whom, and how much is not forgotten by now

    @property
    def tie_count(self) -> int:
        """Return how many pairs had to do with each other lately."""
        return int(self.lately.undirected().nnz) // 2


def read(day: date) -> Whole:
    """Return the network as it is on `day`."""
    team = Stakeholder.objects.current().annotate(ours=Q(layer=Stakeholder.Layer.TEAM))
    people, ours = bulk.ascending(bulk.read(team.values_list("pk", "ours")))
    sums = columns.read_contacts(Tie.objects.all(), day=day)
    sums = sums.take(np.isin(sums.source, people) & np.isin(sums.target, people))
    ties = _ever(people, sums), _lately(people, sums)
    return Whole(people, ours.astype(np.bool_), _units(people), *ties)


def _units(people: Ids) -> Ids:
    """Return the unit of each of `people`, NOWHERE without one."""
    primary = Role.objects.filter(primary=True)
    holder, held = bulk.read(primary.values_list("stakeholder", "unit"))
    unit, here = np.full(len(people), NOWHERE), np.isin(holder, people)
    unit[np.searchsorted(people, holder[here])] = held[here]
    return unit


def _ever(people: Ids, sums: PairSums) -> Ties:
    """Return all ties, both ways as one.

    Strength is the logarithm of their contacts, so that one loud pair does not pull the
    map together; a pair that only exchanged counts as one contact.
    """
    once = sums.source < sums.target
    contacts = sums.contacts[once] + sums.contacts[sums.opposite()[once]]
    low, high = (np.searchsorted(people, end[once]) for end in (sums.source, sums.target))
    return Ties.of(len(people), low, high, np.log1p(contacts.clip(1)))


def _lately(people: Ids, sums: PairSums) -> Network:
    """Return who reached out to whom, and how much of it is not faded."""
    some = sums.attention >= FORGOTTEN
    return Network.of(sums.source[some], sums.target[some], sums.attention[some], people)


def map_of(whole: Whole) -> tuple[Ids, NDArray[np.float64]]:
    """Return everybody's community, and where they are drawn; nan: nowhere.

    People stay near where they stood, and with whom, while most ties are the same; where
    many came or went, as with a first import, those who have ties are laid out anew.
    """
    before = _before(whole.people)
    found = communities(whole.ever, before=before[:, 2].astype(np.int64))
    apart = whole.team & (2 * whole.team.sum() < len(whole.team))
    groups = Groups.of(np.where(apart, OUR_TEAM, found), np.where(apart, FIRM, LOOSE))
    drawn = np.zeros(len(found), np.bool_)
    drawn[np.argsort(-whole.ever.mass, kind="stable")[:DRAWN]] = True
    at = np.full((len(found), 2), np.nan)
    if _another_network(whole.tie_count):
        before[found != NONE, :2] = np.nan
    start, some = before[drawn, :2], groups.among(drawn)
    at[drawn] = place(whole.ever.among(drawn), start=start, groups=some)
    return found, at


def _another_network(ties: int) -> bool:
    """Return whether there are so many more, or fewer, ties that old places tell little."""
    known = StructureRun.objects.values_list("ties", flat=True).first()
    return known is not None and not known / GROWN <= ties <= known * GROWN


def _before(people: Ids) -> Floats:
    """Return where people stood and in which community: x, y, number per person."""
    kinds = {"stakeholder_id": np.int64, **dict.fromkeys(("x", "y", "community"), float)}
    known = tables.read(Place.objects.filter(stakeholder__archived_at=None), kinds)
    before = np.tile([np.nan, np.nan, NONE], (len(people), 1))
    rows = np.searchsorted(people, known["stakeholder_id"])
    number = np.nan_to_num(known["community"], nan=NONE)
    before[rows] = np.column_stack([known["x"], known["y"], number])
    return before


@dataclass(frozen=True, slots=True)
class Roles:
    """Who holds the network together, person by person, and where it would tear."""

    between: Floats
    constraint: Floats
    broker: NDArray  # the role played most, "" for none
    held_by: Floats  # ids of whoever of ours alone deals with them; nan: nobody
    bridges: Bridges
    silos: Silos
    unit_modularity: float | None


def roles_of(whole: Whole) -> Roles:
    """Return who holds the network together."""
    lately, unit = whole.lately, whole.unit
    placed = (unit != NOWHERE)[lately.source] & (unit != NOWHERE)[lately.target]
    among = lately.where(placed)
    shuffles = SHUFFLES if len(among.source) < MANY_TIES else SHUFFLES // 10
    return Roles(
        betweenness(lately),
        constraint(lately),
        _broker(lately, unit),
        _held_by(lately, whole.team),
        bridges(lately),
        ei_index(among, unit, shuffles=shuffles),
        modularity(among, unit),
    )


def _broker(network: Network, unit: Ids) -> NDArray:
    """Return the role each person plays on most paths between two others."""
    roles = broker_roles(network, unit)
    paths = np.stack([getattr(roles, name) for name in roles.__slots__])
    most = np.array(roles.__slots__, object)[paths.argmax(axis=0)]
    return np.where(paths.max(axis=0) > 0, most, "")


def _held_by(network: Network, ours: Mask) -> Floats:
    """Return the id of whoever of ours alone deals with each person; nan for nobody."""
    held = np.full(len(network), np.nan)
    found = held_by_one(network, ours)
    held[np.searchsorted(network.people, list(found))] = list(found.values())
    return held
