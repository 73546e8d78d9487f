"""Records in any number, each leading to others of its own."""

from itertools import count

from stakeholders.models import (
    Batch,
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Plan,
    Role,
    Stakeholder,
    Tag,
    Term,
    Unit,
    User,
)
from tests.records import make

NUMBER = count()


def somebody(**more):
    """Return a new person, held by another, in a unit below another."""
    number = next(NUMBER)
    above = make.unit(f"Division {number}")
    unit = make.unit(f"Department {number}", parent=above)
    keeper = make.colleague(f"Keeper {number}")
    return make.person(f"Person {number}", "Head", unit, counterpart=keeper, **more)


def role():
    """Return the role of a new person."""
    return somebody().roles.get()


def talk(seats=2):
    """Return a new conversation of new people."""
    return make.conversation(*[somebody() for _ in range(seats)])


MAKE = {
    Stakeholder: somebody,
    Role: role,
    Unit: lambda: role().unit,
    Concern: lambda: make.concern(somebody()),
    Connection: lambda: make.connection(somebody(), somebody()),
    Term: lambda: make.term(somebody()),
    Tag: lambda: Tag.objects.create(stakeholder=somebody(), name="board"),
    Plan: lambda: Plan.objects.create(
        stakeholder=somebody(), keeper=make.colleague(), planned_on=make.DAY
    ),
    Interaction: talk,
    Exchange: lambda: make.exchange(talk(), somebody(), somebody(), kind="help"),
    Commitment: lambda: make.promise(somebody(), somebody(), interaction=talk()),
    User: lambda: make.user("member", f"user {next(NUMBER)}", stakeholder=somebody()),
    Batch: lambda: Batch.objects.create(
        kind="people",
        file_name="people.csv",
        created_by=make.user("manager", f"user {next(NUMBER)}"),
    ),
}
KINDS = list(MAKE)
RECORDS = [kind for kind in KINDS if kind not in (User, Batch)]


def add_rows(record, number):
    """Put `number` rows of every kind into the form of a person or a conversation."""
    for _ in range(number):
        if isinstance(record, Stakeholder):
            Role.objects.create(stakeholder=record, unit=role().unit, primary=False)
            make.concern(record)
            make.connection(record, somebody())
            make.term(record)
        else:
            one, other = somebody(), somebody()
            record.participations.create(stakeholder=one)
            make.exchange(record, one, other, kind="help")
            make.promise(one, other, interaction=record)
