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
from stakeholders.models.together import Part, Row, together
from stakeholders.standings.clock import newest_day
from stakeholders.views.as_of import AsOf

PERSON: Final = ("pk", "name")
PROMISE: Final = (
    *("pk", "what", "made_on", "due_on", "state", "closed_on", "version"),
    *(f"{end}__{name}" for end in ("promiser", "promisee") for name in PERSON),
)
GIVEN: Final = (
    "pk",
    "kind",
    "note",
    "interaction__pk",
    *(f"{end}__{name}" for end in ("giver", "receiver") for name in PERSON),
)
KNOWN: Final = {
    "roles": Role,
    "concerns": Concern,
    "terms": Term,
    "connections": Connection,
    "promises": Commitment,
}
TOLD: Final = {
    "talks": Interaction,
    "seats": Participation,
    "gifts": Exchange,
    "promises": Commitment,
    "given": Exchange,
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
    ends = [f"{end}__{name}" for end in ("source", "target") for name in PERSON]
    return together(
        {
            "roles": Part(
                roles,
                ("pk", "title", "since", "until", "primary", "unit__pk", "unit__name"),
            ),
            "concerns": Part(on.unsettled(concerns), ("pk", "text", "kind", "heard_on")),
            "terms": Part(
                terms.filter(Q(stakeholder=person) | Q(unit__in=units)),
                ("pk", "theirs", "ours", "meaning", "unit__pk", "unit__name"),
            ),
            "connections": Part(
                connections.filter(either, here), ("pk", "kind", "note", "until", *ends)
            ),
            "promises": Part(promises, PROMISE),
        }
    )


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
    spoken = ("pk", "summary", "channel", "minutes", "outcome", "confidential")
    seat = ("pk", "interaction__pk", "stakeholder__pk", "stakeholder__name")
    return together(
        {
            "talks": Part(Interaction.objects.filter(pk__in=talks), spoken),
            "seats": Part(seats.filter(interaction__in=talks), seat),
            "gifts": Part(gifts, GIVEN),
            "promises": Part(Commitment.objects.filter(pk__in=promises), PROMISE),
            "given": Part(Exchange.objects.filter(pk__in=given), GIVEN),
        }
    )
