"""What cannot be recorded, and the sentence it is refused with."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from stakeholders.models import (
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Participation,
    Role,
    Stakeholder,
    Term,
    Unit,
)
from tests.records import make

pytestmark = pytest.mark.django_db

BEFORE = make.DAY - timedelta(days=1)


def people(**more):
    """Return somebody not yet saved."""
    return Stakeholder(**{"name": "Lea Brandt", **more})


def second_role():
    """Return another primary role of somebody who has one."""
    held = make.person(unit=make.unit()).roles.get()
    return Role(stakeholder=held.stakeholder, unit=held.unit)


def ended_role():
    """Return a role that ends before it begins."""
    return Role(stakeholder=make.person(), unit=make.unit(), since=make.DAY, until=BEFORE)


def counterpart_twice():
    """Return somebody whose counterpart is also the backup."""
    dana = make.colleague()
    return people(counterpart=dana, backup=dana)


def own_counterpart():
    """Return somebody who is their own counterpart."""
    omar = make.person()
    omar.counterpart = omar
    return omar


def taken_external_id():
    """Return somebody with the external id of somebody else."""
    make.person(external_id="hr-7")
    return people(external_id="hr-7")


def to_oneself(model, one, other, **more):
    """Return a function that returns a `model` from somebody to themselves."""

    def made():
        omar = make.person()
        if model is Exchange:
            more["interaction"] = make.conversation(omar)
        return model(**{one: omar, other: omar, **more})

    return made


def between(model, one, other, **more):
    """Return a function that returns a `model` between two people."""

    def made():
        omar, dana = make.person(), make.colleague()
        if model is Exchange:
            more["interaction"] = make.conversation(omar, dana)
        return model(**{one: omar, other: dana, **more})

    return made


def said_again():
    """Return a connection that is already known."""
    known = make.connection(make.person(), make.colleague())
    return Connection(source=known.source, target=known.target, kind=known.kind)


def captured_again():
    """Return a conversation that its source already gave us."""
    make.conversation(make.person(), source="mail", external_id="<1@example>")
    return Interaction(summary="Again", source="mail", external_id="<1@example>")


def seat(**more):
    """Return a function that returns a seat beside Omar, who reached out."""

    def made():
        omar, dana = make.person(), make.colleague()
        held = make.conversation(omar)
        return Participation(**{"interaction": held, "stakeholder": dana, **more})

    return made


def second_seat():
    """Return a second seat of the same person in one conversation."""
    omar = make.person()
    return Participation(interaction=make.conversation(omar), stakeholder=omar)


def concern(**more):
    """Return a function that returns something that matters to Omar."""
    return lambda: Concern(stakeholder=make.person(), **more)


def unit_again(parent):
    """Return a function that returns a unit of a name that is taken."""

    def made():
        above = make.unit("Group") if parent else None
        make.unit("Finance", parent=above)
        return Unit(name="Finance", parent=above)

    return made


def unit_in_itself():
    """Return a unit that is its own parent."""
    finance = make.unit("Finance")
    finance.parent = finance
    return finance


PROMISE = (Commitment, "promiser", "promisee")
EXCHANGE = (Exchange, "giver", "receiver")
CONNECTION = (Connection, "source", "target")
REFUSED = [
    (lambda: people(name=""), "Give the person a name."),
    (lambda: people(influence=6), "Influence goes from 1 to 5."),
    (lambda: people(interest=0), "Interest goes from 1 to 5."),
    (lambda: people(cadence_days=731), "The wanted rhythm goes from 1 to 730 days."),
    (own_counterpart, "Nobody is their own counterpart."),
    (counterpart_twice, "Counterpart and backup must be two people."),
    (taken_external_id, "Somebody else already has this external id."),
    (second_role, "This person already has a primary role."),
    (ended_role, "The role ends before it begins."),
    (to_oneself(*CONNECTION, kind="influences"), "Choose two different people."),
    (said_again, "This connection is already known."),
    (
        between(*CONNECTION, kind="influences", since=make.DAY, until=BEFORE),
        "The connection ends before it begins.",
    ),
    (concern(text=""), "Say what matters to them."),
    (
        concern(text="Calm", heard_on=make.DAY, settled_on=BEFORE),
        "It was settled before it was heard.",
    ),
    (
        lambda: Term(theirs="uptime", ours="availability"),
        "Say whose word it is: a person's or a unit's.",
    ),
    (lambda: Interaction(summary=""), "Say in one line what it was about."),
    (captured_again, "This conversation is already here."),
    (second_seat, "Each person takes part once."),
    (seat(initiator=True), "One person at most reached out."),
    (seat(mood=3), "Mood goes from -2 (bad) to 2 (warm)."),
    (to_oneself(*EXCHANGE), "Choose two different people."),
    (between(*EXCHANGE, weight=6), "The weight goes from 1 to 5."),
    (to_oneself(*PROMISE, what="Call"), "Choose two different people."),
    (between(*PROMISE, what=""), "Say what was promised."),
    (
        between(*PROMISE, what="Call", made_on=make.DAY, due_on=BEFORE),
        "It is due before it was made.",
    ),
    (
        between(*PROMISE, what="Call", state="kept"),
        "A closed promise needs the day it was closed, an open one has none.",
    ),
    (unit_again(parent=False), "There is already a unit of this name."),
    (unit_again(parent=True), "There is already a unit of this name there."),
    (unit_in_itself, "A unit cannot be part of itself."),
    (lambda: Unit(name=""), "Give the unit a name."),
]
every_refusal = pytest.mark.parametrize(
    ("made", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED]
)


@every_refusal
def test_a_person_is_told_what_is_wrong(made, sentence):
    with pytest.raises(ValidationError) as told:
        made().validate_constraints()
    assert sentence in told.value.messages


@every_refusal
def test_the_database_refuses_it_as_well(made, sentence):
    record = made()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(record).objects.bulk_create(
            [record]
        ) if record._state.adding else record.save()


def test_a_unit_cannot_lie_below_its_own_part():
    group = make.unit("Group")
    finance = make.unit("Finance", parent=group)
    group.parent = make.unit("Accounts", parent=finance)
    with pytest.raises(ValidationError, match="Accounts is itself part of Group"):
        group.full_clean()


def test_two_people_may_both_have_no_external_id():
    make.person("Lea")
    assert make.person("Lea").pk
