"""Triangles: every three people who all have ties with each other."""

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Ids
from stakeholders.scores.network import Network
from stakeholders.scores.rows import among
from stakeholders.scores.steps import steps_from


def triangles(network: Network) -> tuple[Ids, Ids, Ids]:
    """Return each triangle once, directions aside: its first, second and third people.

    Ties are walked from who has fewer to who has more of them, so that nobody is walked
    to all their contacts from all of them, however many these are.
    Source: Schank, Wagner 2005, the forward algorithm.
    """
    ties, size = network.undirected(), len(network)
    rank = np.empty(size, np.int64)
    rank[np.argsort(np.diff(ties.indptr), kind="stable")] = np.arange(size)
    one, other = ties.nonzero()
    upwards = rank[one] < rank[other]
    one, other = one[upwards].astype(np.int64), other[upwards].astype(np.int64)
    ends = (np.ones(len(one)), (one, other))
    climb = sparse.csr_array(ends, shape=(size, size))
    place, tie = steps_from(climb, other)
    third = climb.indices[place].astype(np.int64)
    closed = among(one * size + other, one[tie] * size + third)
    return one[tie][closed], other[tie][closed], third[closed]
