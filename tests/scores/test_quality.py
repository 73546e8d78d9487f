"""Quality of conversations: worked by hand, and against plain loops."""

from datetime import date, timedelta
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.evidence import Fact, Facts, Kind
from stakeholders.scores.columns import or_none
from stakeholders.scores.quality import (
    informality,
    initiative,
    listening,
    rapport_before_approval,
    replies,
)
from stakeholders.scores.shares import share_interval

TODAY = date(2026, 11, 21)
ANN, BEN, CAL = 1, 2, 3


def on(day, source, target, kind=Kind.CONTACT, amount=1.0):
    return Fact(source, target, TODAY - timedelta(100 - day), kind, amount)


def reply_days(facts, source, target):
    all_of_them = replies(Facts.of(facts))
    row = (all_of_them.source == source) & (all_of_them.target == target)
    return or_none(all_of_them.days[row][0])


def rapport(*facts):
    found = rapport_before_approval(Facts.of(facts))
    row = (found.source == ANN) & (found.target == BEN)
    return or_none(found.share[row][0])


def test_listening_by_hand():
    assert listening(3, 2, 5) == 0.5


def test_informality_and_initiative_by_hand():
    assert (informality(3, 1), initiative(1.0, 3.0)) == (0.75, 0.25)


def test_no_marks_say_nothing():
    assert or_none(listening(0, 0, 0)) is None
    assert or_none(informality(0, 0)) is None
    assert np.isnan(share_interval(0.0, 0.0)).all()


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_within_its_interval(part, rest):
    low, high = share_interval(part, rest)
    assert 0 <= low <= informality(part, rest) < high <= 1


def test_an_answer_ends_the_waiting_that_began_with_the_first_attempt():
    facts = [on(1, ANN, BEN), on(4, ANN, BEN), on(10, BEN, ANN), on(20, ANN, BEN)]
    assert reply_days(facts, ANN, BEN) == 9.0
    assert reply_days(facts, BEN, ANN) == 10.0


def test_an_answer_on_the_same_day_takes_no_days():
    assert reply_days([on(5, ANN, BEN), on(5, BEN, ANN)], ANN, BEN) == 0.0


def test_what_still_waits_is_no_answer():
    assert reply_days([on(1, BEN, ANN), on(5, ANN, BEN)], ANN, BEN) is None


def test_a_conversation_nobody_is_known_to_have_started_is_no_answer():
    facts = [on(1, ANN, BEN), on(5, BEN, ANN, amount=0.5), on(9, BEN, ANN)]
    assert reply_days(facts, ANN, BEN) == 8.0


def test_somebody_elses_reaching_out_is_no_answer():
    assert reply_days([on(1, ANN, BEN), on(5, CAL, ANN), on(5, BEN, CAL)], ANN, BEN) is None


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.permutations([1, 2, 3])), min_size=1, max_size=30
    )
)
def test_replies_agree_with_a_plain_loop(rows):
    facts = [on(day, source, target) for day, (source, target, _) in rows]
    found = replies(Facts.of(facts))
    for source, target, days in zip(found.source, found.target, found.days, strict=True):
        sent = sorted({f.day for f in facts if (f.source, f.target) == (source, target)})
        back = sorted({f.day for f in facts if (f.source, f.target) == (target, source)})
        waits = {}
        for day in sent:
            later = [answer for answer in back if answer >= day]
            if later:
                waits.setdefault(later[0], (later[0] - day).days)
        assert or_none(days) == (median(waits.values()) if waits else None)


@pytest.mark.parametrize(
    ("contact", "share"),
    [(80, 1.0), (90, 0.0), (-1, 0.0), (91, 0.0)],
    ids=["before", "same day", "too long ago", "after"],
)
def test_an_approval_is_prepared_by_an_earlier_contact(contact, share):
    assert rapport(on(contact, BEN, ANN), on(90, ANN, BEN, Kind.APPROVAL)) == share


def test_rapport_is_the_share_of_approvals_that_were_prepared():
    early, late = on(1, ANN, BEN, Kind.APPROVAL), on(9, ANN, BEN, Kind.APPROVAL)
    assert rapport(early, on(5, ANN, BEN), late) == 0.5


def test_rapport_without_approvals_is_unknown():
    assert rapport(on(1, ANN, BEN)) is None
