"""The order of a list of people, by any of its columns."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Max, OrderBy, OuterRef, Q, QuerySet, Subquery

from stakeholders.models import Stakeholder, Tie
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.scores.health import Band
from stakeholders.standings import reading

FIRST = "name"
ALWAYS_KNOWN = {"name", "layer"}  # so that their index can be used
FIELDS = {
    "name": "name",
    "layer": "layer",
    "unit": "unit_name",
    "spoke": "spoke",
    "counterpart": "counterpart__name",
}


def asked(sort: str) -> str:
    """Return `sort` where it names a column, "-" before it for the other way round."""
    column = sort.removeprefix("-")
    return sort if column in FIELDS or column == "health" else FIRST


def in_order(people: StakeholderQuerySet, sort: str, *, day: date) -> Sequence[int] | Any:
    """Return the ids of `people` in the order that `sort` names; unknown comes last.

    The database orders by every column but health, which no index holds yet: that one
    reads all ties as columns, and its time grows with the network. Only here.
    """
    column, falling = sort.removeprefix("-"), sort.startswith("-")
    if column == "health":
        return _by_health(people, falling, day=day)
    last = None if column in ALWAYS_KNOWN else True
    first = OrderBy(F(FIELDS[column]), descending=falling, nulls_last=last)
    if column == "unit":
        people = people.with_primary_role()
    if column == "spoke":
        people = people.annotate(spoke=_last_spoke())
    return people.order_by(first, "name", "pk").values_list("pk", flat=True)


def _last_spoke() -> Subquery:
    """Return the last day (ordinal) one of us was in contact with a person.

    The team is joined, not listed: so that the database starts from the person's few
    ties, and does not try each of our people for each person.
    """
    ties = Tie.objects.filter(_from_us(), target=OuterRef("pk"), last_day__gt=0)
    days = ties.order_by().values("target").annotate(last=Max("last_day"))
    return Subquery(days.values("last"))


def _from_us() -> Q:
    """Return the filter for ties from our people; without a team, everybody is ours."""
    team = Stakeholder.Layer.TEAM
    if Stakeholder.objects.current().in_our_team().exists():
        return Q(source__layer=team, source__archived_at=None)
    return Q(source__archived_at=None)


def _by_health(people: QuerySet[Stakeholder], falling: bool, *, day: date) -> list[int]:
    """Return the ids of `people`, those who need us most first."""
    ids = list(people.order_by("name", "pk").values_list("pk", flat=True))
    scores = reading.all_with_us(None, day=day).scores
    bands = dict(zip(scores.target.tolist(), scores.band.tolist(), strict=True))
    known = [pk for pk in ids if bands.get(pk, Band.UNKNOWN) != Band.UNKNOWN]
    others = set(ids).difference(known)
    known.sort(key=bands.__getitem__, reverse=falling)
    return known + [pk for pk in ids if pk in others]
