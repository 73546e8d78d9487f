"""The E-I index: by hand, and as properties."""

import numpy as np
import pytest
from hypothesis import given, settings

from stakeholders.scores.ei_index import ei_index
from stakeholders.scores.network import Network
from tests.scores.networks import networks_with_units

SALES, TECH = 0, 1
UNIT = np.array([SALES, SALES, TECH, TECH])


def network(*ties):
    source, target = zip(*ties, strict=True) if ties else ((), ())
    return Network.of(np.array(source, int), np.array(target, int), people=np.arange(4))


def test_all_ties_inside_is_minus_one_and_all_across_is_one():
    assert ei_index(network((0, 1), (3, 2)), UNIT).index == -1.0
    assert ei_index(network((0, 2), (3, 1)), UNIT).index == 1.0


def test_two_units_of_two_expect_a_third_more_across():
    assert ei_index(network((0, 1)), UNIT).expected == pytest.approx(
        1 / 3
    )  # 8 of 12 across


def test_ties_count_by_their_weight():
    weighed = Network.of(
        np.array([0, 0]), np.array([1, 2]), np.array([3.0, 1.0]), np.arange(4)
    )
    assert ei_index(weighed, UNIT).index == pytest.approx((1 - 3) / 4)


def test_each_unit_has_its_own_index_over_the_ties_that_touch_it():
    silos = ei_index(network((0, 1), (1, 0), (1, 2)), UNIT)
    assert silos.unit.tolist() == [SALES, TECH]
    assert silos.unit_index == pytest.approx([(1 - 2) / 3, 1.0])


def test_without_ties_there_is_no_index():
    silos = ei_index(network(), UNIT)
    assert (silos.index, silos.p_closed) == (None, None)
    assert np.isnan(silos.unit_index).all()


def test_two_closed_cliques_are_no_accident():
    ties = [
        (i, j) for half in (range(6), range(6, 12)) for i in half for j in half if i != j
    ]
    source, target = map(np.array, zip(*ties, strict=True))
    closed = ei_index(Network.of(source, target), np.repeat([0, 1], 6))
    assert closed.p_closed < 0.02


@given(networks_with_units())
@settings(max_examples=50, deadline=None)
def test_the_index_stays_in_bounds_and_names_of_units_do_not_matter(both):
    tied, unit = both
    index = ei_index(tied, unit, shuffles=0).index
    assert index is None or -1 <= index <= 1
    assert ei_index(tied, 7 - unit, shuffles=0).index == index
