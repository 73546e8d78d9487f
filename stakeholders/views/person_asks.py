"""What a person's page asks of the records, by queries that are put together once."""

from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet, Subquery

from stakeholders.models import (
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Participation,
    Role,
    Stakeholder,
    Tag,
    Term,
    User,
)
from stakeholders.models.prepared import prepared
from stakeholders.models.together import Row, Told, together
from stakeholders.standings.clock import newest_day
from stakeholders.views.as_of import AsOf


def _named(*ends: str) -> tuple[str, ...]:
    """Return id and name of the people at these `ends` of a row."""
    return tuple(f"{end}__{name}" for end in ends for name in ("pk", "name"))


ROLE: Final = ("pk", "title", "since", "until", "primary", *_named("unit"))
TERM: Final = ("pk", "theirs", "ours", "meaning", *_named("unit"))
CONNECTION: Final = ("pk", "kind", "note", "until", *_named("source", "target"))
PROMISE: Final = (
    *("pk", "what", "made_on", "due_on", "state", "closed_on", "version"),
    *_named("promiser", "promisee"),
)
TALK: Final = ("pk", "summary", "channel", "minutes", "outcome", "confidential")
SEAT: Final = ("interaction__pk", "stakeholder__pk", "stakeholder__name")
GIVEN: Final = ("pk", "kind", "note", "interaction__pk", *_named("giver", "receiver"))
KNOWN: Final = {
    "roles": Told(ROLE, Role),
    "concerns": Told(("pk", "text", "kind", "heard_on"), Concern),
    "terms": Told(TERM, Term),
    "connections": Told(CONNECTION, Connection),
    "promises": Told(PROMISE, Commitment),
}
TOLD: Final = {
    "talks": Told(TALK),
    "seats": Told(SEAT),
    "gifts": Told(GIVEN, Exchange),
    "promises": Told(PROMISE, Commitment),
    "given": Told((*GIVEN, "interaction__summary"), Exchange),
}


@prepared
def people(*, pk: int, reader: User, today: date) -> QuerySet[Any, Any]:
    """Return the person `pk` with all that is one row of theirs.

    `tag_lines`; `newest`, the day of the last conversation of all by `today`.
    """
    tags = Tag.objects.visible_to(reader).as_lines()
    seen = Stakeholder.objects.visible_to(reader).filter(pk=pk)
    told = seen.annotate(tag_lines=tags, newest=Subquery(newest_day(today)))
    return told.select_related("counterpart", "backup", "standing", "trend")


@prepared
def known(*, person: int, reader: User, past: bool, today: date) -> QuerySet[Any, Row]:
    """Return KNOWN of a person (an id), as of `today`; past: that is a day gone by."""
    on = AsOf(today, past)
    roles = Role.objects.current().filter(stakeholder=person)
    concerns = Concern.objects.visible_to(reader).current().filter(stakeholder=person)
    terms = Term.objects.visible_to(reader).current()
    units = roles.order_by().values("unit")
    mine = Commitment.objects.visible_to(reader).current().of_person(person)
    promises = on.open(mine) if past else mine.unclosed()
    connections = Connection.objects.visible_to(reader).current()
    here = Q(source__archived_at=None, target__archived_at=None)
    either = Q(source=person) | Q(target=person)
    of_units = Q(stakeholder=person) | Q(unit__in=units)
    parts = {
        "roles": roles,
        "concerns": on.unsettled(concerns),
        "terms": terms.filter(of_units),
        "connections": connections.filter(either, here),
        "promises": promises,
    }
    return together(parts, KNOWN)


@prepared
def told(
    *, person: int, talks: list[int], promises: list[int], given: list[int]
) -> QuerySet[Any, Row]:
    """Return TOLD of what happened with a person (an id): records by their ids.

    Seats and gifts are those of the `talks`; seats without the person's own, of gifts
    what they gave and were given.
    """
    seats = Participation.objects.exclude(stakeholder=person)
    mine = Q(giver=person) | Q(receiver=person)
    gifts = Exchange.objects.current().filter(mine, interaction__in=talks)
    parts = {
        "talks": Interaction.objects.filter(pk__in=talks),
        "seats": seats.filter(interaction__in=talks),
        "gifts": gifts,
        "promises": Commitment.objects.filter(pk__in=promises),
        "given": Exchange.objects.filter(pk__in=given),
    }
    return together(parts, TOLD)
