"""Constraint: how far somebody's contacts are each other's contacts too."""

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Floats, known_if
from stakeholders.scores.network import Network


def constraint(network: Network) -> Floats:
    """Return Burt's constraint per person: near 0 a broker, 1 and above held by few.

    Unknown for people without ties. The smaller, the more of their contacts would not
    meet without them. Source: Burt 1992, Structural Holes, equation 2.4.
    """
    ties = network.matrix()
    mutual = ties + ties.T
    whole = np.asarray(mutual.sum(axis=1))
    share = sparse.diags_array(1.0 / np.where(whole > 0, whole, 1.0)) @ mutual
    known = mutual > 0
    through = (share @ share) * known  # also over others, to people one knows oneself
    spent = (share + through).power(2).sum(axis=1)
    return known_if(whole > 0, np.asarray(spent))
