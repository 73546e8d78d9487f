"""The map as networkx knows it: people with places and colours, ties both ways."""

import re
from typing import Any, Final

import networkx as nx
import numpy as np

from stakeholders.models import Stakeholder
from stakeholders.scores.columns import or_none
from stakeholders.scores.health import Band
from stakeholders.views.map_data import Floats, Network, Person
from stakeholders.views.map_filters import Kept

# As in tokens.css for a light ground, where most people paste a picture.
COLOURS: Final = {
    "peer": "#0f6f79",
    "shareholder": "#7b3fae",
    "customer": "#ad2f6b",
    "vendor": "#97500f",
    "user": "#55690f",
    "team": "#44505a",
}
SPREAD: Final = 1000.0  # Gephi's unit is about a pixel
NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_graph(network: Network, keep: Kept) -> nx.DiGraph:
    """Return the people and ties that are kept; what is unknown is left out.

    Nodes (ids as text): label, title, layer, unit, influence 1..5, community, contact
    (conversations, faded), viz. Edges, from who reaches out: weight (conversations, faded,
    > 0), trust of the source in the target (-1..1), quiet (days), health (band).
    """
    graph = nx.DiGraph(day=network.day.isoformat())
    ends = np.concatenate([network.low[keep.ties], network.high[keep.ties]])
    shown = keep.people | np.isin(np.arange(len(network.people)), ends)
    units = {pk: name for pk, name, _ in network.units}
    most = float(network.contact.max(initial=0)) or 1.0
    for row in np.flatnonzero(shown).tolist():
        one, contact = network.crowd.placed[row], float(network.contact[row])
        look = _look(one, contact / most)
        facts = _facts(one, units) | {"contact": contact}
        graph.add_node(str(one.pk), **facts, viz=look)
    _add_ties(graph, network, keep)
    return graph


def _facts(one: Person, units: dict[int, str]) -> dict[str, Any]:
    """Return what is known of a person."""
    told = {
        "label": one.name if one.name.strip() else "(no name)",
        "title": one.title,
        "layer": str(Stakeholder.Layer(one.layer).label),
        "unit": units.get(one.unit or 0),
    }
    facts: dict[str, Any] = {k: NOT_IN_XML.sub("", v) for k, v in told.items() if v}
    numbers = {"influence": one.influence, "community": one.community}
    return facts | {k: v for k, v in numbers.items() if v is not None}


def _look(one: Person, share: float) -> dict[str, Any]:
    """Return how a person is drawn; `share` of the most contact anybody has."""
    red, green, blue = bytes.fromhex(COLOURS[one.layer][1:])
    return {
        "position": {"x": (one.x or 0) * SPREAD, "y": (one.y or 0) * SPREAD, "z": 0.0},
        "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        "size": 8.0 + 22.0 * share**0.5,
    }


def _add_ties(graph: nx.DiGraph, network: Network, keep: Kept) -> None:
    """Add each direction of the kept ties in which somebody reaches out."""
    state = network.scores.condition
    ways: list[tuple[Floats, Any, Any, Floats]] = [
        (network.there, network.low, network.high, np.asarray(state.trust_in_target)),
        (network.back, network.high, network.low, np.asarray(state.trust_in_source)),
    ]
    quiet = np.asarray(state.quiet)
    for attention, source, target, trust in ways:
        for row in np.flatnonzero(keep.ties & (attention > 0)).tolist():
            tie: dict[str, Any] = {
                "weight": float(attention[row]),
                "trust": or_none(trust[row]),
                "quiet": or_none(quiet[row]),
                "health": Band(network.scores.band[row]).key,
            }
            known = {name: value for name, value in tie.items() if value is not None}
            ends = network.people[source[row]].pk, network.people[target[row]].pk
            graph.add_edge(*map(str, ends), **known)
