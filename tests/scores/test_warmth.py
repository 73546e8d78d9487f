"""Warmth: worked by hand, and how it moves."""

from datetime import date
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from stakeholders.scores.columns import or_none
from stakeholders.scores.warmth import (
    FORECASTS,
    days_since,
    silence,
    strength,
    strength_interval,
    usual_gap,
)

TODAY = date(2026, 11, 21)
QUIET = st.floats(0, 5000)
CONTACT_DAYS = st.floats(0, 130)


@pytest.mark.parametrize(
    ("horizon", "base", "recency", "frequency"),
    [(30, -0.413, 0.661, -1.139), (60, -1.304, 0.661, -1.139), (90, -1.856, 0.661, -1.139)],
)
def test_silence_is_the_published_formula(horizon, base, recency, frequency):
    odds = base + recency * log(1 + 24) + frequency * log(2.2 + 0.05)
    by_hand = 1 / (1 + exp(-odds))
    assert silence(24, 2.2, FORECASTS[horizon]) == pytest.approx(by_hand, rel=1e-12)


@given(QUIET, CONTACT_DAYS)
def test_silence_is_a_probability(quiet, contact_days):
    assert 0 < silence(quiet, contact_days) < 1


@given(QUIET, QUIET, CONTACT_DAYS)
def test_a_longer_quiet_never_makes_silence_less_likely(one, other, contact_days):
    short, long = sorted((one, other))
    assert silence(short, contact_days) <= silence(long, contact_days)


@given(QUIET, CONTACT_DAYS, CONTACT_DAYS)
def test_more_contact_never_makes_silence_more_likely(quiet, one, other):
    few, many = sorted((one, other))
    assert silence(quiet, many) <= silence(quiet, few)


def test_a_pair_never_in_contact_has_no_forecast():
    quiet = days_since(np.array([0], np.int32), TODAY)
    assert or_none(silence(quiet, 0.0)[0]) is None


def test_days_since_counts_from_the_last_contact_and_not_below_zero():
    ordinal = TODAY.toordinal()
    days = days_since(np.array([ordinal - 24, ordinal, ordinal + 3], np.int32), TODAY)
    assert days.tolist() == [24.0, 0.0, 0.0]


def test_strength_of_a_first_contact_is_mostly_the_prior():
    assert strength(1.0, 0.0) == pytest.approx(30 * 1.05 / 27)


def test_strength_of_daily_contact_is_nearly_daily():
    every_day = np.exp2(-np.arange(3000) / 90).sum()
    assert 24 < strength(every_day, 3000) < 30


@given(CONTACT_DAYS, st.floats(0, 5000))
def test_strength_lies_within_its_quantiles(contact_days, age):
    low, high = strength_interval(contact_days, age)
    assert 0 <= low < high
    assert strength(contact_days, age) < high


def test_quantiles_are_those_of_the_gamma():
    span = 90 / log(2) * (1 - 2 ** (-180 / 90))
    gamma = stats.gamma(0.05 + 4.0, scale=30 / (27 + span))
    low, high = strength_interval(4.0, 180.0)
    assert (low, high) == pytest.approx((gamma.ppf(0.05), gamma.ppf(0.95)), rel=1e-9)


def test_the_usual_gap_of_weekly_contact_stays_near_a_week_in_a_long_silence():
    weekly = np.exp2(-(np.arange(0, 700, 7) + 60) / 90).sum()
    assert 6 < usual_gap(weekly, 60.0, 760.0) < 10


@settings(max_examples=30)
@given(st.lists(st.tuples(QUIET, CONTACT_DAYS), min_size=1, max_size=20))
def test_a_column_says_what_each_of_its_rows_says(rows):
    quiet, contact_days = np.array(rows).T
    one_by_one = [float(silence(*row)) for row in rows]
    np.testing.assert_allclose(silence(quiet, contact_days), one_by_one, rtol=1e-12)


def test_a_million_rows_of_extremes_stay_finite():
    extremes = np.resize([0.0, 1e-300, 1.0, 1e9, 1e300], 1_000_000)
    assert np.isfinite(silence(extremes[::-1], extremes)).all()
