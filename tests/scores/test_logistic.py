"""Logistic regression: what it must get right."""

import numpy as np
import pytest

from stakeholders.scores.logistic import fit, log_loss, probability, shift


def test_without_columns_the_intercept_is_the_log_odds():
    happened = np.array([True, False, False, False])
    assert fit(np.empty((4, 0)), happened) == pytest.approx([np.log(1 / 3)], abs=1e-4)


def test_slopes_that_made_the_data_are_found_again():
    chance = np.random.default_rng(0)
    columns = chance.normal(size=(20_000, 2))
    happened = chance.random(20_000) < probability(columns, np.array([-0.5, 1.0, -2.0]))
    assert fit(columns, happened) == pytest.approx([-0.5, 1.0, -2.0], abs=0.1)


def test_columns_that_say_the_same_still_have_an_answer():
    column = np.array([0.0, 1.0, 2.0, 3.0])
    happened = np.array([False, True, False, True])
    assert np.isfinite(fit(np.column_stack([column, column]), happened)).all()


def test_log_loss_is_the_surprise_in_nats():
    loss = log_loss(np.array([0.5, 0.5, 1.0]), np.array([True, False, True]))
    assert loss == pytest.approx([np.log(2), np.log(2), 0.0])


def test_a_shift_without_cases_is_nothing():
    assert shift(np.empty(0), np.empty(0, bool), 0.1) == 0.0


def test_a_shift_with_many_cases_meets_the_share_that_happened():
    happened = np.arange(100_000) % 4 == 0
    assert shift(np.zeros(100_000), happened, 1.0) == pytest.approx(np.log(1 / 3), abs=1e-3)
