"""Single threads: people, and parts of the network, that one tie alone holds."""

from dataclasses import dataclass

import networkx as nx
import numpy as np

from stakeholders.scores.columns import Ids, Mask
from stakeholders.scores.network import Network


@dataclass(frozen=True, slots=True)
class Bridge:
    """A tie, in either direction, whose loss cuts the network in two."""

    held: int  # stakeholder id, on the side that would be cut off
    holder: int  # stakeholder id, on the larger side
    cut_off: int  # people on the side cut off, at least 1


def bridges(network: Network) -> list[Bridge]:
    """Return every tie that alone joins two parts, the largest part cut off first.

    Source: Tarjan 1974, A note on finding the bridges of a graph.
    """
    graph = network.graph().to_undirected(as_view=False)
    cuts = list(nx.bridges(graph))
    ends = {frozenset(cut) for cut in cuts}
    graph.remove_edges_from(cuts)
    part = {
        person: number
        for number, people in enumerate(nx.connected_components(graph))
        for person in people
    }
    tree = nx.Graph(
        (part[one], part[other], {"ends": {part[one]: one, part[other]: other}})
        for one, other in map(tuple, ends)
    )
    size = np.bincount(list(part.values()))
    found = [
        bridge
        for trunk in nx.connected_components(tree)
        for bridge in _cut(tree, min(trunk), size)
    ]
    return sorted(found, key=lambda bridge: (-bridge.cut_off, bridge.held, bridge.holder))


def _cut(tree: nx.Graph, root: int, size: Ids) -> list[Bridge]:
    """Return the bridges of one tree of parts, each with the smaller side as cut off."""
    below = {part: int(size[part]) for part in nx.node_connected_component(tree, root)}
    whole, found = sum(below.values()), []
    for above, part in reversed(list(nx.dfs_edges(tree, root))):
        below[above] += below[part]
        ends = tree.edges[above, part]["ends"]
        small, large = (part, above) if 2 * below[part] <= whole else (above, part)
        cut_off = min(below[part], whole - below[part])
        found.append(Bridge(ends[small], ends[large], cut_off))
    return found


def held_by_one(network: Network, ours: Mask) -> dict[int, int]:
    """Return everybody not of ours whom one of ours alone deals with, and who that is.

    ours: per person of the network. People whom nobody of ours deals with are absent.
    """
    place = np.concatenate([network.source, network.target])
    other = np.concatenate([network.target, network.source])
    some = ~ours[place] & ours[other]
    pairs = np.unique(np.stack([place[some], other[some]]), axis=1)
    alone = np.bincount(pairs[0], minlength=len(network))[pairs[0]] == 1
    held, holder = network.people[pairs[:, alone]].tolist()
    return dict(zip(held, holder, strict=True))
