"""Shares: how sure one can be of a part of a whole."""

import numpy as np
from scipy import special

from stakeholders.scores.columns import HIGH, LOW, Floats, Numbers, ratio


def share_interval(part: Numbers, rest: Numbers) -> tuple[Floats, Floats]:
    """Return between what part / (part + rest) lies with 90 % probability.

    Reaches 0 without any `part`, and 1 without any `rest`; unknown without either.
    Source: Jeffreys' interval, modified at its ends (Brown, Cai, DasGupta 2001, 4.1).
    """
    some = ratio(part + rest, part + rest)  # 1, or unknown without any
    low, high = (
        special.betaincinv(0.5 + part * some, 0.5 + rest * some, share)
        for share in (LOW, HIGH)
    )
    return np.where(part == 0, 0.0 * some, low), np.where(rest == 0, 1.0 * some, high)
