"""Change: the smallest event that moves a band, on small stories."""

from datetime import date, timedelta

import numpy as np
import pytest

from stakeholders.evidence import Fact, Facts, Kind, Rules
from stakeholders.scores.change import smallest_change
from stakeholders.scores.health import Band
from stakeholders.scores.usual import Usual

TODAY = date(2026, 11, 21)
RULES = Rules()
US, ANN = 1, 2
USUAL = Usual(np.array([US]), kept=0.8, reached=0.5, given=0.5)


def talks(days, kind=Kind.CONTACT):
    both = [(US, ANN), (ANN, US)]
    return [Fact(*both[i % 2], TODAY - timedelta(day), kind) for i, day in enumerate(days)]


def change_of(facts):
    return smallest_change(Facts.of(facts), at=TODAY, rules=RULES, usual=USUAL)


KEPT = [Fact(ANN, US, TODAY - timedelta(day), Kind.KEPT) for day in (3, 20, 40)]


def test_one_conversation_warms_what_is_cooling():
    change = change_of([*talks(range(60, 500, 7)), *KEPT])
    assert change.band is Band.HEALTHY
    assert change.sentence.say("Dana", "") == "Conversations that Dana begins: 1."


def test_a_silence_cools_what_is_healthy():
    change = change_of([*talks(range(2, 500, 7)), *KEPT])
    assert (change.band, change.actor) == (Band.COOLING, None)
    assert "Days from now without a conversation" in change.sentence.say("", "")


def test_promises_kept_tell_how_it_is():
    change = change_of(talks(range(2, 500, 7)))
    assert change.band is Band.HEALTHY
    assert change.sentence.say("Dana", "") == "Promises Dana keeps: 2."


def test_the_other_sides_reaching_out_evens_what_is_one_sided():
    ours = [Fact(US, ANN, TODAY - timedelta(day), Kind.CONTACT) for day in range(2, 500, 7)]
    change = change_of([*ours, *KEPT])
    assert (change.band, change.actor) == (Band.HEALTHY, ANN)


def test_whom_neither_trusts_both_have_to_keep_their_word():
    broken = [Fact(*way, TODAY, Kind.BROKEN) for way in ((US, ANN), (ANN, US))] * 2
    change = change_of([*talks(range(2, 500, 7)), *broken])
    assert (change.band, change.actor) == (Band.UNKNOWN, None)  # even, so no longer worse
    assert change.sentence.say("", "") == "Promises that each of the two keeps: 2."


def test_who_only_received_has_to_reach_out_and_help():
    days = [TODAY - timedelta(day) for day in range(2, 500, 7)]
    facts = [Fact(US, ANN, day, kind) for day in days for kind in (Kind.CONTACT, Kind.HELP)]
    change = change_of(facts)
    assert change.actor == ANN
    assert change.sentence.say("Ann", "").startswith("Conversations that Ann begins and")


def test_a_relationship_begins_with_talks_and_kept_promises():
    nothing = smallest_change(
        Facts.of([]), at=TODAY, rules=RULES, usual=USUAL, actors=(US, ANN)
    )
    assert nothing.band is Band.HEALTHY
    assert "as many promises kept" in nothing.sentence.words


def test_it_is_asked_of_one_pair_at_a_time():
    with pytest.raises(ValueError, match="one pair"):
        change_of([Fact(US, ANN, TODAY, Kind.HELP), Fact(US, 3, TODAY, Kind.HELP)])
