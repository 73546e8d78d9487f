"""A million pairs of extremes: no overflow, and each scored as it would be alone."""

from datetime import date

import numpy as np
import pytest

from stakeholders.evidence import Rules
from stakeholders.scores.pairs import PairScores, pair_scores
from stakeholders.scores.sums import PairSums
from stakeholders.scores.usual import Usual

TODAY = date(2026, 11, 21)
PAIRS = 1_000_000
EXTREMES = [0.0, 0.0, 1e-300, 0.3, 1.0, 40.0, 1e12]
USUAL = Usual(np.arange(0, PAIRS, 3), kept=0.8, reached=0.3, given=0.4)


def scored(sums):
    return pair_scores(sums, at=TODAY, rules=Rules(), usual=USUAL)


@pytest.fixture(scope="module")
def sums():
    """Pairs of neighbours, with every sum from nothing to far too much."""
    chance = np.random.default_rng(7)
    source = np.arange(2 * PAIRS)
    ago = chance.integers(-400, 70_000, (2, PAIRS))  # days; two centuries
    last, first = TODAY.toordinal() - np.sort(ago, axis=0)
    met = chance.random(PAIRS) < 0.8
    days = (np.repeat(day * met, 2).astype(np.int32) for day in (first, last))
    of_pair = np.repeat(chance.choice(EXTREMES, PAIRS) * met, 2)
    evidence = chance.choice(EXTREMES, len(source))
    attention, given, kept, late, broken = chance.choice(EXTREMES, (5, len(source)))
    outcome = evidence * chance.uniform(-1, 1, len(source))
    return PairSums(
        *(source, source ^ 1, *days, of_pair, of_pair, attention),
        *(given, kept, late, broken, outcome, evidence),
    )


@pytest.fixture(scope="module")
def scores(sums):
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        return scored(sums)


def test_every_score_is_unknown_or_on_its_scale(scores):
    condition = scores.condition
    for values, low, high in [
        (condition.trust_in_source, -1, 1),
        (condition.trust_in_target, -1, 1),
        (condition.silence, 0, 1),
        (condition.giving_evenness, 0, 1),
        (scores.attention, 0, 1),
        (scores.source_reliability, 0, 1),
        (scores.target_reliability, 0, 1),
        (scores.strength, 0, np.finfo(float).max),
        (condition.balance, -700, 700),
    ]:
        known = values[~np.isnan(values)]
        assert 0 < len(known) < PAIRS
        assert low <= known.min() <= known.max() <= high


def test_a_pair_is_scored_among_a_million_as_it_is_alone(sums, scores):
    low = np.minimum(scores.source, scores.target)
    for pair in range(0, PAIRS, 9973):
        alone = scored(sums.take(np.array([2 * pair, 2 * pair + 1])))
        (row,) = np.flatnonzero(low == 2 * pair)
        np.testing.assert_array_equal(numbers(alone, 0), numbers(scores, row))


def numbers(scores, row):
    """Every number of one pair."""
    named = (name for name in PairScores.__slots__ if name != "condition")
    state = scores.condition.row(row)
    return [
        *(getattr(scores, name)[row] for name in named),
        *(getattr(state, name) for name in state.__slots__),
    ]
