"""Where people stand on the map: near those they deal with, the same place every time."""

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.layout_forces import (
    Groups,
    Points,
    Ties,
    attraction,
    cohesion,
    gravity,
    repulsion,
)
from stakeholders.scores.layout_room import align, fit, grid, spread

LENGTH = 0.3  # mean length of a tie, in layout units: sets how wide a map grows
COLD = np.geomspace(0.3, 0.004, 130)  # longest step in each round, in layout units
COARSE = 0.02  # steps from here on need no finer grid, which costs four times as much
WARM = np.geomspace(0.02, 0.004, 6)
PART_WAY = 0.5  # people go at once, when laid out anew; the rest next time
FEW = 0.05  # of the people: when no more got outside, they alone are moved in
APART = 0.55  # people stand this over the square root of their number apart


def place(
    ties: Ties,
    *,
    start: Points | None = None,
    groups: Groups | None = None,
    seed: int = 0,
) -> Points:
    """Return a place for each person; the same input gives the same places.

    ties: who is tied to whom, and how strongly; take a root or a logarithm of
    heavy-tailed counts first. start: places from before, shape (people, 2), nan where a
    person has none: people then move little. groups: who keeps together.
    Shape: (people, 2) in [-1, 1]. People without ties stand in rows along the bottom.
    """
    before = np.full((ties.count, 2), np.nan) if start is None else np.array(start, float)
    tied = ties.mass > 0
    at = np.zeros((ties.count, 2))
    strip = _strip(ties.count, int(tied.sum()))
    at[~tied] = _rows(before[~tied], strip)
    if tied.any():
        among = groups and groups.among(tied)
        at[tied] = _place_tied(ties.among(tied), before[tied], among, strip, seed)
    return at.clip(-1, 1)


def _strip(count: int, tied: int) -> float:
    """Return the height where the map of ties begins, above the rows of people without."""
    if tied in (0, count):
        return -1.0 if tied else 1.0
    return -1.0 + 2.0 * float(np.clip((count - tied) / count * 0.7, 0.06, 0.6))


def _rows(before: Points, strip: float) -> Points:
    """Return places in rows below `strip`; those who stood there already stay."""
    stay = np.isfinite(before).all(axis=1) & (before[:, 1] < strip)
    if stay.all():
        return before
    return grid(len(before), -1.0, strip - 0.05 if strip < 1 else 1.0)


def _place_tied(
    ties: Ties, before: Points, groups: Groups | None, strip: float, seed: int
) -> Points:
    """Return places above `strip` for people who all have a tie."""
    random = np.random.default_rng(seed)
    known = np.isfinite(before).all(axis=1) & (before[:, 1] > strip)  # not in a row
    before = np.where(known[:, None], before, np.nan)
    warm = known.mean() > 0.5
    at = _beside(before, known, ties, random) if warm else _spectral(ties, random)
    at = _settle(at, ties, groups, WARM if warm else COLD)
    apart = APART / np.sqrt(ties.count)
    at = align(spread(fit(at, strip + 0.05), apart), before)
    if warm:
        at[known] += (1 - PART_WAY) * (before - at)[known]
        at = spread(at, apart)
    outside = (np.abs(at) > 1).any(axis=1) | (at[:, 1] < strip)
    if outside.mean() > FEW:
        return fit(at, strip + 0.05)
    return at.clip((-1, strip + 0.05), 1)


def _settle(at: Points, ties: Ties, groups: Groups | None, steps: Points) -> Points:
    """Return `at` after one round of forces for each of `steps`, the longest move in it."""
    mass, at = ties.mass, np.asfortranarray(at)  # one axis is read at a time
    cells = int(2 ** np.clip(np.ceil(np.log2(4 * np.sqrt(len(at)))), 7, 8))
    push = LENGTH / mass.sum()
    at = at * _natural_scale(at, _pull(at, ties, mass, groups), push * mass.sum() ** 2 / 2)
    for step in steps:
        width = cells if step < COARSE else cells // 2
        force = _pull(at, ties, mass, groups) + push * repulsion(at, mass, width)
        move = force / mass[:, None]
        at = at + move * (step / np.hypot(*move.T).clip(1))[:, None]
        at -= mass @ at / mass.sum()
    return np.ascontiguousarray(at)


def _pull(
    at: Points, ties: Ties, mass: NDArray[np.float64], groups: Groups | None
) -> Points:
    """Return all that draws each person inwards: ties, their group, the middle."""
    force = attraction(at, ties) + LENGTH * gravity(at, mass)
    return force if groups is None else force + cohesion(at, mass, groups)


def _natural_scale(at: Points, pull: Points, push: float) -> float:
    """Return how much wider `at` must be for its pulls to balance its pushes.

    Pulls do not depend on distance and pushes fall with it, so the virial gives it.
    """
    inward = -float((at * pull).sum())
    return push / inward if inward > 0 else 1.0


def _beside(
    before: Points, known: NDArray[np.bool_], ties: Ties, random: np.random.Generator
) -> Points:
    """Return the earlier places, with newcomers beside the people they have ties to."""
    at = np.where(known[:, None], before, 0.0)
    seen = ties.weight * known[ties.target], ties.weight * known[ties.source]
    total = ties.gather(seen[0]) + ties.gather(seen[1], back=True)
    for axis in (0, 1):
        there = at[:, axis].copy()
        pull = ties.gather(seen[0] * there[ties.target])
        pull += ties.gather(seen[1] * there[ties.source], back=True)
        at[~known, axis] = (pull / total.clip(1e-12))[~known]
    at[~known] += random.normal(0, 0.02, (int((~known).sum()), 2))
    return at


def _spectral(ties: Ties, random: np.random.Generator) -> Points:
    """Return a first rough map: averaged over neighbours many times, then evened out."""
    mass = ties.mass
    at = random.normal(size=(ties.count, 2))
    for _ in range(60):
        near = [
            ties.gather(ties.weight * x[ties.target])
            + ties.gather(ties.weight * x[ties.source], back=True)
            for x in at.T
        ]
        at = at + np.stack(near, axis=1) / mass[:, None]
        at -= np.average(at, axis=0, weights=mass)
        at = np.linalg.qr(at)[0] if ties.count > 2 else at
    ranks = at.argsort(axis=0).argsort(axis=0)
    return (2 * ranks / max(ties.count - 1, 1) - 1) * 0.7
