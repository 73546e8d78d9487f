"""The forces behind the map, against sums written out by hand."""

import numpy as np
import pytest

from stakeholders.scores.layout_forces import (
    FEW,
    Groups,
    Ties,
    attraction,
    cohesion,
    on_a_grid,
    pair_by_pair,
    repulsion,
)
from stakeholders.scores.layout_room import align, grid, spread


def test_a_tie_pulls_by_its_strength_whatever_the_distance():
    at = np.array([[0.0, 0.0], [3.0, 4.0]])
    pull = attraction(at, Ties.of(2, [0], [1], [10.0]))
    assert pull == pytest.approx(np.array([[6.0, 8.0], [-6.0, -8.0]]))


@pytest.mark.parametrize("count", [FEW - 50, FEW + 50], ids=["few", "many"])
def test_the_push_is_close_to_mass_times_mass_over_distance(count):
    random = np.random.default_rng(1)
    at, mass = random.uniform(-1, 1, (count, 2)), random.uniform(0.5, 2, count)
    gap = at[:, None] - at[None, :]
    squared = (gap**2).sum(axis=2) + np.eye(count)
    exact = ((gap / squared[:, :, None]) * mass[None, :, None]).sum(axis=1) * mass[:, None]
    error = np.hypot(*(repulsion(at, mass, 256) - exact).T)
    assert np.median(error / np.hypot(*exact.T)) < 0.03


def test_the_push_on_the_grid_is_close_to_the_push_pair_by_pair():
    random = np.random.default_rng(4)
    at, mass = random.uniform(0, 127, (FEW, 2)), random.uniform(0.5, 2, FEW)
    exact, push = pair_by_pair(at, mass), on_a_grid(at, mass, 128)
    assert np.median(np.hypot(*(push - exact).T) / np.hypot(*exact.T)) < 0.03


@pytest.mark.parametrize("count", [FEW - 50, FEW + 50], ids=["few", "many"])
def test_pushes_cancel_out(count):
    random = np.random.default_rng(2)
    push = repulsion(random.uniform(-1, 1, (count, 2)), np.ones(count), 128)
    assert np.abs(push.sum(axis=0)).max() < 1e-3 * np.abs(push).sum()


def test_a_group_pulls_to_its_middle():
    at = np.array([[0.0, 0.0], [4.0, 0.0], [9.0, 9.0]])
    pull = cohesion(at, np.ones(3), Groups.of([0, 0, 1], 1.0))
    assert pull == pytest.approx(np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 0.0]]))


def test_people_too_close_are_moved_apart():
    at = spread(np.array([[0.0, 0.0], [0.01, 0.0], [1.0, 1.0]]), 0.2)
    assert np.hypot(*(at[0] - at[1])) == pytest.approx(0.2, rel=0.01)


def test_people_in_one_spot_are_moved_apart():
    at = spread(np.zeros((2, 2)), 0.2)
    assert np.hypot(*(at[0] - at[1])) == pytest.approx(0.2, rel=0.01)


def test_people_far_enough_stay():
    at = np.array([[0.0, 0.0], [1.0, 1.0]])
    assert (spread(at, 0.2) == at).all()


def test_a_turned_map_is_turned_back():
    before = np.random.default_rng(5).uniform(-1, 1, (20, 2))
    turned = before @ np.array([[0.0, 2.0], [-2.0, 0.0]]) + 3
    assert align(turned, before) == pytest.approx(before)


def test_a_map_nobody_was_on_before_stays_as_it_is():
    at = np.random.default_rng(5).uniform(-1, 1, (20, 2))
    assert (align(at, np.full((20, 2), np.nan)) == at).all()


@pytest.mark.parametrize("count", [1, 2, 7, 50])
def test_a_grid_holds_everybody_inside_its_strip(count):
    at = grid(count, -1.0, -0.5)
    assert at.shape == (count, 2)
    assert ((at[:, 1] > -1) & (at[:, 1] < -0.5)).all()
