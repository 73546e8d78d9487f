"""Who deals with each other more than with the rest."""

from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import given, settings

from stakeholders.scores.communities import NONE, communities
from stakeholders.scores.layout_forces import Ties
from tests.scores.networks import networks


def among(count, pairs):
    source, target = zip(*pairs, strict=True) if pairs else ((), ())
    return Ties.of(count, source, target, [1.0] * len(pairs))


TWO_CLIQUES = among(
    11, [*combinations(range(5), 2), *combinations(range(5, 10), 2), (0, 5)]
)


def test_two_cliques_are_two_communities():
    label = communities(TWO_CLIQUES)
    assert len(set(label[:5])) == len(set(label[5:10])) == 1
    assert label[0] != label[5]


def test_a_person_without_ties_is_in_none():
    assert communities(TWO_CLIQUES)[10] == NONE


def test_nobody_has_ties():
    assert communities(among(3, [])).tolist() == [NONE] * 3


def test_a_community_keeps_its_number():
    before = np.array([7] * 5 + [3] * 5 + [NONE])
    assert communities(TWO_CLIQUES, before=before).tolist() == before.tolist()


def test_a_community_that_split_passes_its_number_on_once():
    before = np.array([4] * 10 + [NONE])
    label = communities(TWO_CLIQUES, before=before)
    assert sorted({int(label[0]), int(label[5])}) == [4, 5]


def test_the_same_ties_give_the_same_communities():
    assert (communities(TWO_CLIQUES, seed=3) == communities(TWO_CLIQUES, seed=3)).all()


@given(networks())
@settings(max_examples=50, deadline=None)
def test_they_are_hardly_worse_than_networkxs_and_hold_together(network):
    ties = Ties.of(len(network), network.source, network.target, network.weight)
    graph = nx.Graph(network.graph().to_undirected(as_view=True).edges)
    nx.set_edge_attributes(graph, 0.0, "weight")
    for one, other, weight in network.graph().edges(data="weight"):
        graph.edges[one, other]["weight"] += weight
    label = communities(ties)
    ours = [set(np.flatnonzero(label == one).tolist()) for one in set(label) - {NONE}]
    theirs = nx.community.louvain_communities(graph, seed=0) if graph else []
    assert all(nx.is_connected(graph.subgraph(some)) for some in ours)
    if ours:
        quality = nx.community.modularity
        assert quality(graph, ours) >= quality(graph, theirs) - 0.08


def test_people_stay_together_while_nothing_clearly_better_is_found():
    ring = among(12, [(n, (n + 1) % 12) for n in range(12)])
    first = communities(ring, seed=1)
    assert (communities(ring, before=first, seed=2) == first).all()
