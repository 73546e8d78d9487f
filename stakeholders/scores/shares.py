"""Shares: how sure one can be of a part of a whole."""

import numpy as np
from scipy import special

from stakeholders.scores.columns import HIGH, LOW, Floats, Numbers, ratio


def share_interval(part: Numbers, rest: Numbers) -> tuple[Floats, Floats]:
    """Return between what part / (part + rest) lies with 90 % probability.

    Unknown without any. Source: Jeffreys' interval (Brown, Cai, DasGupta 2001).
    """
    some = ratio(part + rest, part + rest)  # 1, or unknown without any
    low, high = (
        special.betaincinv(0.5 + part * some, 0.5 + rest * some, share)
        for share in (LOW, HIGH)
    )
    return np.asarray(low), np.asarray(high)
