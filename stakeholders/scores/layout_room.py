"""Room on the map: nobody on top of anybody, everybody inside the square."""

import numpy as np
from scipy.spatial import KDTree

from stakeholders.scores.layout_forces import Points

ROUNDS = 40  # of pushing apart; most maps are clear after ten


def spread(at: Points, apart: float) -> Points:
    """Return `at` with people moved until they stand about `apart` from each other."""
    at = at.copy()
    for _ in range(ROUNDS):
        tree = KDTree(at, compact_nodes=False, balanced_tree=False)  # asked only once
        near = tree.query_pairs(apart, output_type="ndarray")
        if not len(near):
            break
        first, second = near.T
        gap = at[second] - at[first]
        same = ~gap.any(axis=1)  # in one spot: any direction will do, so long as it stays
        gap[same] = 1e-9 * np.stack([np.cos(second), np.sin(second)], 1)[same]
        distance = np.hypot(gap[:, 0], gap[:, 1])
        push = gap * (0.5 * (apart - distance) / distance)[:, None]
        for axis in (0, 1):
            at[:, axis] += np.bincount(second, push[:, axis], len(at))
            at[:, axis] -= np.bincount(first, push[:, axis], len(at))
    return at


def fit(at: Points, bottom: float = -1.0) -> Points:
    """Return `at` centred and scaled, shape kept, into [-1, 1] by [bottom, 1]."""
    if not len(at):
        return at
    low, high = at.min(axis=0), at.max(axis=0)
    room = np.array([2.0, 1.0 - bottom])
    scale = float((room / (high - low).clip(1e-9)).min())
    scale = scale if len(at) > 1 else 1.0
    middle = np.array([0.0, (1.0 + bottom) / 2])
    fitted: Points = (at - (low + high) / 2) * scale + middle
    return fitted


def align(at: Points, before: Points) -> Points:
    """Return `at` moved, turned and scaled to lie as close to `before` as it can.

    before: earlier positions; rows of nan have none and follow the others.
    Source: Schoenemann & Carroll 1970, Psychometrika 35:245 (Procrustes).
    """
    known = np.isfinite(before).all(axis=1)
    if known.sum() < 3:
        return at
    here, there = at[known].mean(axis=0), before[known].mean(axis=0)
    left, sizes, right = np.linalg.svd((at[known] - here).T @ (before[known] - there))
    total = float(((at[known] - here) ** 2).sum())
    scale = float(sizes.sum()) / max(total, 1e-12)
    return (at - here) @ (left @ right) * scale + there


def grid(count: int, bottom: float, top: float) -> Points:
    """Return `count` places in even rows across [-1, 1] by [bottom, top], top row first."""
    if not count:
        return np.zeros((0, 2))
    columns = int(np.ceil(np.sqrt(count * 2 / (top - bottom))))
    columns = min(max(columns, 1), count)
    rows = -(-count // columns)
    row, column = np.divmod(np.arange(count), columns)
    x = -1 + (2 * column + 1) / columns
    y = top - (top - bottom) * (row + 0.5) / rows
    return np.stack([x, y], axis=1)
