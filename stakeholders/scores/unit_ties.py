"""Units: how much each deals with each, against what their sizes alone would say."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from stakeholders.scores.columns import Floats, Mask, Places, ratio


@dataclass(frozen=True, slots=True)
class UnitTies:
    """Square matrices over units, from the row's people to the column's."""

    reached: Floats  # attention: conversations reached out for, faded
    pairs: Floats  # pairs of people in touch, each counted once, >= 0
    expected: Floats  # pairs in touch were ties to fall on any two people alike


def unit_ties(
    count: int, unit: Places, low: Places, high: Places, ways: Floats
) -> UnitTies:
    """Return how `count` units deal with each other.

    unit: per person, which unit; -1 without one. low, high: the people of each tie. ways:
    two rows, attention from low to high and back. Ties of people without a unit are left
    out. Source of the expectation: as Krackhardt, Stern 1988, any two people alike.
    """
    one, other = unit[low], unit[high]
    some = (one >= 0) & (other >= 0)
    one, other, (there, back) = one[some], other[some], ways[:, some]
    reached = _sum(count, one, other, there) + _sum(count, other, one, back)
    once = _sum(count, one, other, np.ones(len(one)))
    crossing = ~np.eye(count, dtype=bool)
    size = np.bincount(unit[unit >= 0], minlength=count).astype(np.float64)
    possible = np.where(crossing, size[:, None] * size, (size * (size - 1) / 2)[:, None])
    everywhere = size.sum() * (size.sum() - 1) / 2
    density = float(len(one) / everywhere) if everywhere else 0.0
    return UnitTies(reached, once + once.T * crossing, possible * density)


def _sum(count: int, rows: Places, columns: Places, values: Floats) -> Floats:
    """Return a square matrix of the sums of `values` at these places."""
    matrix = sparse.coo_array((values, (rows, columns)), shape=(count, count))
    return np.asarray(matrix.toarray(), np.float64)


def steps_from(start: Mask, low: Places, high: Places) -> Floats:
    """Return the fewest ties between each person and any of `start`; nan: no way at all.

    0 for those of `start` themselves. low, high: the people of each tie, either way.
    """
    if not start.any():
        return np.full(len(start), np.nan)
    size = (len(start), len(start))
    ties = sparse.csr_array((np.ones(len(low)), (low, high)), shape=size)
    steps = dijkstra(
        ties, directed=False, unweighted=True, indices=np.flatnonzero(start), min_only=True
    )
    return np.where(np.isinf(steps), np.nan, steps)


def mean_steps(steps: Floats, unit: Places, count: int) -> tuple[Floats, NDArray[np.int64]]:
    """Return per unit the mean of the known `steps`, and how many people have none."""
    known = (unit >= 0) & ~np.isnan(steps)
    there = np.bincount(unit[known], minlength=count).astype(np.float64)
    whole = np.bincount(unit[unit >= 0], minlength=count)
    return ratio(
        np.bincount(unit[known], steps[known], count), there
    ), whole - there.astype(np.int64)
