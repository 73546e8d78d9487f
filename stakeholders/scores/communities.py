"""Communities: who deals with each other more than with the rest."""

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.layout_forces import Ties

NONE = -1  # stands for "no ties, so no community"


def communities(
    ties: Ties, *, before: NDArray[np.integer] | None = None, seed: int = 0
) -> NDArray[np.int64]:
    """Return a community's number for each person, NONE for people without ties.

    before: earlier numbers, NONE where a person had none; a community that mostly
    stayed together keeps its number. Source: Blondel et al. 2008, J. Stat. Mech.
    P10008 (Louvain), the largest modularity found.
    """
    graph = nx.Graph()
    rows = zip(*(side.tolist() for side in (ties.source, ties.target)), strict=True)
    edges = (
        (*ends, weight) for ends, weight in zip(rows, ties.weight.tolist(), strict=True)
    )
    graph.add_weighted_edges_from(edges)
    found = nx.community.louvain_communities(graph, seed=seed) if graph else []
    label = np.full(ties.count, NONE, np.int64)
    old = np.full(ties.count, NONE) if before is None else before
    for number, members in _numbered(sorted(found, key=len, reverse=True), old):
        label[members] = number
    return label


def _numbered(
    found: list[set[int]], old: NDArray[np.integer]
) -> list[tuple[int, list[int]]]:
    """Return the communities with the number most of their members had, each once."""
    taken: set[int] = set()
    free = iter(range(int(old.max(initial=NONE)) + 1, len(old) + len(found) + 1))
    numbered = []
    for members in map(sorted, found):
        numbers, counts = np.unique(old[members], return_counts=True)
        likely = [int(n) for n in numbers[np.argsort(-counts, kind="stable")] if n != NONE]
        number = next((n for n in likely if n not in taken), None)
        number = next(free) if number is None else number
        taken.add(number)
        numbered.append((number, members))
    return numbered
