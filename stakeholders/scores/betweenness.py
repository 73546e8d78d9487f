"""Betweenness: how many of the shortest ways between others lead through somebody."""

from typing import Final

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.network import Network

PIVOTS: Final = 200  # people the ways are counted from; beyond that many, a sample

type Steps = list[tuple[Ids, Ids]]


def betweenness(network: Network, *, pivots: int = PIVOTS, seed: int = 0) -> Floats:
    """Return each person's share of the shortest ways between two others: 0 to 1.

    Neither the direction nor the weight of a tie plays a part. Exact where no more than
    `pivots` people have ties, else estimated from that many of them, drawn at random.
    Source: Brandes 2001, J. Math. Sociol. 25:163; sampled as in Brandes, Pich 2007.
    """
    size, ties = len(network), network.undirected()
    through, tied = np.zeros(size), np.flatnonzero(np.diff(ties.indptr))
    if size < 3 or not len(tied):
        return through
    drawn = tied
    if len(tied) > pivots:
        drawn = np.random.default_rng(seed).choice(tied, pivots, replace=False)
    for pivot in drawn.tolist():
        through += _through(ties, pivot)
    return through * (len(tied) / len(drawn) / ((size - 1) * (size - 2)))


def _through(ties: sparse.csr_array, pivot: int) -> Floats:
    """Return, per person, to how many others the shortest ways from `pivot` lead on."""
    ways, steps = _ways(ties, pivot)
    beyond = np.zeros(len(ways))
    for near, far in reversed(steps):
        np.add.at(beyond, near, ways[near] * (1.0 + beyond[far]) / ways[far])
    beyond[pivot] = 0.0
    return beyond


def _ways(ties: sparse.csr_array, pivot: int) -> tuple[Floats, Steps]:
    """Return how many shortest ways lead to each person, and their steps, ring by ring."""
    ways, unseen = np.zeros(ties.shape[0]), np.ones(ties.shape[0], bool)
    ways[pivot], unseen[pivot] = 1.0, False
    ring, steps = np.array([pivot], np.int32), []
    while len(ring):
        count = ties.indptr[ring + 1] - ties.indptr[ring]
        place = np.repeat(ties.indptr[ring + 1] - np.cumsum(count), count)
        place += np.arange(len(place), dtype=place.dtype)
        far = ties.indices[place]
        new = unseen[far]
        near, far = np.repeat(ring, count)[new], far[new]
        np.add.at(ways, far, ways[near])
        unseen[far] = False
        reached = np.zeros(len(unseen), bool)
        reached[far] = True
        ring = np.flatnonzero(reached).astype(np.int32)
        steps.append((near, far))
    return ways, steps
