"""Pair sums: worked by hand, against a plain loop, and as properties."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.evidence import Fact, Facts, Kind, Rules
from stakeholders.scores.sums import faded_to, pair_sums

TODAY = date(2026, 11, 21)
RULES = Rules()
ANN, BEN, CAL = 3, 9, 4
DAYS = st.integers(0, 900).map(lambda ago: TODAY - timedelta(ago))


@st.composite
def facts_between(draw, least=0, people=5, days=DAYS):
    def one(source, step, day, kind, amount):
        return Fact(source, (source + step) % people, day, kind, amount)

    fact = st.builds(
        one,
        st.integers(0, people - 1),
        st.integers(1, people - 1),
        days,
        st.sampled_from(Kind),
        st.floats(0.1, 1.0),
    )
    return draw(st.lists(fact, min_size=least, max_size=25))


def sums_of(*facts, at=TODAY):
    return pair_sums(Facts.of(facts), at=at, rules=RULES)


def row(sums, source, target):
    (index,) = np.flatnonzero((sums.source == source) & (sums.target == target))
    return {name: getattr(sums, name)[index] for name in sums.__slots__}


def half_life_ago(days):
    return TODAY - timedelta(days)


def test_one_fact_gives_both_orders_sorted():
    sums = sums_of(Fact(BEN, ANN, TODAY, Kind.CONTACT), Fact(ANN, CAL, TODAY, Kind.HELP))
    ordered = [(ANN, CAL), (ANN, BEN), (CAL, ANN), (BEN, ANN)]
    assert list(zip(sums.source, sums.target, strict=True)) == ordered


def test_a_conversation_counts_one_over_both_directions():
    sums = sums_of(
        Fact(ANN, BEN, TODAY, Kind.CONTACT, 0.25), Fact(BEN, ANN, TODAY, Kind.CONTACT, 0.75)
    )
    assert sums.contacts.tolist() == [0.25, 0.75]
    assert sums.contact_days.tolist() == [1.0, 1.0]


def test_two_conversations_on_one_day_are_one_contact_day():
    sums = sums_of(*[Fact(ANN, BEN, TODAY, Kind.CONTACT)] * 2)
    assert (sums.contacts[0], sums.contact_days[0]) == (2.0, 1.0)


def test_attention_halves_after_its_half_life_but_contacts_do_not():
    sums = sums_of(Fact(ANN, BEN, half_life_ago(90), Kind.CONTACT))
    assert (sums.contacts[0], sums.attention[0], sums.contact_days[0]) == (1.0, 0.5, 0.5)


def test_first_and_last_day_are_of_contact_either_way():
    early, late = half_life_ago(30), half_life_ago(10)
    sums = sums_of(
        Fact(ANN, BEN, late, Kind.CONTACT),
        Fact(BEN, ANN, early, Kind.CONTACT),
        Fact(ANN, BEN, TODAY, Kind.HELP),
    )
    assert sums.first_day.tolist() == [early.toordinal()] * 2
    assert sums.last_day.tolist() == [late.toordinal()] * 2


def test_a_pair_that_only_promised_was_never_in_contact():
    sums = sums_of(Fact(ANN, BEN, TODAY, Kind.KEPT))
    assert (sums.first_day.tolist(), sums.last_day.tolist()) == ([0, 0], [0, 0])


def test_gifts_add_up_and_fade_by_their_own_half_life():
    sums = sums_of(
        Fact(ANN, BEN, half_life_ago(180), Kind.HELP, 2.0),
        Fact(ANN, BEN, TODAY, Kind.CREDIT, 1.0),
        Fact(ANN, BEN, TODAY, Kind.BLAME, 1.0),
    )
    assert sums.given.tolist() == [2.0, 0.0]


def test_promises_are_learned_of_the_one_who_made_them():
    sums = sums_of(
        Fact(ANN, BEN, TODAY, Kind.KEPT),
        Fact(ANN, BEN, half_life_ago(180), Kind.LATE),
        Fact(ANN, BEN, TODAY, Kind.BROKEN),
        Fact(ANN, BEN, TODAY, Kind.BROKEN),
    )
    ann = row(sums, ANN, BEN)
    assert (ann["kept"], ann["late"], ann["broken"]) == (1.0, 0.5, 2.0)
    assert (ann["outcome"], ann["evidence"]) == (-1.0, 3.5)
    assert row(sums, BEN, ANN)["evidence"] == 0.0


def test_a_mood_is_learned_by_the_one_who_felt_it():
    sums = sums_of(Fact(BEN, ANN, TODAY, Kind.MOOD, -0.5))
    assert (row(sums, ANN, BEN)["outcome"], row(sums, ANN, BEN)["evidence"]) == (-0.5, 1.0)
    assert row(sums, BEN, ANN)["evidence"] == 0.0


def test_credit_and_blame_speak_of_the_one_who_gave_them():
    sums = sums_of(
        Fact(ANN, BEN, TODAY, Kind.CREDIT, 2.0), Fact(BEN, ANN, TODAY, Kind.BLAME, 0.5)
    )
    assert (row(sums, ANN, BEN)["outcome"], row(sums, ANN, BEN)["evidence"]) == (2.0, 2.0)
    assert (row(sums, BEN, ANN)["outcome"], row(sums, BEN, ANN)["evidence"]) == (-0.5, 0.5)


def test_no_facts_give_no_rows():
    assert len(sums_of()) == 0


@pytest.mark.parametrize("wrong", [(ANN, ANN), (-1, BEN), (2**31, BEN)])
def test_a_pair_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="stakeholder"):
        sums_of(Fact(*wrong, TODAY, Kind.CONTACT))


def test_a_fact_too_far_ahead_of_the_landmark_is_refused():
    with pytest.raises(ValueError, match="half-lives"):
        sums_of(Fact(ANN, BEN, TODAY, Kind.CONTACT), at=date(1700, 1, 1))


def test_opposite_finds_the_other_direction():
    sums = sums_of(Fact(ANN, BEN, TODAY, Kind.HELP), Fact(CAL, ANN, TODAY, Kind.HELP))
    other = sums.take(sums.opposite())
    assert (other.source == sums.target).all()
    assert (other.target == sums.source).all()


def test_opposite_tells_ids_apart_that_end_alike():
    far = 5 * 2**16 + BEN
    facts = [Fact(ANN, other, TODAY, Kind.CONTACT) for other in (far, BEN)]
    sums = sums_of(*facts, Fact(far, BEN, TODAY, Kind.CONTACT))
    other = sums.take(sums.opposite())
    assert np.array_equal(other.source, sums.target)
    assert np.array_equal(other.target, sums.source)


def test_opposite_refuses_a_pair_with_one_direction():
    sums = sums_of(Fact(ANN, BEN, TODAY, Kind.HELP))
    with pytest.raises(ValueError, match="both directions"):
        sums.take(np.array([0])).opposite()


@settings(max_examples=25, deadline=None)
@given(facts_between())
def test_contact_days_and_attention_agree_with_a_plain_loop(facts):
    sums = sums_of(*facts)
    for source, target, days, attention in zip(
        sums.source, sums.target, sums.contact_days, sums.attention, strict=True
    ):
        contacts = [f for f in facts if f.kind == Kind.CONTACT]
        met = {f.day for f in contacts if {f.source, f.target} == {source, target}}
        sent = [f for f in contacts if (f.source, f.target) == (source, target)]
        fade = {f.day: 0.5 ** ((TODAY - f.day).days / 90) for f in contacts}
        assert days == pytest.approx(sum(fade[day] for day in met))
        assert attention == pytest.approx(sum(f.amount * fade[f.day] for f in sent))


@settings(max_examples=25, deadline=None)
@given(facts_between(), st.integers(1, 4000))
def test_sums_against_a_landmark_fade_to_the_sums_of_the_day(facts, before):
    landmark = TODAY - timedelta(before)
    kept = faded_to(sums_of(*facts, at=landmark), landmark, TODAY, RULES)
    for name in kept.__slots__:
        np.testing.assert_allclose(
            getattr(kept, name), getattr(sums_of(*facts), name), 1e-9
        )


@settings(max_examples=25, deadline=None)
@given(facts_between(), st.randoms())
def test_the_order_of_facts_carries_no_meaning(facts, random):
    shuffled = random.sample(facts, len(facts))
    for name in (one := sums_of(*facts)).__slots__:
        other = getattr(sums_of(*shuffled), name)
        np.testing.assert_allclose(getattr(one, name), other, 1e-12, 1e-12)


@settings(max_examples=25, deadline=None)
@given(facts_between(least=1), st.integers(1, 500))
def test_what_happens_later_changes_nothing_before(facts, days):
    past = Facts.of(facts).up_to(TODAY)
    later = [Fact(1, 0, TODAY + timedelta(days), kind) for kind in Kind]
    known = Facts.of([*facts, *later]).up_to(TODAY)
    before, after = (pair_sums(f, at=TODAY, rules=RULES) for f in (past, known))
    assert all(
        np.array_equal(getattr(before, name), getattr(after, name))
        for name in before.__slots__
    )


@settings(max_examples=25, deadline=None)
@given(facts_between())
def test_outcome_never_exceeds_its_evidence(facts):
    sums = sums_of(*facts)
    assert (np.abs(sums.outcome) <= sums.evidence + 1e-12).all()


def test_a_million_facts_fold_without_overflow():
    random = np.random.default_rng(1)
    count = 1_000_000
    source = random.integers(0, 2**31 - 2, count)
    facts = Facts(
        source,
        source + 1,
        random.integers(1, 3_652_059, count).astype(np.int32),
        random.choice(list(Kind), count).astype(np.int8),
        np.ones(count),
    )
    sums = pair_sums(facts, at=date.max, rules=RULES)
    assert np.isfinite(sums.attention).all()
    assert sums.contacts.sum() == (facts.kind == Kind.CONTACT).sum()
