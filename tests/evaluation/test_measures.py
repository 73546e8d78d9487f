"""Measures: by hand, and their intervals over pairs."""

import numpy as np
import pytest

from stakeholders.evaluation.measures import (
    auc,
    brier,
    draws,
    pearson,
    rmse,
    share,
    with_interval,
)

SCORE = np.array([0.1, 0.4, 0.35, 0.8])
CAME = np.array([False, False, True, True])
ONES = np.ones(4)


def test_auc_counts_pairs_in_the_right_order():
    assert auc(SCORE, CAME)(ONES) == 0.75


def test_auc_counts_equal_scores_half():
    assert auc(np.ones(4), CAME)(ONES) == 0.5


def test_a_case_that_counts_twice_is_as_good_as_two_cases():
    twice = np.array([0, 1, 2, 2, 3])
    weighed = auc(SCORE, CAME)(np.array([1.0, 1.0, 2.0, 1.0]))
    assert weighed == auc(SCORE[twice], CAME[twice])(np.ones(5))


def test_brier_is_the_mean_squared_distance_from_what_came():
    assert brier(np.array([1.0, 0.5, 0.5, 1.0]), CAME)(ONES) == pytest.approx(1.5 / 4)


def test_rmse_and_pearson_by_hand():
    actual = np.array([0.0, 1.0, 0.0, 1.0])
    assert rmse(np.zeros(4), actual)(ONES) == pytest.approx(np.sqrt(0.5))
    assert pearson(actual * 3 + 1, actual)(ONES) == pytest.approx(1.0)


def test_a_constant_has_no_correlation_rather_than_a_wrong_one():
    constant = with_interval(pearson(np.ones(4), SCORE), "pearson", [ONES])
    assert constant == {"pearson": None, "pearson_low": None, "pearson_high": None}


def test_cases_of_one_pair_are_drawn_together():
    pair = np.array([4, 4, 7, 9])
    assert all(weight[0] == weight[1] for weight in draws(pair))


def test_draws_are_the_same_every_time():
    pair = np.arange(5)
    assert np.array_equal(draws(pair)[3], draws(pair)[3])


def test_the_interval_surrounds_the_figure():
    true = np.arange(400) % 4 == 0
    figures = with_interval(share(true), "share", draws(np.arange(400)))
    assert figures["share_low"] < figures["share"] == 0.25 < figures["share_high"]
