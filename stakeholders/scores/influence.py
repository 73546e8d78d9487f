"""Influence: who people turn to, counting more those whom much-asked people turn to."""

from typing import Final

import numpy as np

from stakeholders.scores.columns import Floats
from stakeholders.scores.network import Network

KEEP_WALKING: Final = 0.85
STEPS: Final = 200
CLOSE_ENOUGH: Final = 1e-10


def influence(network: Network, *, exact: float = CLOSE_ENOUGH) -> Floats:
    """Return each person's share of a walk from asker to asked: above 0, adding to 1.

    A tie leads from who turns to somebody to whom they turn to, by its weight. Somebody
    who turns to nobody hands the walk to everybody alike.
    Source: Page, Brin, Motwani, Winograd 1999, PageRank, with a share of 0.85.
    """
    size = len(network)
    if not size:
        return np.empty(0)
    given = np.bincount(network.source, network.weight, size)
    step = network.matrix(network.weight / given[network.source]).T.tocsr()
    share, none = np.full(size, 1.0 / size), given == 0
    for _ in range(STEPS):
        lost = share[none].sum()
        moved = KEEP_WALKING * (step @ share + lost / size) + (1 - KEEP_WALKING) / size
        change, share = np.abs(moved - share).sum(), moved
        if change < exact:
            break
    return np.asarray(share)
