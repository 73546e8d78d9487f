"""However the records came to be as they are, folding and rebuilding agree."""

from datetime import date, timedelta

import pytest
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Lesson,
    Norm,
    Participation,
    Repute,
    Stakeholder,
    Standing,
    TalkDay,
    Tally,
    Tie,
)
from stakeholders.models.as_facts import exchange_facts, facts_in, promise_facts
from stakeholders.standings import (
    add,
    fold,
    people_changed,
    rebuild,
    settle,
    talk_added,
    talks_changed,
)

FIRST_DAY = date(2026, 1, 5)
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


def log(people, chosen, day, led, channel, mood):
    """Log a conversation, as new; whoever led it asked."""
    conversation = Interaction.objects.create(
        happened_on=FIRST_DAY + timedelta(day), channel=channel, summary="Spoke", asked=led
    )
    for place, index in enumerate(chosen):
        first = place == 0
        Participation.objects.create(
            interaction=conversation,
            stakeholder_id=people[index],
            initiator=led and first,
            mood=mood if first else None,
        )
    add(facts_in(conversation.pk))
    talk_added(conversation.pk)


def of(nth, *, archived=False):
    """Return the nth conversation, counted round, and who took part in it."""
    known = list(
        Interaction.objects.filter(archived_at__isnull=not archived).order_by("pk")
    )
    if not known:
        return None, []
    conversation = known[nth % len(known)]
    return conversation, [person.pk for person in conversation.people.order_by("pk")]


def give(people, nth, weight):
    """Say that something was given, as new."""
    conversation, there = of(nth)
    if len(there) > 1:
        made = Exchange.objects.create(
            interaction=conversation,
            giver_id=there[0],
            receiver_id=there[1],
            weight=weight,
            kind=["help", "credit", "blame", "escalation"][weight % 4],
        )
        add(exchange_facts(Exchange.objects.filter(pk=made.pk)))


def promise(people, chosen, state):
    """Close a promise, as new."""
    promiser, promisee = (people[index] for index in chosen[:2])
    made = Commitment.objects.create(
        promiser_id=promiser,
        promisee_id=promisee,
        what="The numbers",
        made_on=FIRST_DAY,
        state=state,
        closed_on=FIRST_DAY + timedelta(9),
    )
    add(promise_facts(Commitment.objects.filter(pk=made.pk)))


def move(people, nth, day):
    """Put a conversation on another day."""
    conversation, there = of(nth)
    if conversation:
        before, conversation.happened_on = (
            conversation.happened_on,
            FIRST_DAY + timedelta(day),
        )
        conversation.save()
        fold(there)
        talks_changed([before, conversation.happened_on])


def remove(people, nth):
    """Put a conversation away."""
    conversation, there = of(nth)
    if conversation:
        Interaction.objects.filter(pk=conversation.pk).archive()
        fold(there)
        talks_changed([conversation.happened_on])


def bring_back(people, nth):
    """Bring a conversation back, which only adds."""
    conversation, _ = of(nth, archived=True)
    if conversation:
        Interaction.objects.filter(pk=conversation.pk).restore()
        add(facts_in(conversation.pk))
        talks_changed([conversation.happened_on])


def delete(people, nth):
    """Delete a conversation for good."""
    conversation, there = of(nth)
    if conversation:
        conversation.delete()
        fold(there)
        talks_changed([conversation.happened_on])


def merge(people, one, other):
    """Let one person have been another all along."""
    kept, gone = people[one], people[other]
    if kept == gone:
        return
    both = Participation.objects.filter(stakeholder=gone)
    both.filter(interaction__participations__stakeholder=kept).delete()
    Participation.objects.filter(stakeholder=gone).update(stakeholder=kept)
    for model, ends in (
        (Exchange, ("giver", "receiver")),
        (Commitment, ("promiser", "promisee")),
    ):
        model.objects.filter(**dict.fromkeys(ends, gone)).delete()
        for end, across in (ends, ends[::-1]):
            model.objects.filter(**{end: gone, across: kept}).delete()
            model.objects.filter(**{end: gone}).update(**{end: kept})
    fold(people)


def put_away(people, one):
    """Archive somebody, or bring them back."""
    person = Stakeholder.objects.filter(pk=people[one])
    person.archive() or person.restore()
    people_changed([people[one]])


def join(people, one):
    """Let somebody join our team, or leave it."""
    person = Stakeholder.objects.get(pk=people[one])
    person.layer = "peer" if person.layer == "team" else "team"
    person.save()
    people_changed([person.pk])


DO = {
    one.__name__: one
    for one in (
        *(log, give, promise, move, remove),
        *(bring_back, delete, merge, put_away, join),
    )
}


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
