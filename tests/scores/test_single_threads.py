"""Single threads: by hand, and against what networkx finds when a tie is cut."""

import networkx as nx
import numpy as np
from hypothesis import given, settings

from stakeholders.scores.network import Network
from stakeholders.scores.single_threads import bridges, held_by_one
from tests.scores.networks import networks


def tied(*ties, people=None):
    source, target = map(np.array, zip(*ties, strict=True))
    return Network.of(source, target, people=people)


def rows(found):
    """The bridges as rows of held, holder and people cut off."""
    return list(zip(found.held, found.holder, found.cut_off, strict=True))


def test_a_tie_that_joins_two_triangles_is_a_bridge():
    triangles = [(1, 2), (2, 3), (3, 1), (11, 12), (12, 13), (13, 11)]
    [(held, holder, cut_off)] = rows(bridges(tied(*triangles, (3, 11))))
    assert ({held, holder}, cut_off) == ({3, 11}, 3)


def test_the_one_at_the_end_of_a_thread_is_held_by_the_other():
    assert rows(bridges(tied((1, 2), (2, 3), (3, 1), (9, 3)))) == [(9, 3, 1)]


def test_a_ring_has_no_bridge():
    assert rows(bridges(tied((1, 2), (2, 3), (3, 1)))) == []


def test_a_long_chain_is_all_bridges_and_the_middle_one_cuts_off_the_most():
    people = np.arange(2_000)
    found = bridges(Network.of(people[:-1], people[1:]))
    assert (len(found), found.cut_off[0], found.cut_off[-1]) == (1_999, 1_000, 1)


def test_both_directions_are_one_tie_and_may_be_a_bridge():
    assert len(bridges(tied((1, 2), (2, 1)))) == 1


@given(networks())
@settings(max_examples=60, deadline=None)
def test_cutting_a_bridge_cuts_off_as_many_as_it_says(network):
    graph = network.graph().to_undirected()
    for held, holder, cut_off in rows(bridges(network)):
        cut = graph.copy()
        cut.remove_edge(held, holder)
        lost = nx.node_connected_component(cut, held)
        assert holder not in lost
        assert len(lost) == cut_off
        assert len(lost) <= len(nx.node_connected_component(cut, holder))


@given(networks())
@settings(max_examples=30, deadline=None)
def test_every_bridge_networkx_knows_is_found_once(network):
    theirs = {frozenset(ends) for ends in nx.bridges(network.graph().to_undirected())}
    ours = [frozenset((held, holder)) for held, holder, _ in rows(bridges(network))]
    assert (set(ours), len(ours)) == (theirs, len(theirs))


def test_whom_one_of_ours_alone_deals_with_is_held_by_one():
    network = tied(
        (1, 10), (10, 1), (2, 11), (1, 11), (10, 12), people=np.array([1, 2, 10, 11, 12])
    )
    ours = np.array([True, True, False, False, False])
    assert held_by_one(network, ours) == {10: 1}
