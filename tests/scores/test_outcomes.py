"""Outcomes: how pairs stood on past days and what became of them."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.evidence import Fact, Facts, Kind, Rules
from stakeholders.scores.outcomes import BETWEEN, FIRST, looks, outcomes
from tests.scores.test_sums import facts_between

TODAY = date(2026, 11, 21)
AT = TODAY.toordinal()
RULES = Rules()


def facts(*rows):
    """Contacts from rows of source, target and days from TODAY."""
    days = [TODAY + timedelta(day) for _, _, day in rows]
    return Facts.of(
        Fact(source, target, day, Kind.CONTACT)
        for (source, target, _), day in zip(rows, days, strict=True)
    )


REGULAR = [(1, 2, -40), (2, 1, -20), (1, 2, -10)]


def test_a_pair_in_contact_lately_is_seen_by_hand():
    some = outcomes(facts(*REGULAR, (1, 3, -2)), [AT], RULES)
    assert (some.day.tolist(), some.quiet.tolist()) == ([AT], [10.0])
    assert some.absence.tolist() == [10.0]  # of 2; 1 was in touch with 3 two days ago
    assert some.contact_days.tolist() == [sum(2 ** (-ago / 90) for ago in (10, 20, 40))]
    assert some.silent.tolist() == [True]


def test_two_conversations_in_a_year_are_too_few():
    assert len(outcomes(facts((1, 2, -366), *REGULAR[:2]), [AT], RULES)) == 0


def test_a_conversation_shared_half_and_half_counts_once():
    halves = [
        Fact(source, target, TODAY - timedelta(ago), Kind.CONTACT, 0.5)
        for ago in (3, 20)
        for source, target in ((1, 2), (2, 1))
    ]
    assert len(outcomes(Facts.of(halves), [AT], RULES)) == 0


def test_contact_on_the_day_itself_or_29_days_later_is_no_silence():
    for day in (0, 29):
        assert not outcomes(facts(*REGULAR, (2, 1, day)), [AT], RULES).silent.any()
    assert outcomes(facts(*REGULAR, (2, 1, 30)), [AT], RULES).silent.all()


@settings(deadline=None)
@given(facts_between(least=1, people=3), st.integers(0, 100))
def test_what_is_known_uses_nothing_from_the_day_on(some, ago):
    day = TODAY - timedelta(ago)
    every = Facts.of(some)
    whole = outcomes(every, [day.toordinal()], RULES)
    past = every.up_to(day - timedelta(1))
    if not (past.kind == Kind.CONTACT).any():
        assert len(whole) == 0
        return
    before = outcomes(past, [day.toordinal()], RULES)
    for name in ("quiet", "contact_days", "absence"):
        np.testing.assert_allclose(getattr(whole, name), getattr(before, name))


@settings(deadline=None)
@given(facts_between(least=1, people=3), st.lists(st.integers(0, 500), max_size=5))
def test_each_day_is_seen_as_if_it_were_the_only_one(some, ago):
    every, days = Facts.of(some), sorted({AT - one for one in ago})
    alone = [outcomes(every, [day], RULES, window=90) for day in days]
    together = outcomes(every, days, RULES, window=90)
    for name in together.__slots__:
        columns = [np.zeros(0), *(getattr(one, name) for one in alone)]
        np.testing.assert_allclose(getattr(together, name), np.concatenate(columns))


def test_no_facts_have_no_outcomes():
    assert len(outcomes(Facts.of([]), [AT], RULES)) == 0


def test_looks_end_a_month_ago_and_begin_with_two_months_of_history():
    assert looks(AT - 120, AT) == [AT - 58, AT - 44, AT - 30]
    assert looks(AT - FIRST - 29, AT) == []


def test_days_a_fortnight_apart_have_their_looks_in_common():
    assert looks(AT - 400, AT)[:-1] == looks(AT - 400, AT - BETWEEN)
