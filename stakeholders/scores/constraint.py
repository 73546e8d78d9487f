"""Constraint: how far somebody's contacts are each other's contacts too."""

from itertools import permutations

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Floats, known_if
from stakeholders.scores.network import Network
from stakeholders.scores.triangles import triangles


def constraint(network: Network) -> Floats:
    """Return Burt's constraint per person: near 0 a broker, 1 and above held by few.

    Unknown for people without ties. The smaller, the more of their contacts would not
    meet without them. Source: Burt 1992, Structural Holes, equation 2.4.
    """
    ties, size = network.matrix(), len(network)
    mutual = sparse.coo_array((ties + ties.T).tocsr())
    whole = np.bincount(mutual.row, mutual.data, size)
    share = mutual.data / whole[mutual.row]
    keys = mutual.row.astype(np.int64) * size + mutual.col
    through = np.zeros(len(share))  # also over others, to people one knows oneself
    for one, other, third in permutations(triangles(network)):
        to, over, on = (
            np.searchsorted(keys, near * size + far)
            for near, far in ((one, other), (one, third), (third, other))
        )
        through += np.bincount(to, share[over] * share[on], len(share))
    spent = np.bincount(mutual.row, (share + through) ** 2, size)
    return known_if(whole > 0, spent)
