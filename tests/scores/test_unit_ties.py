"""Ties between units, steps from some people, and missing links: by hand."""

import networkx as nx
import numpy as np
import pytest

from stakeholders.scores.missing_links import missing_links, warmth_matrix
from stakeholders.scores.unit_ties import mean_steps, steps_from, unit_ties

# Two of unit 0 and two of unit 1; a tie within each, and one across from 1 to 2.
UNIT = np.array([0, 0, 1, 1, -1])
LOW, HIGH = np.array([0, 1, 2]), np.array([1, 2, 3])
WAYS = np.array([[4.0, 2.0, 1.0], [0.0, 1.0, 1.0]])


def test_attention_goes_from_row_to_column():
    ties = unit_ties(2, UNIT, LOW, HIGH, WAYS)
    assert ties.reached.tolist() == [[4.0, 2.0], [1.0, 2.0]]


def test_each_pair_in_touch_counts_once():
    assert unit_ties(2, UNIT, LOW, HIGH, WAYS).pairs.tolist() == [[1.0, 1.0], [1.0, 1.0]]


def test_chance_spreads_all_ties_over_all_pairs():
    expected = unit_ties(2, UNIT, LOW, HIGH, WAYS).expected
    assert expected.tolist() == [[0.5, 2.0], [2.0, 0.5]]


def test_steps_are_the_fewest_ties_and_unknown_without_a_way():
    steps = steps_from(np.array([True, False, False, False, False]), LOW, HIGH)
    assert steps[:4].tolist() == [0.0, 1.0, 2.0, 3.0]
    assert np.isnan(steps[4])


def test_steps_agree_with_networkx():
    graph = nx.gnm_random_graph(40, 45, seed=1)
    low, high = np.array(graph.edges).T
    start = np.zeros(40, bool)
    start[[3, 9]] = True
    known = nx.multi_source_dijkstra_path_length(graph, {3, 9}, weight=None)
    steps = steps_from(start, low, high)
    assert {row: steps[row] for row in np.flatnonzero(~np.isnan(steps))} == known


def test_steps_of_a_unit_leave_out_whom_there_is_no_way_to():
    mean, beyond = mean_steps(np.array([0.0, 1.0, 2.0, np.nan]), np.array([0, 0, 1, 1]), 3)
    assert mean[:2].tolist() == [0.5, 2.0]
    assert np.isnan(mean[2])
    assert beyond.tolist() == [0, 1, 0]


@pytest.fixture
def warmth():
    """Return 0 and 3 who both know 1 (warm) and 2 (cold); 4 knows nobody."""
    low, high = np.array([0, 1, 0, 2]), np.array([1, 3, 2, 3])
    return warmth_matrix(5, low, high, np.array([0.1, 0.2, 0.9, 0.9]))


def test_a_missing_link_goes_over_whoever_is_warmest_with_both(warmth):
    (link,) = missing_links(warmth, np.array([0]), np.array([3]))
    assert (link.one, link.other, link.through, link.shared) == (0, 3, 1, 2)
    assert link.ease == pytest.approx(0.9 * 0.8)


def test_a_pair_of_a_group_is_proposed_once(warmth):
    group = np.array([0, 3, 4])
    assert [(one.one, one.other) for one in missing_links(warmth, group, group)] == [(0, 3)]


def test_those_who_have_a_tie_miss_none_even_a_cold_one():
    low, high = np.array([0, 1, 0]), np.array([1, 2, 2])
    warm = warmth_matrix(3, low, high, np.array([0.5, 0.5, 1.0]))
    assert missing_links(warm, np.arange(3), np.arange(3)) == []
