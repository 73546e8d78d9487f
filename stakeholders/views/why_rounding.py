"""Rounding parts so that what a reader adds up by hand comes out."""

from collections.abc import Sequence
from math import floor, fsum


def rounded(parts: Sequence[float], digits: int) -> list[float]:
    """Return `parts` rounded to `digits` so that they add up to their rounded sum.

    Each stays within one unit of the last digit. Source: largest remainders (Hamilton).
    """
    unit = 10**digits
    floors = [floor(part * unit) for part in parts]
    short = round(fsum(parts) * unit) - sum(floors)
    rests = sorted(range(len(parts)), key=lambda at: floors[at] - parts[at] * unit)
    for at in rests[:short]:
        floors[at] += 1
    return [whole / unit for whole in floors]
