"""However the records came to be as they are, folding and rebuilding agree."""

import pytest
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stakeholders.models import (
    Lesson,
    Norm,
    Repute,
    Stakeholder,
    Standing,
    TalkDay,
    Tally,
    Tie,
)
from stakeholders.standings import rebuild, settle
from tests.standings.changes import DO, log, remove

PEOPLE = 5
somebody, nth = st.integers(0, PEOPLE - 1), st.integers(0, 9)
day = st.integers(0, 12)  # few, so that pairs meet twice on one
seats = st.lists(somebody, min_size=2, max_size=4, unique=True)
mood = st.sampled_from([None, -2, 1])
channel = st.sampled_from(["in_person", "mail"])
changes = st.lists(
    st.one_of(
        st.tuples(st.just("log"), seats, day, st.booleans(), channel, mood),
        st.tuples(st.just("give"), nth, st.integers(1, 5)),
        st.tuples(st.just("promise"), seats, st.sampled_from(["kept", "late", "broken"])),
        st.tuples(st.just("move"), nth, day),
        st.tuples(st.just("remove"), nth),
        st.tuples(st.just("bring_back"), nth),
        st.tuples(st.just("delete"), nth),
        st.tuples(st.just("merge"), somebody, somebody),
        st.tuples(st.just("put_away"), somebody),
        st.tuples(st.just("join"), somebody),
    ),
    max_size=14,
)


@override_settings(SETTLE_ON_COMMIT=True)  # once, at the end
class FoldAgreesWithRebuild(TestCase):
    """Random days of work leave the same ties and standings either way."""

    @given(changes, st.integers(0, 2))
    @settings(max_examples=30, deadline=None)
    def test_any_sequence_of_changes(self, changes, team):
        people = [
            Stakeholder.objects.create(
                name=f"P{n}", layer="team" if n < team else "peer"
            ).pk
            for n in range(PEOPLE)
        ]
        rebuild()
        for verb, *details in changes:
            DO[verb](people, *details)
        settle()
        folded = {model: table(model) for model in (Tie, Standing, *LEARNED)}
        rebuild()
        for model, rows in folded.items():
            assert table(model) == pytest.approx(rows, rel=1e-9, abs=1e-12), model.__name__


LEARNED = (Repute, Lesson, Norm, Tally, TalkDay)
KEYS = {
    Tie: ("source_id", "target_id"),
    Lesson: ("judge_id", "judged_id"),
    TalkDay: ("day",),
}


def table(model):
    """Return every number of a table, by key and column."""
    key = KEYS.get(model, ("pk",))
    return {
        (*(row[part] for part in key), name): -1 if number is None else number
        for row in model.objects.values(*{"pk", *key}, *names(model))
        for name, number in row.items()
        if name in names(model)
    }


def names(model):
    """Return the columns of numbers that say something."""
    numbers = ("FloatField", "IntegerField", "SmallIntegerField", "BooleanField")
    fields = model._meta.concrete_fields
    return [one.name for one in fields if one.get_internal_type() in numbers]


@pytest.mark.django_db
def test_a_pair_without_evidence_has_no_tie():
    one, two = (Stakeholder.objects.create(name=name) for name in ("Dana", "Omar"))
    log([one.pk, two.pk], [0, 1], 0, True, "in_person", None)
    remove([], 0)
    assert not Tie.objects.exists()


@pytest.mark.django_db
def test_archiving_keeps_the_ties_of_others():
    people = [Stakeholder.objects.create(name=name).pk for name in ("Dana", "Omar", "Lee")]
    log(people, [0, 1], 0, True, "in_person", None)
    log(people, [1, 2], 0, True, "in_person", None)
    remove([], 0)
    assert Tie.objects.filter(source=people[1], target=people[2]).exists()


@pytest.mark.django_db
def test_a_day_in_between_counts_once_whoever_asks():
    people = [Stakeholder.objects.create(name=name).pk for name in ("Dana", "Omar")]
    for day in (0, 10, 5, 5, 10, 0):
        log(people, [0, 1], day, True, "in_person", None)
    tie = Tie.objects.get(source=people[0])
    rebuild()
    assert Tie.objects.get(source=people[0]).contact_days == pytest.approx(tie.contact_days)
