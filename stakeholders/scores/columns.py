"""Columns: how scores take and give numbers.

Every score is one function, the same for one pair and for a column of a million: it takes
numbers or arrays that broadcast and answers with an array of that shape (of no dimension
for one pair). Inside a column NaN means "unknown": no evidence, or too little. Nothing
else is NaN, bad input raises, and unknown in gives unknown out. Pages and records never
see NaN: `or_none` turns it into None on the way out.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ids = NDArray[np.int64]
Days = NDArray[np.int32]
Places = NDArray[np.intp]
Mask = NDArray[np.bool_]
Numbers = float | Floats

UNKNOWN: Final = float("nan")
LOW, HIGH = 0.05, 0.95  # the quantiles that every shown interval lies between
TWO_SIDED_90: Final = 1.645  # standard deviations either way, where a normal will do


def or_none(value: Numbers) -> float | None:
    """Return one `value` of a column as a number, or None where it is unknown."""
    return None if np.isnan(value) else float(value)


def ratio(part: Numbers, whole: Numbers) -> Floats:
    """Return part / whole, unknown where `whole` is 0."""
    whole = np.asarray(whole, np.float64)
    return np.asarray(part / np.where(whole > 0, whole, UNKNOWN))


def known_if(enough: Mask | bool, value: Numbers) -> Floats:
    """Return `value` where there is `enough` evidence, else unknown."""
    return np.where(enough, value, UNKNOWN)
