"""However the records came to be as they are, folding and rebuilding agree."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
    Tie,
)
from stakeholders.standings import fold, rebuild
from stakeholders.standings.columns import SUMS

FIRST_DAY = date(2026, 1, 5)
PEOPLE = 5
seats = st.lists(st.integers(0, PEOPLE - 1), min_size=2, max_size=4, unique=True)
conversations = st.tuples(
    st.just("log"),
    seats,
    st.integers(0, 60),
    st.booleans(),
    st.sampled_from(["in_person", "mail"]),
    st.sampled_from([None, -2, 1]),
)
gifts = st.tuples(st.just("give"), st.integers(0, 9), st.integers(1, 5))
promises = st.tuples(st.just("promise"), seats, st.sampled_from(["kept", "late", "broken"]))
moves = st.tuples(st.just("move"), st.integers(0, 9), st.integers(0, 60))
removals = st.tuples(st.just("remove"), st.integers(0, 9))
changes = st.lists(st.one_of(conversations, gifts, promises, moves, removals), max_size=12)


class FoldAgreesWithRebuild(TestCase):
    """Random days of work leave the same ties either way."""

    @given(changes)
    @settings(max_examples=40, deadline=None)
    def test_any_sequence_of_changes(self, changes):
        people = Stakeholder.objects.bulk_create(
            Stakeholder(name=f"Person {n}") for n in range(PEOPLE)
        )
        for verb, *details in changes:
            DO[verb]([person.pk for person in people], *details)
        folded = table()
        rebuild()
        assert table() == pytest.approx(folded, rel=1e-9)


def table():
    """Return every sum of every tie, by pair and column."""
    rows = Tie.objects.values("source_id", "target_id", *SUMS)
    return {
        (row["source_id"], row["target_id"], name): row[name]
        for row in rows
        for name in SUMS
    }


def log(people, chosen, day, led, channel, mood):
    conversation = Interaction.objects.create(
        happened_on=FIRST_DAY + timedelta(day), channel=channel, summary="Spoke"
    )
    for place, index in enumerate(chosen):
        first = place == 0
        Participation.objects.create(
            interaction=conversation,
            stakeholder_id=people[index],
            initiator=led and first,
            mood=mood if first else None,
        )
    fold(people[index] for index in chosen)


def of(nth):
    """Return the nth conversation, counted round, and who took part in it."""
    known = list(Interaction.objects.order_by("pk"))
    if not known:
        return None, []
    conversation = known[nth % len(known)]
    return conversation, [person.pk for person in conversation.people.order_by("pk")]


def give(people, nth, weight):
    conversation, there = of(nth)
    if conversation:
        Exchange.objects.create(
            interaction=conversation, giver_id=there[0], receiver_id=there[1], weight=weight
        )
        fold(there)


def promise(people, chosen, state):
    promiser, promisee = (people[index] for index in chosen[:2])
    Commitment.objects.create(
        promiser_id=promiser,
        promisee_id=promisee,
        what="The numbers",
        made_on=FIRST_DAY,
        state=state,
        closed_on=FIRST_DAY + timedelta(9),
    )
    fold([promiser, promisee])


def move(people, nth, day):
    conversation, there = of(nth)
    if conversation:
        conversation.happened_on = FIRST_DAY + timedelta(day)
        conversation.save()
        fold(there)


def remove(people, nth):
    conversation, there = of(nth)
    if conversation:
        Interaction.objects.filter(pk=conversation.pk).archive()
        fold(there)


DO = {"log": log, "give": give, "promise": promise, "move": move, "remove": remove}


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
