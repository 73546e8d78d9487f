"""Health: each band by hand, and what may never raise it."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.evidence import Rules
from stakeholders.scores.health import SIGNS_OF, Band, Condition, Sign, bands, signs
from stakeholders.scores.reasons import reasons

RULES = Rules()
NAN = float("nan")
# Weekly contact, seen yesterday; nothing else is known.
IN_TOUCH = Condition(
    contacts=40.0,
    quiet=1.0,
    usual_gap=8.0,
    silence=0.1,
    balance=0.0,
    giving_balance=NAN,
    giving_evenness=NAN,
    trust_in_source=NAN,
    trust_in_target=NAN,
    kept_by_source=0.0,
    kept_by_target=0.0,
    broken_by_source=0.0,
    broken_by_target=0.0,
)
TRUSTED = replace(IN_TOUCH, trust_in_source=0.6)
COUNT = st.floats(0, 500)
SHARE = st.one_of(st.just(NAN), st.floats(0, 1))
SCORE = st.one_of(st.just(NAN), st.floats(-1, 1))
LEANING = st.one_of(st.just(NAN), st.floats(-4, 4))
CONDITIONS = st.builds(
    Condition, *[COUNT] * 3, SHARE, LEANING, LEANING, SHARE, SCORE, SCORE, *[COUNT] * 4
)


def band_of(condition):
    return Band(int(bands(signs(condition, rules=RULES))))


def test_in_touch_and_trusted_is_healthy():
    assert band_of(TRUSTED) is Band.HEALTHY


def test_help_both_ways_is_healthy():
    assert band_of(replace(IN_TOUCH, giving_evenness=0.8)) is Band.HEALTHY


def test_contact_alone_says_unknown():
    assert band_of(IN_TOUCH) is Band.UNKNOWN


@pytest.mark.parametrize("quiet", [20.0, 200.0])
def test_a_silence_longer_than_three_usual_gaps_is_cooling(quiet):
    slowed = replace(TRUSTED, quiet=quiet, usual_gap=6.0, silence=0.3)
    assert band_of(slowed) is Band.COOLING


def test_a_likely_silence_beyond_the_usual_gap_is_cooling():
    assert band_of(replace(TRUSTED, quiet=20.0, silence=0.5)) is Band.COOLING


def test_a_pair_that_meets_rarely_by_habit_is_not_cooling():
    assert (
        band_of(replace(TRUSTED, quiet=40.0, usual_gap=60.0, silence=0.7)) is Band.HEALTHY
    )


def test_two_conversations_show_no_rhythm_to_fall_behind():
    assert (
        band_of(replace(IN_TOUCH, contacts=2.0, quiet=300.0, silence=0.95)) is Band.UNKNOWN
    )


@pytest.mark.parametrize("side", ["source", "target"])
def test_more_promises_broken_than_kept_is_strained(side):
    broken = {f"broken_by_{side}": 1.9, f"kept_by_{side}": 1.0}
    assert band_of(replace(TRUSTED, **broken)) is Band.STRAINED


@pytest.mark.parametrize("side", ["source", "target"])
def test_trust_below_nothing_is_strained(side):
    assert band_of(replace(TRUSTED, **{f"trust_in_{side}": -0.3})) is Band.STRAINED


@pytest.mark.parametrize("leaning", ["balance", "giving_balance"])
@pytest.mark.parametrize("way", [-2.0, 2.0])
def test_one_side_doing_nearly_all_is_one_sided(leaning, way):
    assert band_of(replace(TRUSTED, **{leaning: way})) is Band.ONE_SIDED


def test_few_contacts_are_not_called_one_sided():
    assert band_of(replace(TRUSTED, contacts=9.0, balance=-2.0)) is Band.HEALTHY


def test_no_contact_is_unknown_even_with_promises_kept():
    never = replace(TRUSTED, contacts=0.0, quiet=NAN, usual_gap=NAN, silence=NAN)
    assert band_of(never) is Band.UNKNOWN


@given(CONDITIONS, st.floats(1, 1000))
def test_volume_alone_never_makes_healthy(condition, more):
    blind = {"trust_in_source": NAN, "trust_in_target": NAN, "giving_evenness": NAN}
    more_contact = replace(
        condition, contacts=condition.contacts * more, silence=0.0, **blind
    )
    assert band_of(more_contact) is not Band.HEALTHY


@given(CONDITIONS)
def test_the_gravest_sign_decides_the_band(condition):
    found = int(signs(condition, rules=RULES))
    speaking = {band for band, some in SIGNS_OF.items() if found & some}
    if found & Sign.TOO_FEW:
        speaking.discard(Band.HEALTHY)
    assert band_of(condition) is min(speaking)


@given(CONDITIONS)
def test_every_band_has_a_reason_that_speaks_for_it(condition):
    found = int(signs(condition, rules=RULES))
    why = reasons(found, condition)
    assert band_of(condition) in {reason.band for reason in why}


@given(CONDITIONS)
def test_every_reason_is_a_sentence_about_both_people_or_neither(condition):
    for reason in reasons(int(signs(condition, rules=RULES)), condition):
        said = reason.sentence.say("Dana", "Omar")
        assert said.endswith(".")
        assert not set("{}") & set(said)
        assert "nan" not in said


@settings(max_examples=25, deadline=None)
@given(st.lists(CONDITIONS, min_size=1, max_size=8))
def test_a_column_says_what_each_of_its_rows_says(rows):
    names = Condition.__slots__
    column = Condition(*(np.array([getattr(row, name) for row in rows]) for name in names))
    together = bands(signs(column, rules=RULES))
    assert together.tolist() == [band_of(row) for row in rows]
    assert band_of(column.row(0)) == together[0]


@given(CONDITIONS)
def test_turning_a_pair_around_keeps_its_band(condition):
    turned = replace(
        condition,
        balance=-condition.balance,
        giving_balance=-condition.giving_balance,
        trust_in_source=condition.trust_in_target,
        trust_in_target=condition.trust_in_source,
        kept_by_source=condition.kept_by_target,
        kept_by_target=condition.kept_by_source,
        broken_by_source=condition.broken_by_target,
        broken_by_target=condition.broken_by_source,
    )
    assert band_of(turned) == band_of(condition)


def test_bands_have_the_names_that_records_and_pages_use():
    keys = [band.key for band in Band]
    assert keys == ["strained", "cooling", "one_sided", "healthy", "unknown"]


def test_every_sign_speaks_for_exactly_one_band():
    assert sum(SIGNS_OF.values()) == sum(Sign)
    assert not any(
        one & other for one, other in itertools.combinations(SIGNS_OF.values(), 2)
    )
