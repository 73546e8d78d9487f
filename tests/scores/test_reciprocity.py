"""Reciprocity: worked by hand, against networkx, and on public data."""

import csv
import itertools
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stakeholders.scores.columns import or_none
from stakeholders.scores.reciprocity import (
    evenness,
    evenness_interval,
    network_reciprocity,
)

DATA = Path(__file__).parents[3] / "shared" / "data"
FLOW = st.floats(0, 1e6)
TIES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0.1, 9.0), max_size=30
)


def of(ties, **options):
    rows = [(*pair, weight) for pair, weight in ties.items()] or np.empty((0, 3))
    source, target, weight = np.array(rows, float).T
    return network_reciprocity(source.astype(int), target.astype(int), weight, **options)


@pytest.mark.parametrize(
    ("forth", "back", "score"),
    [(3, 0, 0.0), (2, 2, 1.0), (3, 1, 0.5)],
    ids=["one-way", "even", "three to one"],
)
def test_evenness_by_hand(forth, back, score):
    assert evenness(forth, back) == score


def test_evenness_without_any_flow_is_unknown():
    assert or_none(evenness(0.0, 0.0)) is None


@given(FLOW, FLOW)
def test_evenness_is_bounded_and_the_same_from_both_sides(forth, back):
    assume(forth + back > 0)
    assert 0 <= evenness(forth, back) == evenness(back, forth) <= 1


@settings(max_examples=50)
@given(st.floats(0, 1e4), st.floats(0, 1e4))
def test_evenness_interval_is_ordered_within_bounds(forth, back):
    assume(forth + back > 0)
    low, high = evenness_interval(forth, back)
    assert 0 <= low <= high <= 1


def test_more_evidence_narrows_the_interval_around_evenness():
    (few_low, few_high), (low, high) = evenness_interval(6, 2), evenness_interval(60, 20)
    assert few_low < low < evenness(6, 2) < high < few_high


@settings(max_examples=25, deadline=None)
@given(TIES)
def test_network_reciprocity_agrees_with_networkx_without_self_loops(ties):
    graph = nx.DiGraph(pair for pair in ties if pair[0] != pair[1])
    assume(graph.number_of_edges())
    assert of(ties).r == pytest.approx(nx.overall_reciprocity(graph), rel=1e-12)


@settings(max_examples=25, deadline=None)
@given(TIES)
def test_weighted_reciprocity_agrees_with_a_plain_sum(ties):
    ties = {pair: weight for pair, weight in ties.items() if pair[0] != pair[1]}
    assume(ties)
    answered = sum(min(w, ties.get((v, u), 0.0)) for (u, v), w in ties.items())
    assert of(ties).r_w == pytest.approx(answered / sum(ties.values()), rel=1e-12)


@settings(max_examples=25, deadline=None)
@given(TIES, st.permutations(range(8)))
def test_new_names_change_nothing(ties, names):
    renamed = {(names[u], names[v]): weight for (u, v), weight in ties.items()}
    ours, theirs = of(ties), of(renamed)
    assert (ours.ties, ours.mutual, ours.r, ours.rho) == (
        theirs.ties,
        theirs.mutual,
        theirs.r,
        theirs.rho,
    )


def test_rho_is_zero_where_ties_are_mutual_as_often_as_chance_makes_them():
    # Five people, 10 of 20 possible ties, half of them mutual: r = a = 1/2.
    mutual = [(0, 1), (1, 0), (1, 2), (2, 1)]
    one_way = [(0, 2), (0, 3), (0, 4), (1, 3), (1, 4), (2, 3)]
    assert of(dict.fromkeys([*mutual, *one_way], 1.0)).r == 0.4
    assert of(dict.fromkeys([*mutual, *one_way], 1.0)).rho == pytest.approx(-0.2)


def test_a_network_where_everybody_is_tied_to_everybody_has_no_rho():
    everybody = dict.fromkeys(itertools.permutations(range(4), 2), 1.0)
    assert (of(everybody).r, of(everybody).rho) == (1.0, None)


def test_a_network_without_ties_has_no_reciprocity():
    assert (of({}).r, of({}).rho, of({}).r_w) == (None, None, None)
    assert of({(1, 1): 2.0}).r is None


def test_isolated_people_count_when_told():
    assert of({(0, 1): 1.0, (1, 0): 1.0, (1, 2): 1.0}, people=10).people == 10


def test_expected_weighted_reciprocity_is_the_mean_over_all_ways_to_deal_the_weights():
    pairs, weights = [(0, 1), (1, 0), (1, 2)], [1.0, 2.0, 5.0]
    deals = itertools.permutations(weights)
    by_hand = np.mean([of(dict(zip(pairs, deal, strict=True))).r_w for deal in deals])
    assert of(dict(zip(pairs, weights, strict=True))).r_w_expected == pytest.approx(by_hand)


@pytest.mark.skipif(not DATA.exists(), reason="public data (shared/data) is not here")
@pytest.mark.parametrize(
    ("name", "golden"),
    [
        ("consulting_advice", (46, 877, 0.74572, 0.55880, 0.74184)),
        ("consulting_value", (46, 855, 0.81871, 0.69114, 0.76150)),
        ("college_messages", (1899, 20296, 0.63638, 0.63432, 0.61021)),
        ("bitcoin_otc_ratings", (5881, 35592, 0.79231, 0.79210, 0.79231)),
    ],
)
def test_golden_values_of_public_networks(name, golden):
    with (DATA / f"{name}.csv").open() as file:
        rows = list(csv.DictReader(file))
    weight = [float(row.get("weight", 1)) for row in rows]
    source, target = ([int(row[end]) for row in rows] for end in ("source", "target"))
    of_all = network_reciprocity(np.array(source), np.array(target), np.array(weight))
    rates = tuple(round(rate, 5) for rate in (of_all.r, of_all.rho, of_all.r_w))
    assert (of_all.people, of_all.ties, *rates) == golden


@pytest.mark.skipif(not DATA.exists(), reason="public data (shared/data) is not here")
def test_golden_values_of_enron():
    with (DATA / "enron_messages.csv").open() as file:
        mails = {
            (mail["from"], to, mail["sent_at"])  # one message a moment, as for college
            for mail in csv.DictReader(file)
            for to in mail["to"].split("; ")
        }
    ids = {
        name: place
        for place, name in enumerate(sorted({n for mail in mails for n in mail[:2]}))
    }
    source, target = np.array([(ids[one], ids[other]) for one, other, _ in mails]).T
    enron = network_reciprocity(source, target, np.ones(len(mails)))
    assert (enron.people, enron.ties) == (154, 2715)
    rates = [round(rate, 5) for rate in (enron.r, enron.rho, enron.r_w)]
    assert rates == [0.64236, 0.59578, 0.49428]
