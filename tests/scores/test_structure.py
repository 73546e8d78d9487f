"""Constraint, influence and modularity: against networkx, which defines them."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.scores.betweenness import betweenness
from stakeholders.scores.constraint import constraint
from stakeholders.scores.influence import influence
from stakeholders.scores.modularity import modularity
from stakeholders.scores.network import Network
from tests.scores.networks import networks, networks_with_units


def undirected(network):
    """The network with both directions added up."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(network)))
    for one, other, weight in network.graph().edges(data="weight"):
        before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
        graph.add_edge(one, other, weight=before + weight)
    return graph


@given(networks())
@settings(max_examples=50, deadline=None)
def test_constraint_is_networkxs_and_unknown_for_the_isolated(network):
    theirs = nx.constraint(network.graph(), weight="weight")
    ours = constraint(network)
    assert ours == pytest.approx(
        [theirs[person] for person in range(len(network))], nan_ok=True
    )


def test_a_broker_is_less_constrained_than_those_they_join():
    star = Network.of(np.array([0, 0, 0]), np.array([1, 2, 3]))
    assert constraint(star) == pytest.approx([1 / 3, 1, 1, 1])


@given(networks())
@settings(max_examples=50, deadline=None)
def test_influence_is_networkxs_pagerank(network):
    theirs = nx.pagerank(network.graph(), tol=1e-12, max_iter=500)
    expected = [theirs[person] for person in range(len(network))]
    assert influence(network) == pytest.approx(expected, abs=1e-8)


def test_whom_everybody_asks_has_the_most_influence():
    asked = Network.of(np.array([0, 1, 2]), np.array([3, 3, 3]))
    assert influence(asked).argmax() == 3


def test_nobody_has_no_influence():
    assert len(influence(Network.of(np.array([], int), np.array([], int)))) == 0


@given(networks_with_units())
@settings(max_examples=50, deadline=None)
def test_modularity_is_networkxs(both):
    network, unit = both
    ours = modularity(network, unit)
    if not len(network.source):
        assert ours is None
        return
    groups = [set(np.flatnonzero(unit == one).tolist()) for one in np.unique(unit)]
    theirs = nx.community.modularity(undirected(network), groups)
    assert ours == pytest.approx(theirs, abs=1e-12)


@given(networks())
@settings(max_examples=50, deadline=None)
def test_betweenness_is_networkxs_with_everybody_as_pivot(network):
    theirs = nx.betweenness_centrality(undirected(network))
    expected = [theirs[person] for person in range(len(network))]
    assert betweenness(network) == pytest.approx(expected, abs=1e-12)


def test_a_sample_of_pivots_finds_who_is_between():
    hub, others = np.zeros(60, np.int64), np.arange(1, 61)
    wheel = Network.of(np.append(hub, others), np.append(others, np.roll(others, 1)))
    sampled = betweenness(wheel, pivots=20)
    assert sampled[0] == pytest.approx(betweenness(wheel)[0], rel=0.1)
    assert sampled.argmax() == 0


@pytest.mark.parametrize("of_each", [constraint, influence, betweenness])
@given(network=networks(), random=st.randoms())
@settings(max_examples=25, deadline=None)
def test_neither_names_nor_the_unit_of_weight_move_anybody(of_each, network, random):
    names = np.arange(len(network))
    random.shuffle(names)
    ends = names[network.source], names[network.target]
    renamed = Network.of(*ends, network.weight * 1e12, np.arange(len(network)))
    assert of_each(renamed)[names] == pytest.approx(of_each(network), nan_ok=True)
