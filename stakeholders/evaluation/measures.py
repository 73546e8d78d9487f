"""Measures of a prediction, each also with its interval when pairs are drawn anew."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.columns import Floats, Ids, Mask

DRAWS: Final = 200
SEED: Final = 20261121
Measure = Callable[[Floats], float]  # of a weight per case
Figures = dict[str, float | None]  # by name; with _low and _high where drawn


def auc(score: Floats, happened: Mask) -> Measure:
    """Return how to weigh up the area under the ROC curve of `score`: .5 chance, 1 best.

    It is the chance that a case that happened scores above one that did not (half if
    equal), NaN when all or none happened. Source: Mann and Whitney 1947.
    """
    order = np.argsort(score)
    starts = np.flatnonzero(np.diff(score[order], prepend=np.nan) != 0)
    came = happened[order].astype(np.float64)

    def measure(weight: Floats) -> float:
        """Return the area, each case counted `weight` times."""
        weight = weight[order]
        yes = np.add.reduceat(weight * came, starts)
        no = np.add.reduceat(weight * (1 - came), starts)
        above, pairs = np.cumsum(no) - no / 2, yes.sum() * no.sum()
        return float(yes @ above / pairs) if pairs else float("nan")

    return measure


def brier(chance: Floats, happened: Mask) -> Measure:
    """Return how to weigh up the mean squared error of a probability: 0 best.

    Source: Brier 1950.
    """
    return mean((chance - happened) ** 2)


def rmse(predicted: Floats, actual: Floats) -> Measure:
    """Return how to weigh up the root of the mean squared error: 0 best."""
    squared = mean((predicted - actual) ** 2)
    return lambda weight: float(np.sqrt(squared(weight)))


def pearson(predicted: Floats, actual: Floats) -> Measure:
    """Return how to weigh up the linear correlation: -1..1, NaN where one is constant."""

    def measure(weight: Floats) -> float:
        """Return the correlation, each case counted `weight` times."""
        covariance = np.cov(predicted, actual, aweights=weight)
        spread = np.sqrt(covariance[0, 0] * covariance[1, 1])
        return float(covariance[0, 1] / spread) if spread else float("nan")

    return measure


def share(true: Mask) -> Measure:
    """Return how to weigh up the share of cases where `true` holds: 0..1."""
    return mean(true.astype(np.float64))


def mean(values: Floats) -> Measure:
    """Return how to weigh up the mean of `values`."""
    return lambda weight: float(values @ weight / weight.sum())


def draws(pair: Ids) -> list[NDArray]:
    """Return how often each case counts in each of DRAWS samples of pairs, with repeats.

    Cases of one pair come and go together: they are not independent. Always the same.
    """
    seen, place = np.unique(pair, return_inverse=True)
    chance = np.random.default_rng(SEED)
    count = len(seen)
    return [
        np.bincount(chance.integers(0, count, count), minlength=count)[place].astype(float)
        for _ in range(DRAWS)
    ]


def with_interval(measure: Measure, name: str, weights: list[NDArray]) -> Figures:
    """Return the measure under `name` and its 95 % interval as `name`_low and _high.

    All three are None where the measure says nothing of these cases.
    """
    plain = measure(np.ones_like(weights[0]))
    if np.isnan(plain):
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    drawn = [measure(weight) for weight in weights]
    low, high = np.nanquantile(drawn, [0.025, 0.975])
    return {name: plain, f"{name}_low": float(low), f"{name}_high": float(high)}
