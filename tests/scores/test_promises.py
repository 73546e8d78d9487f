"""Promises: worked by hand, and how reliability moves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.evidence import Rules
from stakeholders.scores.columns import or_none
from stakeholders.scores.promises import kept_rate, reliability, reliability_interval

RULES = Rules()
COUNT = st.floats(0, 1000)
SOME = st.floats(2, 1000)
SHARE = st.floats(0.01, 0.99)


def of(kept, late, broken, usual=0.5):
    return reliability(kept, late, broken, usual=usual, rules=RULES)


def test_reliability_by_hand():
    # Beta(2 * 0.8 + 3 + 1/2, 2 * 0.2 + 1 + 1/2) has the mean 5.1 / 7.
    assert of(3.0, 1.0, 1.0, usual=0.8) == pytest.approx(5.1 / 7)


def test_a_late_promise_counts_half_each():
    assert of(0.0, 4.0, 0.0) == of(2.0, 0.0, 2.0) == 0.5


@pytest.mark.parametrize("promises", [(0.0, 0.0, 0.0), (1.9, 0.0, 0.0), (0.5, 0.5, 0.5)])
def test_too_few_promises_say_nothing(promises):
    assert or_none(of(*promises)) is None


@given(SOME, COUNT, COUNT, SHARE)
def test_one_more_kept_promise_never_lowers_reliability(kept, late, broken, usual):
    before = of(kept, late, broken, usual)
    assert 0 <= before <= of(kept + 1, late, broken, usual) <= 1


@given(SOME, COUNT, COUNT, SHARE)
def test_one_more_broken_promise_never_raises_reliability(kept, late, broken, usual):
    assert of(kept, late, broken + 1, usual) <= of(kept, late, broken, usual)


@settings(max_examples=30)
@given(SOME, COUNT, COUNT, SHARE)
def test_reliability_lies_within_bounds_that_are_ordered(kept, late, broken, usual):
    low, high = reliability_interval(kept, late, broken, usual=usual, rules=RULES)
    assert 0 <= low <= high <= 1


def test_the_kept_rate_counts_late_promises_half():
    assert kept_rate(np.array([2.0]), np.array([1.0]), np.array([1.0])) == 0.625


def test_an_organisation_without_promises_has_no_kept_rate():
    none = np.array([0.0])
    assert or_none(kept_rate(none, none, none)) is None
