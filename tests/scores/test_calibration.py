"""Calibration: a site's own history moves the forecast only as far as it can."""

import numpy as np
import pytest

from stakeholders.scores.calibration import Outcomes, calibrate, forecast_of
from stakeholders.scores.warmth import FORECASTS, Forecast

SHIPPED = FORECASTS[30]


def history(truth, count=4000, seed=1):
    """Outcomes of pairs that fall silent as `truth` says."""
    chance = np.random.default_rng(seed)
    quiet, absence = (
        chance.integers(0, 90, count) * 1.0,
        chance.integers(0, 30, count) * 1.0,
    )
    known = Outcomes(
        np.arange(count) // 2,
        quiet,
        chance.gamma(2.0, 2.0, count),
        np.minimum(absence, quiet),
        np.zeros(count, bool),
    )
    silent = chance.random(count) < forecast_of(known, truth)
    return Outcomes(known.pair, known.quiet, known.contact_days, known.absence, silent)


def test_fewer_than_two_hundred_outcomes_change_nothing():
    assert calibrate(history(Forecast(3.0, 0.1, -0.2), count=199), SHIPPED) is SHIPPED


def test_a_history_in_which_all_ended_alike_changes_nothing():
    same = history(SHIPPED)
    silent = np.ones(len(same), bool)
    all_silent = Outcomes(same.pair, same.quiet, same.contact_days, same.absence, silent)
    assert calibrate(all_silent, SHIPPED) is SHIPPED


def test_a_site_like_those_shipped_for_keeps_what_is_shipped():
    assert calibrate(history(SHIPPED), SHIPPED) is SHIPPED


def test_a_site_of_another_level_keeps_the_shape():
    found = calibrate(history(Forecast(1.5, SHIPPED.recency, SHIPPED.frequency)), SHIPPED)
    assert found.base == pytest.approx(1.5, abs=0.4)
    assert found.recency / found.frequency == pytest.approx(
        SHIPPED.recency / SHIPPED.frequency
    )


def test_a_site_of_another_shape_gets_its_own():
    truth = Forecast(0.5, 0.05, -2.0, absence=0.8)
    found = calibrate(history(truth), SHIPPED)
    assert found.recency == pytest.approx(truth.recency, abs=0.15)
    assert found.absence == pytest.approx(truth.absence, abs=0.15)
