"""Bias and deserve: who rates higher than is deserved, and what is deserved without that.

Source: Mishra, Bhattacharya 2011, Finding the bias and prestige of nodes in networks based
on trust scores, equations 1 to 4.
"""

import numpy as np

from stakeholders.evaluation.fairness import CLOSE_ENOUGH, ROUNDS
from stakeholders.evaluation.log import Log
from stakeholders.scores.columns import Floats


def bias_and_deserve(log: Log) -> tuple[Floats, Floats]:
    """Return each rating's surplus over what was deserved (halved), and its unbiased rest.

    A rater's bias is the mean of the first over what they rated (-1..1); a target's
    deserve the mean of the second over how they were rated (-1..1).
    """
    size = int(max(log.source.max(), log.target.max())) + 1
    rated, rates = (
        np.maximum(np.bincount(end, minlength=size), 1) for end in (log.target, log.source)
    )
    bias = np.zeros(size)
    for _ in range(ROUNDS):
        unbiased = log.rating * (1 - np.maximum(bias[log.source] * log.rating, 0))
        deserve = np.bincount(log.target, unbiased, size) / rated
        surplus = (log.rating - deserve[log.target]) / 2
        biased = np.bincount(log.source, surplus, size) / rates
        moved, bias = np.abs(biased - bias).max(), biased
        if moved < CLOSE_ENOUGH:
            break
    return surplus, unbiased
