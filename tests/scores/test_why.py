"""Why: the parts add up to the score, and say what they rest on."""

from datetime import date, timedelta
from math import fsum

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.evidence import Fact, Facts, Kind, Rules
from stakeholders.scores.balance import balance
from stakeholders.scores.prior import Terms
from stakeholders.scores.promises import reliability
from stakeholders.scores.reciprocity import evenness
from stakeholders.scores.sums import pair_sums
from stakeholders.scores.trust import trust
from stakeholders.scores.warmth import FORECASTS, Forecast, silence, strength
from stakeholders.scores.why import expectation, why_reliability, why_trust
from stakeholders.scores.why_contact import (
    why_balance,
    why_evenness,
    why_silence,
    why_strength,
)

TODAY = date(2026, 11, 21)
RULES = Rules()
ANN, BEN = 1, 2
PRIOR = {"mean": 0.3, "judge": 0.08, "judged": 0.21, "returned": -0.11, "held": 0.0}
FLOW = st.floats(0, 500)
FACTS = st.lists(
    st.builds(
        lambda ends, ago, kind, amount: Fact(*ends, TODAY - timedelta(ago), kind, amount),
        st.sampled_from([(ANN, BEN), (BEN, ANN)]),
        st.integers(0, 700),
        st.sampled_from(Kind),
        st.floats(0.1, 1.0),
    ),
    min_size=1,
    max_size=25,
)


def assert_adds_up(why, score):
    if np.isnan(score):
        assert (why.score, why.parts) == (None, ())
        assert why.missing.say("Ann", "Ben").endswith(".")
    else:
        assert why.score == pytest.approx(float(score), rel=1e-12)
        total = fsum(part.amount for part in why.parts)
        assert total == pytest.approx(why.score, rel=1e-12, abs=1e-12)
        assert all(part.sentence.say("Ann", "Ben").endswith(".") for part in why.parts)


@settings(max_examples=30, deadline=None)
@given(FACTS, st.sampled_from([None, PRIOR]))
def test_the_parts_of_trust_add_up_to_the_score_of_the_columns(facts, prior):
    facts = Facts.of(facts)
    sums = pair_sums(facts, at=TODAY, rules=RULES)
    expected = sum((prior or {}).values())
    scores = trust(sums.outcome, sums.evidence, expected, rules=RULES)
    for source, target, score in zip(sums.source, sums.target, scores, strict=True):
        why = why_trust(facts, (source, target), at=TODAY, rules=RULES, prior=prior)
        assert_adds_up(why, score)


@given(FLOW, FLOW, FLOW, st.floats(0.01, 0.99))
def test_the_parts_of_reliability_add_up(kept, late, broken, usual):
    score = reliability(kept, late, broken, usual=usual, rules=RULES)
    assert_adds_up(why_reliability(kept, late, broken, usual=usual, rules=RULES), score)


OWN = Forecast(-0.8, 0.5, -0.8, absence=0.3, outcomes=5414)


@given(
    st.one_of(st.just(np.nan), st.floats(0, 4000)),
    FLOW,
    st.sampled_from([FORECASTS[30], OWN]),
    st.floats(0, 4000),
)
def test_the_parts_of_silence_add_up(quiet, contact_days, forecast, absence):
    known = quiet, contact_days, forecast, absence
    assert_adds_up(why_silence(*known), silence(*known))


def test_silence_says_whose_history_its_rule_was_learned_from():
    said = [why_silence(9, 4.0, by).basis.say("", "") for by in (FORECASTS[30], OWN)]
    assert "public data" in said[0]
    assert "your own history: 5,414 times" in said[1]


@given(FLOW, st.one_of(st.just(np.nan), st.floats(0, 4000)))
def test_the_parts_of_strength_add_up(contact_days, age):
    assert_adds_up(why_strength(contact_days, age), strength(contact_days, age))


@given(FLOW, FLOW)
def test_the_parts_of_evenness_add_up(forth, back):
    assert_adds_up(why_evenness(forth, back), evenness(forth, back))


@given(FLOW, FLOW, st.floats(0, 1))
def test_the_parts_of_balance_add_up(received, sent, usual):
    assert_adds_up(why_balance(received, sent, usual), balance(received, sent, usual))


def test_an_expectation_adds_up_to_the_prior_even_where_it_is_held_to_the_scale():
    columns = np.array([[0.5, 0.3], [0.4, 0.1], [0.3, 0.2], [0.2, -0.1]])
    terms = Terms(*columns, *np.ones((3, 2)))
    for row, total in enumerate([1.0, 0.5]):
        expected = expectation(terms, row)
        assert fsum(expected.values()) == pytest.approx(total) == terms.total[row]


def test_each_kind_of_evidence_says_what_it_added():
    facts = [Fact(ANN, BEN, TODAY, Kind.KEPT)] * 2 + [Fact(ANN, BEN, TODAY, Kind.BROKEN)]
    why = why_trust(Facts.of(facts), (ANN, BEN), at=TODAY, rules=RULES, prior={"mean": 0.2})
    amounts = {part.key: part.amount for part in why.parts}
    # Two pieces of prior and three of evidence: each moves the prior by a fifth of its own.
    assert amounts == pytest.approx({"mean": 0.2, "kept": 2 * 0.8 / 5, "broken": -1.2 / 5})
    said = [part.sentence.say("Dana", "Omar") for part in why.parts]
    assert said[1] == "Promises Dana kept to Omar: 2."


def test_unknown_trust_says_what_is_missing():
    facts = Facts.of([Fact(ANN, BEN, TODAY, Kind.KEPT)])
    why = why_trust(facts, (ANN, BEN), at=TODAY, rules=RULES)
    assert why.missing.say("Dana", "Omar").startswith("Evidence so far: 1.0")


def test_a_long_quiet_is_what_makes_silence_likely():
    parts = {part.key: part.amount for part in why_silence(90.0, 9.0).parts}
    assert parts["frequency"] < 0 < parts["recency"]
