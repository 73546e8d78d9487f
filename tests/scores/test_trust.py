"""Trust: worked by hand, and how it moves."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from stakeholders.evidence import Fact, Facts, Kind, Rules
from stakeholders.scores.columns import or_none
from stakeholders.scores.sums import pair_sums
from stakeholders.scores.trust import trust, trust_interval

TODAY = date(2026, 11, 21)
RULES = Rules()
EVIDENCE = st.floats(2, 1e6)
MEAN = st.floats(-1, 1)


def test_trust_by_hand():
    # (2 * 0.25 + 3) / (2 + 5) = 0.5
    assert trust(3.0, 5.0, 0.25, rules=RULES) == 0.5


def test_an_unknown_prior_counts_as_undecided():
    assert trust(3.0, 4.0, np.nan, rules=RULES) == trust(3.0, 4.0, 0.0, rules=RULES) == 0.5


@pytest.mark.parametrize("evidence", [0.0, 1.0, 1.99])
def test_too_little_evidence_says_nothing_whatever_the_network_says(evidence):
    assert or_none(trust(evidence, evidence, 0.9, rules=RULES)) is None
    assert np.isnan(trust_interval(evidence, evidence, 0.9, rules=RULES)).all()


@given(MEAN, EVIDENCE, MEAN)
def test_trust_stays_on_its_scale(mean, evidence, prior):
    assert -1 <= trust(mean * evidence, evidence, prior, rules=RULES) <= 1


@given(MEAN, EVIDENCE, MEAN)
def test_one_more_kept_promise_never_lowers_trust(mean, evidence, prior):
    before = trust(mean * evidence, evidence, prior, rules=RULES)
    after = trust(mean * evidence + 1, evidence + 1, prior, rules=RULES)
    assert after >= before - 1e-12


@given(MEAN, EVIDENCE, MEAN)
def test_one_more_broken_promise_never_raises_trust(mean, evidence, prior):
    before = trust(mean * evidence, evidence, prior, rules=RULES)
    after = trust(mean * evidence - 1, evidence + 1, prior, rules=RULES)
    assert after <= before + 1e-12


@settings(max_examples=50)
@given(MEAN, st.floats(2, 1000), MEAN)
def test_the_interval_is_ordered_and_on_the_scale(mean, evidence, prior):
    low, high = trust_interval(mean * evidence, evidence, prior, rules=RULES)
    assert -1 <= low < high <= 1


def test_the_interval_is_that_of_the_beta():
    beta = stats.beta(7 * 0.75, 7 * 0.25)
    low, high = trust_interval(3.0, 5.0, 0.25, rules=RULES)
    by_hand = (2 * beta.ppf(0.05) - 1, 2 * beta.ppf(0.95) - 1)
    assert (low, high) == pytest.approx(by_hand, rel=1e-9)


def test_more_evidence_makes_surer():
    few, many = (np.ptp(trust_interval(n / 2, n, 0.5, rules=RULES)) for n in (3.0, 30.0))
    assert many < few


def test_a_promise_broken_long_ago_fades_against_two_kept_now():
    facts = [
        Fact(1, 2, date(2024, 11, 21), Kind.BROKEN),
        Fact(1, 2, TODAY, Kind.KEPT),
        Fact(1, 2, TODAY, Kind.KEPT),
    ]
    sums = pair_sums(Facts.of(facts), at=TODAY, rules=RULES)
    of_one, of_two = trust(sums.outcome, sums.evidence, rules=RULES)
    faded = 2 ** (-730 / 180)
    assert of_one == pytest.approx((2 - faded) / (4 + faded))
    assert or_none(of_two) is None
