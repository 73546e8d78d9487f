"""Trust that travels: positive ratings as links, walked from everybody or from the rater.

A share of a walk is no rating, so each is put on -1..1 by the line that fits the ratings
known at the time best, on the logarithm of the share.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from scipy import sparse

from stakeholders.evaluation.log import Log
from stakeholders.scores.columns import Floats, Ids

BATCH: Final = 500  # ratings between two refreshes
STEPS: Final = 10
KEEP_WALKING: Final = 0.85
FLOOR: Final = 1e-6  # the share of somebody no walk reaches


def eigentrust(log: Log) -> Floats:
    """Return the expectations from one walk for all, restarting with everybody rated well.

    Source: Kamvar, Schlosser, Garcia-Molina 2003, The EigenTrust algorithm.
    """

    def reach(walk: sparse.csr_array, source: Ids, target: Ids) -> Floats:
        """Return everybody's share of the walk, for each target."""
        start = np.zeros((walk.shape[0], 1))
        start[np.unique(walk.indices)] = 1.0
        share = _walked(walk, start / max(start.sum(), 1.0))
        return np.asarray(share[target, 0])

    return _expected(log, reach)


def personalised_pagerank(log: Log) -> Floats:
    """Return the expectations from a walk that restarts with the rater."""

    def reach(walk: sparse.csr_array, source: Ids, target: Ids) -> Floats:
        """Return each target's share of its own rater's walk."""
        raters, place = np.unique(source, return_inverse=True)
        start = np.zeros((walk.shape[0], len(raters)))
        start[raters, np.arange(len(raters))] = 1.0
        return _walked(walk, start)[target, place]

    return _expected(log, reach)


def _walked(walk: sparse.csr_array, start: Floats) -> Floats:
    """Return the shares of a walk with restart after STEPS steps, one column per start."""
    share, turned = start, walk.T.tocsr()
    for _ in range(STEPS):
        share = KEEP_WALKING * (turned @ share) + (1 - KEEP_WALKING) * start
    return share


def _expected(log: Log, reach: Callable[[sparse.csr_array, Ids, Ids], Floats]) -> Floats:
    """Return the expectation of each rating from the links of earlier batches."""
    expected, shares = np.zeros(len(log)), np.zeros(len(log))
    for start in range(BATCH, len(log), BATCH):
        now = slice(start, start + BATCH)
        share = reach(_links(log, start), log.source[now], log.target[now])
        shares[now] = np.log(share + FLOOR)
        seen = slice(BATCH, start)
        if start > BATCH and np.ptp(shares[seen]) > 0:
            slope, level = np.polyfit(shares[seen], log.rating[seen], 1)
            expected[now] = np.clip(level + slope * shares[now], -1, 1)
    return expected


def _links(log: Log, known: int) -> sparse.csr_array:
    """Return the positive ones of the first `known` ratings, each rater's adding to 1."""
    size = int(max(log.source.max(), log.target.max())) + 1
    some = np.flatnonzero(log.rating[:known] > 0)
    source, target, rating = log.source[some], log.target[some], log.rating[some]
    whole = np.bincount(source, rating, size)
    return sparse.csr_array((rating / whole[source], (source, target)), shape=(size, size))
