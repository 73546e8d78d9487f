"""Logistic regression, small and exact enough to calibrate a forecast by."""

from typing import Final

import numpy as np
from scipy import special

from stakeholders.scores.columns import Floats, Mask

RIDGE: Final = 1e-6  # keeps the step defined when columns say the same
STEPS: Final = 50
CLOSE_ENOUGH: Final = 1e-9
FURTHEST: Final = 50.0  # log-odds; further is as good as certain


def fit(columns: Floats, happened: Mask) -> Floats:
    """Return the intercept and a slope per column that make `happened` most likely.

    columns: one row per case. Source: maximum likelihood by Newton's method.
    """
    rows = _with_intercept(columns)
    slopes = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        share = special.expit(rows @ slopes)
        curve = (rows * (share * (1 - share))[:, None]).T @ rows
        curve += RIDGE * np.eye(len(slopes))
        step = np.linalg.solve(curve, rows.T @ (happened - share))
        slopes += step
        if np.abs(step).max() < CLOSE_ENOUGH:
            break
    return slopes


def shift(log_odds: Floats, happened: Mask, spread: float) -> float:
    """Return what to add to all `log_odds` so that they say best how many `happened`.

    spread: one standard deviation of what is likely to be needed; without cases, 0.
    Source: the mode of a normal prior and the likelihood.
    """
    # Larger than all else that a page imports, and needed every second Sunday.
    from scipy.optimize import brentq  # noqa: PLC0415

    def slope(moved: float) -> float:
        """Return how steeply the likelihood rises at `moved`; it falls all along."""
        expected = special.expit(log_odds + moved).sum()
        return float(happened.sum() - expected - moved / spread**2)

    return float(brentq(slope, -FURTHEST, FURTHEST))


def probability(columns: Floats, slopes: Floats) -> Floats:
    """Return how likely each case is under `slopes`, as `fit` gave them: 0..1."""
    return np.asarray(special.expit(_with_intercept(columns) @ slopes))


def log_loss(chance: Floats, happened: Mask) -> Floats:
    """Return, per case, how surprising it was in nats: 0 certain and right, upwards."""
    of_what_came = np.where(happened, chance, 1.0 - chance)
    return -np.log(np.maximum(of_what_came, 1e-12))


def _with_intercept(columns: Floats) -> Floats:
    """Return `columns` behind a column of ones."""
    return np.column_stack([np.ones(len(columns)), columns])
