"""Fairness and goodness: who rates like others do, and what fair raters say of whom.

Source: Kumar, Spezzano, Subrahmanian, Faloutsos 2016, Edge weight prediction in weighted
signed networks, equations 1 and 2: the expected rating is fairness(u) * goodness(v).
"""

from typing import Final

import numpy as np

from stakeholders.evaluation.log import Log
from stakeholders.scores.columns import Floats, Ids

BATCH: Final = 200  # ratings between two refreshes
ROUNDS: Final = 50
CLOSE_ENOUGH: Final = 1e-6


def fairness_goodness(
    source: Ids, target: Ids, rating: Floats, size: int
) -> tuple[Floats, Floats]:
    """Return fairness (0..1, 1 if unseen) and goodness (-1..1, 0 if unseen) of each id.

    size: one above the highest id.
    """
    rated, rates = (np.bincount(end, minlength=size) for end in (target, source))
    fairness = np.ones(size)
    for _ in range(ROUNDS):
        goodness = np.bincount(target, fairness[source] * rating, size) / np.maximum(
            rated, 1
        )
        off = np.abs(rating - goodness[target]) / 2
        fairer = 1 - np.bincount(source, off, size) / np.maximum(rates, 1)
        moved, fairness = np.abs(fairer - fairness).max(), fairer
        if moved < CLOSE_ENOUGH:
            break
    return fairness, goodness


def in_batches(log: Log) -> Floats:
    """Return the expectations, fairness and goodness being refreshed every 200 ratings."""
    size = int(max(log.source.max(), log.target.max())) + 1
    expected = np.zeros(len(log))
    for start in range(BATCH, len(log), BATCH):
        past, now = slice(0, start), slice(start, start + BATCH)
        fairness, goodness = fairness_goodness(
            log.source[past], log.target[past], log.rating[past], size
        )
        expected[now] = fairness[log.source[now]] * goodness[log.target[now]]
    return expected


def one_by_one(log: Log) -> Floats:
    """Return the expectations, each rating correcting its own two people at once."""
    size = int(max(log.source.max(), log.target.max())) + 1
    fairness, goodness, rates, rated = [1.0] * size, [0.0] * size, [0] * size, [0] * size
    expected = np.zeros(len(log))
    columns = log.source.tolist(), log.target.tolist(), log.rating.tolist()
    for row, (source, target, value) in enumerate(zip(*columns, strict=True)):
        expected[row] = fairness[source] * goodness[target]
        rated[target] += 1
        goodness[target] += (fairness[source] * value - goodness[target]) / rated[target]
        rates[source] += 1
        off = abs(value - goodness[target]) / 2
        fairness[source] += (1 - off - fairness[source]) / rates[source]
    return expected
