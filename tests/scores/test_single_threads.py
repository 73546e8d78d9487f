"""Single threads: by hand, and against what networkx finds when a tie is cut."""

import networkx as nx
import numpy as np
from hypothesis import given, settings

from stakeholders.scores.network import Network
from stakeholders.scores.single_threads import Bridge, bridges, held_by_one
from tests.scores.networks import networks


def tied(*ties, people=None):
    source, target = map(np.array, zip(*ties, strict=True))
    return Network.of(source, target, people=people)


def test_a_tie_that_joins_two_triangles_is_a_bridge():
    triangles = [(1, 2), (2, 3), (3, 1), (11, 12), (12, 13), (13, 11)]
    found = bridges(tied(*triangles, (3, 11)))
    assert [(bridge.cut_off, {bridge.held, bridge.holder}) for bridge in found] == [
        (3, {3, 11})
    ]


def test_the_one_at_the_end_of_a_thread_is_held_by_the_other():
    assert bridges(tied((1, 2), (2, 3), (3, 1), (9, 3))) == [Bridge(9, 3, 1)]


def test_a_ring_has_no_bridge():
    assert bridges(tied((1, 2), (2, 3), (3, 1))) == []


def test_both_directions_are_one_tie_and_may_be_a_bridge():
    assert len(bridges(tied((1, 2), (2, 1)))) == 1


@given(networks())
@settings(max_examples=60, deadline=None)
def test_cutting_a_bridge_cuts_off_as_many_as_it_says(network):
    graph = network.graph().to_undirected()
    for bridge in bridges(network):
        cut = graph.copy()
        cut.remove_edge(bridge.held, bridge.holder)
        held = nx.node_connected_component(cut, bridge.held)
        assert bridge.holder not in held
        assert len(held) == bridge.cut_off
        assert len(held) <= len(nx.node_connected_component(cut, bridge.holder))


@given(networks())
@settings(max_examples=30, deadline=None)
def test_every_bridge_networkx_knows_is_found_once(network):
    theirs = {frozenset(ends) for ends in nx.bridges(network.graph().to_undirected())}
    ours = [frozenset((bridge.held, bridge.holder)) for bridge in bridges(network)]
    assert (set(ours), len(ours)) == (theirs, len(theirs))


def test_whom_one_of_ours_alone_deals_with_is_held_by_one():
    network = tied(
        (1, 10), (10, 1), (2, 11), (1, 11), (10, 12), people=np.array([1, 2, 10, 11, 12])
    )
    ours = np.array([True, True, False, False, False])
    assert held_by_one(network, ours) == {10: 1}
