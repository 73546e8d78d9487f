"""Scores of many people together: means and sums, and how sure they are."""

import numpy as np
import pytest

from stakeholders.scores.trust import average_trust
from stakeholders.scores.warmth import TOGETHER, expected_silent


def test_average_trust_leaves_out_whom_too_little_is_known_of():
    mean, low, high = average_trust(
        np.array([0.5, np.nan, -0.1]), np.array([4.0, 0.0, 4.0])
    )
    assert mean == pytest.approx(0.2)
    assert low < mean < high


def test_average_trust_of_nobody_known_is_unknown():
    assert np.isnan(average_trust(np.array([np.nan]), np.array([0.0]))).all()


def test_average_trust_is_surer_of_more_people_and_of_more_evidence():
    def width(people, evidence):
        _, low, high = average_trust(np.full(people, 0.2), np.full(people, evidence))
        return high - low

    assert width(8, 4.0) == pytest.approx(width(2, 4.0) / 2)
    assert width(2, 40.0) < width(2, 4.0)


def test_average_trust_stays_on_its_scale():
    assert average_trust(np.array([0.95]), np.array([2.0]))[2] <= 1.0


def test_silence_to_expect_is_the_sum_of_the_chances():
    total, low, high = expected_silent(np.array([0.5, 0.5, np.nan, 0.5, 0.5]))
    assert total == pytest.approx(2.0)
    # Four even chances: a standard deviation of 1, widened since people go quiet together.
    assert (low, high) == (0.0, 4.0)
    assert TOGETHER * 1.645 > 2.0


def test_certain_silence_is_sure():
    assert expected_silent(np.array([1.0, 1.0, 0.0])) == pytest.approx((2.0, 2.0, 2.0))


def test_silence_of_nobody_ever_met_is_unknown():
    assert np.isnan(expected_silent(np.array([np.nan]))).all()
