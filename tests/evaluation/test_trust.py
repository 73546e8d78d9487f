"""Trust: rivals by hand, and the figures on the public ratings."""

import numpy as np
import pytest

from stakeholders.evaluation.fairness import fairness_goodness, in_batches, one_by_one
from stakeholders.evaluation.leave_one_out import leave_one_out
from stakeholders.evaluation.log import Log, UnreadableLogError
from stakeholders.evaluation.measures import auc, pearson, rmse
from stakeholders.evaluation.trust import choose, evaluate_trust, judgements
from stakeholders.evaluation.trust_rivals import NEVER, beta, moletrust, reciprocal
from stakeholders.scores.prior import Fading
from stakeholders.scores.prior_learning import learn

CHOSEN = Fading(judge=3.5, judged=30.0, rho=0.7)  # by `choose` on the training ratings


def ratings(*rows):
    """Ratings from rows of source, target and rating, a second apart."""
    source, target, rating = zip(*rows, strict=True)
    return Log(
        np.array(source),
        np.array(target),
        np.arange(len(rows)) * 1.0,
        np.array(rating) * 1.0,
    )


def random_ratings(count, people=30):
    chance = np.random.default_rng(5)
    source = chance.integers(0, people, count)
    target = (source + chance.integers(1, people, count)) % people
    kindness, generosity = np.linspace(-0.6, 0.6, people), chance.normal(0, 0.4, people)
    noise = chance.normal(0, 0.2, count)
    rating = np.clip(kindness[target] + generosity[source] + noise, -1, 1)
    return Log(source, target, np.sort(chance.random(count)) * 3e7, rating)


def test_reciprocal_expects_what_the_other_said_before():
    log = ratings((1, 2, 10), (2, 1, -5), (1, 3, 10), (2, 1, 10))
    assert reciprocal(log).tolist() == [0.0, 1.0, 0.0, 1.0]


def test_beta_starts_in_the_middle_and_follows_the_ratings():
    log = ratings((1, 2, 10), (3, 2, 10), (4, 2, 10))
    assert beta(NEVER, empirical=False)(log) == pytest.approx([0, 1 / 3, 1 / 2])


def test_moletrust_asks_whom_the_rater_trusts():
    log = ratings((1, 2, 10), (2, 3, -10), (1, 3, 10))
    assert moletrust(log)[2] == -1.0


def test_all_fair_raters_agree_on_goodness():
    source, target = np.array([0, 1, 0]), np.array([2, 2, 1])
    fairness, goodness = fairness_goodness(source, target, np.array([0.5, 0.5, 1.0]), 3)
    assert fairness == pytest.approx([1, 1, 1])
    assert goodness == pytest.approx([0, 1, 0.5])


def test_the_fading_is_chosen_without_the_scored_ratings():
    log = random_ratings(400)
    place = np.arange(400)
    training = (place >= 80) & (place < 200)
    other = log.amount.copy()
    other[200:] *= -1
    changed = Log(log.source, log.target, log.seconds, other)
    assert choose(judgements(log), training) == choose(judgements(changed), training)


def test_every_predictor_is_measured_with_intervals():
    result = evaluate_trust(random_ratings(400))
    for figures in result.predictors.values():
        for name in ("rmse", "auc", "coverage90"):
            assert figures[f"{name}_low"] <= figures[name] <= figures[f"{name}_high"]


def test_ours_beats_all_rivals_where_some_judge_more_kindly():
    result = evaluate_trust(random_ratings(1000))
    rivals = [row["rmse"] for name, row in result.predictors.items() if "ours" not in name]
    assert result.predictors[result.ours]["rmse"] < min(rivals)


def test_ratings_that_are_all_alike_are_refused():
    log = random_ratings(400)
    same = Log(log.source, log.target, log.seconds, np.zeros(400))
    with pytest.raises(UnreadableLogError, match="alike"):
        evaluate_trust(same)


def test_too_few_ratings_are_refused():
    with pytest.raises(UnreadableLogError, match="Too few"):
        evaluate_trust(random_ratings(50))


@pytest.fixture(scope="module")
def scored(log):
    return slice(17_796, None)


def measured(log, expected, scored):
    actual, ones = log.rating[scored], np.ones(len(log.rating[scored]))
    expected = expected[scored]
    return (
        rmse(expected, actual)(ones),
        pearson(expected, actual)(ones),
        auc(expected, actual > 0)(ones),
    )


def test_ours_expects_public_ratings_as_well_as_promised(log, scored):
    otc = log("bitcoin_otc_ratings")
    terms = learn(judgements(otc), CHOSEN).expected
    error, correlation, area = measured(otc, terms.total, scored)
    assert error <= 0.300
    assert correlation >= 0.685
    assert area >= 0.89


def test_nine_of_ten_public_ratings_fall_within_the_interval(log, scored):
    otc = log("bitcoin_otc_ratings")
    low, high = learn(judgements(otc), CHOSEN).expected.judgement_interval()
    inside = (otc.rating >= low) & (otc.rating <= high)
    assert 0.85 <= inside[scored].mean() <= 0.95


@pytest.mark.parametrize(
    ("rival", "published"),
    [
        (reciprocal, (0.385, 0.348, 0.689)),
        (in_batches, (0.373, 0.429, 0.748)),
        (one_by_one, (0.360, 0.488, 0.787)),
        (beta(NEVER, empirical=False), (0.355, 0.511, 0.767)),
    ],
    ids=["reciprocal", "fairness in batches", "fairness one by one", "beta"],
)
def test_rivals_reach_their_known_figures(log, scored, rival, published):
    otc = log("bitcoin_otc_ratings")
    assert measured(otc, rival(otc), scored) == pytest.approx(published, abs=0.001)


@pytest.mark.parametrize(
    ("row", "error", "correlation"),
    [
        ("fairness x goodness", 0.31, 0.49),
        ("goodness", 0.32, 0.48),
        ("reciprocal rating", 0.32, 0.46),
        ("linear regression on all of these", 0.26, 0.66),
        ("ours without fading", 0.270, 0.651),
    ],
)
def test_leaving_one_out_gives_the_published_table(table, row, error, correlation):
    assert table[row]["rmse"] == pytest.approx(error, abs=0.01)
    assert table[row]["pearson"] == pytest.approx(correlation, abs=0.01)


@pytest.fixture(scope="module")
def table(log):
    otc = log("bitcoin_otc_ratings")
    return leave_one_out(otc, judgements(otc))
