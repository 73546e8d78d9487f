"""The people on Today: what there is to say about each suggested conversation."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stakeholders.models import Concern, Participation, Stakeholder, Tie, User
from stakeholders.models.access import seen_by
from stakeholders.models.prepared import prepared

RECENT = timedelta(days=90)


def told_of(people: Collection[int], reader: User, today: date) -> dict[int, Any]:
    """Return `people` (ids) with all that their cards tell, in one query.

    `days_in_90`, `leaves`; `concern` and `heard_on`; `last_words`, `last_outcome` and
    `last_on` of the last conversation the reader may see; `nearest` and `nearest_name`
    of our team.
    """
    found = _told(people=list(people), reader=reader, since=today - RECENT)
    return {one.pk: one for one in found}


@prepared
def _told(*, people: Collection[int], reader: User, since: date) -> QuerySet[Any]:
    """Return the same; since: the day before the last 90 begin."""
    named = Stakeholder.objects.with_primary_role().select_related("counterpart", "backup")
    told = named.annotate(
        days_in_90=_days_in_contact(since),
        leaves=F("primary_role__until"),
        **_concern(reader),
        **_last(reader),
        **_nearest(),
    )
    return told.filter(pk__in=people)


def _days_in_contact(since: date) -> Subquery:
    """Return on how many of the last 90 days one of us was in contact with the person."""
    no_team = ~Exists(Stakeholder.objects.current().in_our_team())
    ours = Q(stakeholder__layer=Stakeholder.Layer.TEAM) | Q(no_team)
    others = Participation.objects.exclude(stakeholder=OuterRef("stakeholder"))
    there = Participation.objects.filter(
        Exists(others.filter(ours, interaction=OuterRef("interaction"))),
        stakeholder=OuterRef("pk"),
        interaction__archived_at=None,
        interaction__happened_on__gt=since,
    )
    days = Count("interaction__happened_on", distinct=True)
    per_person = there.order_by().values("stakeholder").annotate(days=days)
    return Subquery(per_person.values("days"))


def _concern(reader: User) -> dict[str, Subquery]:
    """Return what matters most to the person and is not settled, and when it was heard."""
    open_ones = Concern.objects.visible_to(reader).current().filter(settled_on=None)
    first = open_ones.filter(stakeholder=OuterRef("pk"))
    return {"concern": _first(first, "text"), "heard_on": _first(first, "heard_on")}


def _last(reader: User) -> dict[str, Subquery]:
    """Return what the last conversation was about, how it ended, and its day."""
    seats = Participation.objects.filter(
        seen_by(reader, "interaction__"),
        stakeholder=OuterRef("pk"),
        interaction__archived_at=None,
    )
    last = seats.order_by("-interaction__happened_on", "-interaction_id")
    fields = {"last_words": "summary", "last_outcome": "outcome", "last_on": "happened_on"}
    return {name: _first(last, f"interaction__{field}") for name, field in fields.items()}


def _nearest() -> dict[str, Subquery]:
    """Return who of our team besides the counterpart has been in contact most lately."""
    ties = Tie.objects.filter(
        source=OuterRef("pk"),
        target__archived_at=None,
        target__layer=Stakeholder.Layer.TEAM,
        contact_days__gt=0,
    )
    kept = Coalesce(OuterRef("counterpart_id"), 0)  # no person has the id 0
    closest = ties.exclude(target=kept).order_by("-contact_days", "target")
    return {
        "nearest": _first(closest, "target"),
        "nearest_name": _first(closest, "target__name"),
    }


def _first(rows: QuerySet[Any], field: str) -> Subquery:
    """Return one field of the first of `rows`."""
    return Subquery(rows.values(field)[:1])
