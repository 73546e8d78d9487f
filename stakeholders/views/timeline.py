"""The timeline of one person: conversations and promises, newest first, page by page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import CharField, F, Prefetch, QuerySet, Value

from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
    User,
)

A_PAGE = 10  # entries
CONVERSATION, PROMISED, CLOSED = "conversation", "promised", "closed"
EVENT = ["event_day", "event_kind", "event_id"]
type Event = tuple[date, str, int]  # the day, what kind it is, the record's id


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened with the person."""

    day: date
    kind: str
    record: Interaction | Commitment


def events(
    person: Stakeholder, reader: User, number: str, *, until: date | None = None
) -> Page:
    """Return page `number` of what `reader` may see of `person`, as events.

    until: the last day that is told, if not all of them are.
    """
    found = _events(person, reader, until or date.max)
    return Paginator(found, A_PAGE).get_page(number)


def _events(person: Stakeholder, reader: User, until: date) -> QuerySet[Any, Event]:
    """Return every event of `person` up to a day, newest first."""
    talks = Interaction.objects.visible_to(reader).current().with_person(person.pk)
    promises = Commitment.objects.visible_to(reader).current().of_person(person.pk)
    closed = promises.exclude(closed_on=None)
    return (
        _told(talks, "happened_on", CONVERSATION, until)
        .union(
            _told(promises, "made_on", PROMISED, until),
            _told(closed, "closed_on", CLOSED, until),
        )
        .order_by(*(f"-{name}" for name in EVENT))
    )


def _told(records: QuerySet[Any], day: str, kind: str, until: date) -> QuerySet[Any, Event]:
    """Return the events of one `kind` in `records`, each on its `day`, up to a day."""
    what = Value(kind, output_field=CharField())
    unordered = (
        records.filter(**{f"{day}__lte": until})
        .order_by()
        .annotate(event_day=F(day), event_kind=what, event_id=F("pk"))
    )
    told: QuerySet[Any, Event] = unordered.values_list(*EVENT)
    return told


def entries(events: list[Event], person: Stakeholder) -> list[Entry]:
    """Return `events` with the records they tell of, in four queries at most."""
    wanted = [pk for _, kind, pk in events if kind == CONVERSATION]
    others = [pk for _, kind, pk in events if kind != CONVERSATION]
    talks = Interaction.objects.filter(pk__in=wanted).prefetch_related(*_details(person))
    promises = Commitment.objects.select_related("promiser", "promisee")
    found: dict[bool, dict[int, Any]] = {
        True: talks.in_bulk(),
        False: promises.filter(pk__in=others).in_bulk(),
    }
    return [Entry(day, kind, found[kind == CONVERSATION][pk]) for day, kind, pk in events]


def _details(person: Stakeholder) -> list[Prefetch]:
    """Return what to fetch beside a conversation: the others, and what was exchanged."""
    seats = Participation.objects.exclude(stakeholder=person.pk)
    given = Exchange.objects.current().filter(giver=person.pk)
    gifts = given | Exchange.objects.current().filter(receiver=person.pk)
    return [
        Prefetch("participations", seats.select_related("stakeholder"), "others"),
        Prefetch("exchanges", gifts.select_related("giver", "receiver"), "gifts"),
    ]
