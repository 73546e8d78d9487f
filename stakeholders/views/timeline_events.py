"""The events of a timeline: one query over all the tables that tell of a person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from stakeholders.forms import timeline as ask
from stakeholders.models import (
    Commitment,
    Concern,
    Exchange,
    Interaction,
    Stakeholder,
    User,
)
from stakeholders.models.prepared import prepared
from stakeholders.models.together import sorted_out
from stakeholders.views import person_asks

EVENT: Final = ["event_day", "event_kind", "event_id", "event_text"]
A_PAGE: Final = 10  # events that are told at once
NOTHING: Final = [0] * A_PAGE  # no record has this id
type Event = tuple[date, str, int, str]  # the day, what kind it is, the record's id, words


@dataclass(slots=True)
class Talk:
    """A conversation with somebody, as a timeline tells it."""

    pk: int
    summary: str
    channel: str
    minutes: int | None
    outcome: str
    confidential: bool
    others: list[tuple[int, str]] = field(default_factory=list)  # who took part: id, name
    gifts: list[Exchange] = field(default_factory=list)  # of this person, given or got


class Source(NamedTuple):
    """One kind of event, and where it is found."""

    kind: str
    shown: str  # the choice of the filter that shows it
    day: str  # field
    rows: Callable[[int, User], QuerySet[Any]]
    text: str = ""  # field that says all there is to say


@prepared
def of(  # noqa: PLR0913 each decides which events
    *,
    person: int,
    reader: User,
    shown: str,
    first: date | None,
    last: date | None,
    page: slice,
) -> QuerySet[Any, Event]:
    """Return what `reader` may see of `person` from `first` to `last`, newest first.

    first, last: None for any. PostgreSQL takes few promises to be closed between two days,
    whichever they are, and would look up all that ever were.
    shown: a choice of the filter. Of everything, what was given is not told apart: it
    stands in its conversation. page: which of them.
    """
    told = [
        _events(one, one.rows(person, reader), first, last)
        for one in SOURCES
        if one.shown == shown or (shown == ask.ANY and one.shown not in IN_CONVERSATIONS)
    ]
    found = told[0].union(*told[1:], all=True)
    return found.order_by(*(f"-{name}" for name in EVENT[:3]))[page]


def _events(
    source: Source, rows: QuerySet[Any], first: date | None, last: date | None
) -> QuerySet[Any, Event]:
    """Return the events of one `source` in `rows`, from the first to the last day."""
    text = Cast(F(source.text) if source.text else Value(""), TextField())
    on = {"gte": first, "lte": last, "isnull": False}
    when = {f"{source.day}__{how}": day for how, day in on.items() if day is not None}
    unordered = (
        rows.filter(**when)
        .order_by()
        .annotate(
            event_day=F(source.day),
            event_kind=Cast(Value(source.kind), TextField()),
            event_id=F("pk"),
            event_text=text,
        )
    )
    told: QuerySet[Any, Event] = unordered.values_list(*EVENT)
    return told


def _talks(person: int, reader: User) -> QuerySet[Any]:
    """Return the conversations of `person` (an id)."""
    return Interaction.objects.visible_to(reader).current().with_person(person)


def _promises(person: int, reader: User) -> QuerySet[Any]:
    """Return the promises of `person` (an id), both ways."""
    return Commitment.objects.visible_to(reader).current().of_person(person)


def _gifts(person: int, reader: User) -> QuerySet[Any]:
    """Return what `person` (an id) gave and was given."""
    given = Exchange.objects.visible_to(reader).current()
    mine = given.filter(Q(giver=person) | Q(receiver=person))
    return mine.filter(interaction__archived_at=None)


def _feedback(person: int, reader: User) -> QuerySet[Any]:
    """Return the feedback that `person` (an id) gave and was given."""
    return _gifts(person, reader).filter(kind=Exchange.Kind.FEEDBACK)


def _concerns(person: int, reader: User) -> QuerySet[Any]:
    """Return what matters or mattered to `person` (an id)."""
    return Concern.objects.visible_to(reader).current().filter(stakeholder=person)


IN_CONVERSATIONS: Final = (ask.EXCHANGES, ask.FEEDBACK)
TOLD: Final = (  # which records, and the kinds of events that tell of them
    ("talks", {"conversation"}),
    ("promises", {"promised", "closed"}),
    ("given", {"given"}),
)
SOURCES: Final = (
    Source("conversation", ask.CONVERSATIONS, "happened_on", _talks),
    Source("promised", ask.PROMISES, "made_on", _promises),
    Source("closed", ask.PROMISES, "closed_on", _promises),
    Source("given", ask.EXCHANGES, "interaction__happened_on", _gifts),
    Source("given", ask.FEEDBACK, "interaction__happened_on", _feedback),
    Source("heard", ask.NOTES, "heard_on", _concerns, "text"),
    Source("settled", ask.NOTES, "settled_on", _concerns, "text"),
)


def records(person: Stakeholder, events: list[Event]) -> dict[Event, Any]:
    """Return what each of `events` tells of, in one query."""
    asked = {
        name: [pk for _, kind, pk, _ in events if kind in kinds] for name, kinds in TOLD
    }
    if not any(asked.values()):
        return {}
    # As many of each, whatever there is: one query then does for every timeline.
    same = {name: (ids + NOTHING)[:A_PAGE] for name, ids in asked.items()}
    rows = person_asks.told(person=person.pk, **same)
    found = sorted_out(rows, person_asks.TOLD)
    by_id = {name: {one.pk: one for one in found[name]} for name, _ in TOLD[1:]}
    talks = by_id["talks"] = {row[0]: Talk(*row) for row in found["talks"]}
    for talk, *seat in found["seats"]:
        talks[talk].others.append(seat)
    for gift in found["gifts"]:
        talks[gift.interaction_id].gifts.append(gift)
    return {
        event: by_id[name][event[2]]
        for event in events
        for name, kinds in TOLD
        if event[1] in kinds and event[2] in by_id[name]
    }
