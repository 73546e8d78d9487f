"""Modularity: how much more people deal within groups than chance would have it."""

import numpy as np

from stakeholders.scores.columns import Ids
from stakeholders.scores.network import Network


def modularity(network: Network, group: Ids) -> float | None:
    """Return the modularity of `group` (a number per person): below 1, 0 by chance alone.

    Directions are added up. None without ties. Shown for the formal units beside the
    communities found: when the first is far lower, the units are not the silos.
    Source: Newman, Girvan 2004, Phys. Rev. E 69:026113, weighted as in Newman 2004.
    """
    whole = network.weight.sum()
    if not whole:
        return None
    _, place = np.unique(group, return_inverse=True)
    inside = place[network.source] == place[network.target]
    ends = np.concatenate([place[network.source], place[network.target]])
    share = np.bincount(ends, np.tile(network.weight, 2)) / (2 * whole)
    return float(network.weight[inside].sum() / whole - (share**2).sum())
