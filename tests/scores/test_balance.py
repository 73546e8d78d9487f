"""Balance: worked by hand, and what logging one side only does not change."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholders.evidence import Rules
from stakeholders.scores.balance import balance, coverage, one_sided
from stakeholders.scores.columns import or_none

RULES = Rules()
EVENTS = st.floats(0, 1e4)
SHARE = st.floats(0.05, 0.95)


def test_balance_by_hand():
    # b0 = 1/4, in 1, out 11: p = (1 + 1) / 16 = 1/8; ln(1/7) - ln(1/3) = ln(3/7).
    assert balance(1.0, 11.0, 0.25) == pytest.approx(log(3 / 7))


@given(st.floats(1, 1e4), SHARE)
def test_a_pair_like_the_whole_site_is_in_balance(events, usual):
    assert balance(usual * events, (1 - usual) * events, usual) == pytest.approx(
        0, abs=1e-9
    )


@given(EVENTS, st.floats(1, 1e4), SHARE)
def test_turning_the_pair_around_turns_the_sign(received, sent, usual):
    turned = balance(sent, received, 1 - usual)
    assert balance(received, sent, usual) == pytest.approx(-turned, abs=1e-9)


@given(EVENTS, st.floats(1, 1e4), SHARE)
def test_one_more_that_comes_in_never_lowers_the_balance(received, sent, usual):
    assert balance(received + 1, sent, usual) >= balance(received, sent, usual)


@pytest.mark.parametrize("usual", [0.0, 0.01, 0.99, 1.0])
def test_a_log_that_hides_one_side_says_nothing(usual):
    assert or_none(balance(0.0, 20.0, usual)) is None


def test_a_pair_without_events_has_no_balance():
    assert or_none(balance(0.0, 0.0)) is None


@pytest.mark.parametrize(
    ("received", "sent", "flagged"),
    [(0, 20, True), (20, 0, True), (0, 9, False), (10, 10, False), (3, 9, False)],
)
def test_one_sided_needs_four_to_one_and_ten_events(received, sent, flagged):
    assert one_sided(balance(received, sent), received + sent, RULES) == flagged


def test_an_unknown_balance_is_not_flagged():
    assert not one_sided(np.nan, 50.0, RULES)


def test_logging_only_a_third_of_the_other_side_flags_no_even_pair():
    site = coverage(np.array([30.0, 10.0]), np.array([100.0, 30.0]))
    assert not one_sided(balance(6.0, 20.0, site), 26.0, RULES)


def test_coverage_is_the_share_that_came_in():
    assert coverage(np.array([1.0, 2.0]), np.array([3.0, 6.0])) == 0.25


def test_coverage_without_events_is_unknown():
    assert or_none(coverage(np.array([]), np.array([]))) is None
