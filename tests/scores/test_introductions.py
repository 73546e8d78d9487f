"""Introductions: by hand, and against every simple path of networkx."""

from math import prod

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.scores.introductions import ease, introduction, introduction_graph

TIES = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]),
    st.tuples(st.floats(0.01, 0.99), st.one_of(st.just(np.nan), st.floats(-0.9, 0.9))),
    max_size=30,
)


def graph_of(ties):
    rows = [(*pair, 1 - warmth, trust) for pair, (warmth, trust) in ties.items()]
    source, target, silence, trust = np.array(rows or np.empty((0, 4))).T
    return introduction_graph(source.astype(int), target.astype(int), silence, trust)


def people_on(way):
    return [way[0].source, *(step.target for step in way)] if way else []


def product_of(way):
    return prod(ease(step.warmth, step.trust) for step in way)


def test_a_warm_way_around_beats_a_cold_direct_tie():
    graph = graph_of({(1, 3): (0.1, 0.9), (1, 2): (0.9, 0.9), (2, 3): (0.9, 0.9)})
    assert people_on(introduction(graph, 1, 3)) == [1, 2, 3]


def test_distrust_closes_a_warm_way():
    graph = graph_of({(1, 3): (0.5, 0.0), (1, 2): (0.9, 0.9), (2, 3): (0.9, -0.9)})
    assert people_on(introduction(graph, 1, 3)) == [1, 3]


def test_nobody_is_asked_over_more_than_three_steps():
    chain = {(n, n + 1): (0.9, 0.9) for n in range(5)}
    assert people_on(introduction(graph_of(chain), 0, 3)) == [0, 1, 2, 3]
    assert introduction(graph_of(chain), 0, 4) == ()


@pytest.mark.parametrize("pair", [(1, 9), (9, 1)])
def test_somebody_without_ties_cannot_be_reached(pair):
    assert introduction(graph_of({(1, 2): (0.9, 0.9)}), *pair) == ()


def test_a_pair_never_in_contact_is_no_way():
    assert introduction(graph_of({(1, 2): (np.nan, 0.9)}), 1, 2) == ()


def test_unknown_trust_is_neither_good_nor_bad():
    assert ease(0.8, None) == ease(0.8, 0.0) == 0.4


def test_every_step_has_its_reason():
    graph = graph_of({(1, 2): (0.9, 0.4), (2, 3): (0.8, np.nan)})
    said = [step.sentence.say("Dana", "Omar") for step in introduction(graph, 1, 3)]
    assert said == [
        "In contact within 30 days: 90\xa0% likely; how far Omar can count on Dana: 0.40.",
        "In contact within 30 days: 80\xa0% likely; trust is not known yet.",
    ]


@settings(max_examples=50, deadline=None)
@given(TIES)
def test_no_simple_path_of_networkx_is_easier(ties):
    graph = graph_of(ties)
    way = introduction(graph, 0, 6)
    paths = []
    if {0, 6} <= set(graph):
        paths = list(nx.all_simple_edge_paths(graph, 0, 6, cutoff=3))
    easiest = max(
        (prod(ease(**graph.edges[tie]) for tie in path) for path in paths), default=None
    )
    assert (product_of(way) if way else None) == pytest.approx(easiest)
