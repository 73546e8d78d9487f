"""Export: what is here as CSV, in the columns an import guesses right by itself."""

import csv
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from typing import Any

from django.db.models import Prefetch, QuerySet

from stakeholders.capture.cells import shield
from stakeholders.capture.directory import key
from stakeholders.capture.fields import INTERACTIONS, PEOPLE, Field
from stakeholders.capture.identity import own_id
from stakeholders.models import (
    Commitment,
    Interaction,
    Participation,
    Role,
    Stakeholder,
    Tag,
    User,
)

AT_ONCE = 1_000  # records read between two writes
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for Windows-1252
APART = {"first_name", "last_name", "time", "cc"}  # other columns say the same
PROMISES = ("Promise", "Who promised", "To whom", "Made", "Due", "State", "Closed", "Id")


def people_as_csv(people: QuerySet[Stakeholder]) -> Iterator[str]:
    """Write `people` with their primary roles and their tags."""
    primary = Role.objects.filter(primary=True).select_related("unit__parent")
    held = people.prefetch_related(Prefetch("roles", primary)).order_by("pk")
    rows = held.prefetch_related(Prefetch("tags", Tag.objects.current()))
    fields = _written(PEOPLE)
    return as_csv([field.label for field in fields], rows, lambda one: _person(one, fields))


def conversations_as_csv(conversations: QuerySet[Interaction]) -> Iterator[str]:
    """Write `conversations` with who took part; each person as an import finds them."""
    there = Participation.objects.order_by("-initiator", "pk")
    rows = conversations.prefetch_related(Prefetch("participations", there)).order_by("pk")
    fields, names = _written(INTERACTIONS), _names()
    header = [field.label for field in fields]
    return as_csv(header, rows, lambda one: _conversation(one, fields, names))


def promises_as_csv(promises: QuerySet[Commitment]) -> Iterator[str]:
    """Write `promises`."""
    names = _names()
    return as_csv(PROMISES, promises.order_by("pk"), lambda one: _promise(one, names))


EXPORTS: dict[str, Callable[[User], Iterator[str]]] = {
    "people": lambda reader: people_as_csv(
        Stakeholder.objects.visible_to(reader).current()
    ),
    "conversations": lambda reader: conversations_as_csv(
        Interaction.objects.visible_to(reader).current()
    ),
    "promises": lambda reader: promises_as_csv(
        Commitment.objects.visible_to(reader).current()
    ),
}


def text(value: Any) -> str:
    """Return a value as a cell says it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def as_csv(
    header: Sequence[str], rows: QuerySet[Any], cells: Callable[[Any], list[Any]]
) -> Iterator[str]:
    """Write the `header`, then the `cells` of each of `rows`, in blocks."""
    block = StringIO(newline="")
    writer = csv.writer(block, quoting=csv.QUOTE_ALL)
    block.write(BYTE_ORDER_MARK)
    writer.writerow(header)
    for number, row in enumerate(rows.iterator(AT_ONCE), 1):
        writer.writerow([shield(text(cell)) for cell in cells(row)])
        if number % AT_ONCE == 0:
            yield block.getvalue()
            block.seek(0)
            block.truncate()
    yield block.getvalue()


def _written(fields: Sequence[Field]) -> list[Field]:
    """Return the fields that an export has a column for."""
    return [field for field in fields if field.name not in APART]


def _person(person: Stakeholder, fields: Sequence[Field]) -> list[Any]:
    """Return the cells of one person."""
    role = next(iter(person.roles.all()), None)
    unit = role.unit if role else None
    held = {
        "unit": unit,
        "parent_unit": unit.parent if unit else None,
        "title": role.title if role else "",
        "tags": "; ".join(tag.name for tag in person.tags.all()),
    }
    return [held[f.name] if f.name in held else _shown(person, f.name) for f in fields]


def _conversation(
    talk: Interaction, fields: Sequence[Field], names: dict[int, str]
) -> list[Any]:
    """Return the cells of one conversation."""
    there = talk.participations.all()
    day = talk.happened_on.isoformat()
    held = {
        "when": f"{day} {talk.happened_at.isoformat()}" if talk.happened_at else day,
        "from": "".join(names[one.stakeholder_id] for one in there if one.initiator),
        "to": "; ".join(names[one.stakeholder_id] for one in there if not one.initiator),
        "minutes": talk.minutes or None,  # 0 is unsaid, as an import takes it
        "external_id": talk.external_id or own_id(talk.pk, talk.created_at),
    }
    return [held[f.name] if f.name in held else _shown(talk, f.name) for f in fields]


def _promise(promise: Commitment, names: dict[int, str]) -> list[Any]:
    """Return the cells of one promise."""
    return [
        promise.what,
        names[promise.promiser_id],
        names[promise.promisee_id],
        promise.made_on,
        promise.due_on,
        promise.get_state_display(),
        promise.closed_on,
        promise.pk,
    ]


def _shown(record: Any, name: str) -> Any:
    """Return the value of a field, a choice by its label."""
    value = getattr(record, name)
    if isinstance(value, bool) or not record._meta.get_field(name).choices:
        return value
    return getattr(record, f"get_{name}_display")()


def _names() -> dict[int, str]:
    """Return what tells each person from others: the name, else mail address, else id."""
    people = list(Stakeholder.objects.values_list("pk", "name", "email", "external_id"))
    often: dict[str, int] = {}
    for _, name, _, _ in people:
        often[key(name)] = often.get(key(name), 0) + 1
    return {
        pk: name if often[key(name)] == 1 and ";" not in name else email or known_as or name
        for pk, name, email, known_as in people
    }
