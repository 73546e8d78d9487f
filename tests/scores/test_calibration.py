"""Calibration: a site's own history moves the forecast only as far as it can."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.scores.calibration import calibrate, following, forecast_of
from stakeholders.scores.outcomes import AHEAD, Outcomes
from stakeholders.scores.warmth import FORECASTS, Forecast

SHIPPED = FORECASTS[30]
OWN = replace(SHIPPED, outcomes=4000)


def history(truth, count=4000, seed=1):
    """Outcomes of pairs that fall silent as `truth` says, over a year of looks."""
    chance = np.random.default_rng(seed)
    known = Outcomes(
        np.sort(chance.integers(0, 24, count)).astype(np.int32) * 15 + 700_000,
        chance.integers(0, count // 2, count),
        quiet := chance.integers(0, 90, count) * 1.0,
        chance.gamma(2.0, 2.0, count),
        np.minimum(chance.integers(0, 30, count), quiet),
        np.zeros(count, bool),
    )
    return replace(known, silent=chance.random(count) < forecast_of(known, truth))


def test_fewer_than_two_hundred_outcomes_change_nothing():
    assert calibrate(history(Forecast(3.0, 0.1, -0.2), count=199), SHIPPED) is SHIPPED


def test_a_history_in_which_all_ended_alike_changes_nothing():
    same = history(SHIPPED)
    assert calibrate(replace(same, silent=np.ones(len(same), bool)), SHIPPED) is SHIPPED


def test_a_site_like_those_shipped_for_keeps_what_is_shipped():
    assert calibrate(history(SHIPPED), SHIPPED) == OWN


def test_outcomes_of_a_single_day_leave_nothing_to_hold_out_and_change_no_slope():
    strange = history(Forecast(2.0, 0.1, -0.2))
    one_day = replace(strange, day=np.full_like(strange.day, 700_000))
    assert calibrate(one_day, SHIPPED) == OWN


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


def test_absence_counts_only_where_held_out_months_say_so():
    shape = SHIPPED.recency, SHIPPED.frequency
    heeded = calibrate(history(Forecast(0.5, *shape, absence=0.6)), SHIPPED)
    assert heeded.absence == pytest.approx(0.6, abs=0.15)
    assert calibrate(history(Forecast(1.5, *shape)), SHIPPED).absence == 0.0


def test_months_that_are_held_out_decide():
    """What fitted the first two thirds is dropped when the last third contradicts it."""
    then, later = history(Forecast(2.0, 0.1, -0.2)), history(SHIPPED, seed=2)
    late = then.day >= np.quantile(then.day, 0.6)
    turned = replace(
        then,
        **{
            name: np.where(late, getattr(later, name), getattr(then, name))
            for name in ("quiet", "contact_days", "absence", "silent")
        },
    )
    assert calibrate(turned, SHIPPED) == OWN


def test_the_level_moves_towards_what_the_last_look_showed():
    latest = history(replace(SHIPPED, base=SHIPPED.base + 1.0))
    moved = following(OWN, latest)
    assert 0.5 < moved.base - SHIPPED.base < 1.0
    assert replace(moved, base=SHIPPED.base) == OWN


def test_few_outcomes_move_the_level_little_and_none_not_at_all():
    latest = history(replace(SHIPPED, base=SHIPPED.base + 1.0))
    few = following(OWN, latest.take(np.arange(10)))
    assert abs(few.base - SHIPPED.base) < 0.05
    assert following(OWN, latest.take(np.arange(0))) == OWN


def test_what_public_data_taught_does_not_follow_a_month():
    assert following(SHIPPED, history(Forecast(3.0, 0.1, -0.2))) == SHIPPED


@settings(deadline=None)
@given(st.integers(0, 300), st.integers(0, 300))
def test_more_silence_never_lowers_the_level(silent, more):
    some = history(SHIPPED, count=300)
    ranks = np.arange(300)
    low, high = sorted([silent, more])
    fewer, greater = (
        following(OWN, replace(some, silent=ranks < count)).base for count in (low, high)
    )
    assert fewer <= greater
    assert np.isfinite([fewer, greater]).all()


def test_an_outcome_is_known_only_when_its_days_are_over():
    some = history(SHIPPED)
    day = int(some.day[0]) + AHEAD
    assert len(some.known_by(day - 1)) == 0
    assert set(some.known_by(day).day) == {some.day[0]}
    assert set(some.latest(day).day) == {some.day[0]}
