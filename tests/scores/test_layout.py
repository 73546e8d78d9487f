"""Where people stand on the map."""

from itertools import combinations

import numpy as np
import pytest

from stakeholders.scores.layout import place
from stakeholders.scores.layout_forces import Groups, Ties


def among(count, pairs, weight=1.0):
    source, target = zip(*pairs, strict=True) if pairs else ((), ())
    return Ties.of(count, source, target, [weight] * len(pairs))


def clique(people):
    return list(combinations(people, 2))


def distance(at, one, other):
    return float(np.hypot(*(at[one] - at[other])))


TWO_CLIQUES = among(20, [*clique(range(10)), *clique(range(10, 20)), (0, 10)])


def moved(before, after):
    return np.hypot(*(after - before).T)


def test_nobody_needs_no_place():
    assert place(among(0, [])).shape == (0, 2)


def test_one_person_stands_on_the_map():
    assert np.abs(place(among(1, []))).max() <= 1


def test_two_people_stand_apart():
    assert distance(place(among(2, [(0, 1)])), 0, 1) > 0.5


def test_everybody_stands_inside_the_square():
    assert np.abs(place(TWO_CLIQUES)).max() <= 1


def test_the_same_ties_give_the_same_places():
    assert (place(TWO_CLIQUES, seed=7) == place(TWO_CLIQUES, seed=7)).all()


def test_another_seed_gives_another_map():
    assert (place(TWO_CLIQUES, seed=7) != place(TWO_CLIQUES, seed=8)).any()


def test_two_cliques_stand_apart():
    at = place(TWO_CLIQUES)
    within = np.mean([distance(at, *pair) for pair in clique(range(10))])
    across = np.mean([distance(at, a, b) for a in range(10) for b in range(10, 20)])
    assert across > 2 * within


def test_the_person_between_two_cliques_stands_between_them():
    ties = among(21, [*clique(range(10)), *clique(range(10, 20)), (0, 20), (20, 10)])
    at = place(ties)
    one, other = at[:10].mean(axis=0), at[10:20].mean(axis=0)
    along = (at[20] - one) @ (other - one) / ((other - one) @ (other - one))
    assert 0.2 < along < 0.8


def test_a_stronger_tie_is_shorter():
    ring = [(i, (i + 1) % 12) for i in range(12)]
    source, target = zip(*ring, strict=True)
    at = place(Ties.of(12, source, target, [8.0] + [1.0] * 11))
    others = [distance(at, *pair) for pair in ring[1:]]
    assert distance(at, *ring[0]) < np.mean(others)


def test_nobody_stands_on_top_of_anybody():
    at = place(among(60, clique(range(60))))
    assert min(distance(at, *pair) for pair in clique(range(60))) > 0.02


def test_people_without_ties_stand_below_the_others():
    at = place(among(30, clique(range(20))))
    assert at[20:, 1].max() < at[:20, 1].min()


def test_people_without_ties_stand_in_rows():
    at = place(among(12, []))
    assert len(set(map(tuple, at.round(6)))) == 12
    assert len(set(at[:, 1].round(6))) < 12


def test_a_group_keeps_together():
    ring = among(12, [(i, (i + 1) % 12) for i in range(12)])
    groups = Groups.of(np.arange(12) % 2)
    reach = [
        np.mean([distance(at, *pair) for pair in clique(range(0, 12, 2))])
        / np.mean([distance(at, a, b) for a in range(0, 12, 2) for b in range(1, 12, 2)])
        for at in (place(ring), place(ring, groups=groups))
    ]
    assert reach[1] < reach[0]


@pytest.fixture(scope="module")
def village():
    """Return ties of 600 people in 12 groups, most of them within the group."""
    random = np.random.default_rng(3)
    groups = random.integers(0, 12, 600)
    source, target = random.integers(0, 600, (2, 12000))
    kept = (source != target) & (
        (groups[source] == groups[target]) | (random.random(12000) < 0.02)
    )
    return Ties.of(600, source[kept], target[kept], np.ones(kept.sum())), groups


def test_people_hardly_move_when_few_ties_change(village):
    ties, groups = village
    before = place(ties, groups=Groups.of(groups))
    random = np.random.default_rng(4)
    kept = random.random(len(ties.weight)) > 0.01
    new = random.integers(0, 600, (2, int((~kept).sum())))
    source, target = np.hstack([np.stack([ties.source, ties.target])[:, kept], new])
    other = Ties.of(600, source, target, np.ones(len(source)))
    after = place(other, groups=Groups.of(groups), start=before)
    assert np.median(moved(before, after)) < 0.03


def test_a_newcomer_starts_beside_those_they_know(village):
    ties, groups = village
    before = np.vstack([place(ties, groups=Groups.of(groups)), [np.nan, np.nan]])
    friends = np.flatnonzero(groups == 0)[:5]
    source = np.append(ties.source, friends)
    target = np.append(ties.target, [600] * 5)
    more = Ties.of(601, source, target, np.ones(len(source)))
    at = place(more, groups=Groups.of(np.append(groups, 0)), start=before)
    own, others = at[:600][groups == 0], at[:600][groups != 0]
    middle = own.mean(axis=0)
    assert np.hypot(*(at[600] - middle)) < np.hypot(*(others - middle).T).mean() / 2


def test_somebody_out_of_a_row_goes_to_those_they_now_know():
    known, met = clique(range(10)), [(10, n) for n in range(5)]
    before = place(among(12, known))
    after = place(among(12, known + met), start=before)
    assert before[10, 1] < before[:10, 1].min()
    assert after[10, 1] > after[:10, 1].min()


def test_people_without_ties_stay_when_nothing_changed():
    ties = among(8, clique(range(5)))
    before = place(ties)
    assert (place(ties, start=before)[5:] == before[5:]).all()


def test_a_tie_to_oneself_is_no_tie():
    assert len(among(3, [(0, 1), (2, 2)]).weight) == 1


@pytest.mark.parametrize("end", [-1, 3], ids=["below", "above"])
def test_a_tie_to_nobody_is_refused(end):
    with pytest.raises(ValueError, match="not among the 3 people"):
        among(3, [(0, end)])


@pytest.mark.parametrize("weight", [0.0, -1.0, np.nan, np.inf])
def test_a_weight_that_is_not_above_zero_is_refused(weight):
    with pytest.raises(ValueError, match="above 0"):
        among(2, [(0, 1)], weight)
