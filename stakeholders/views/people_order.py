"""The order of a list of people, by any of its columns."""

from typing import Any, Final

from django.db.models import F, OrderBy, QuerySet

from stakeholders.models.people import StakeholderQuerySet
from stakeholders.standings import lists

FIRST: Final = "name"
FIELDS: Final[dict[str, list[Any]]] = {
    "name": ["name"],
    "layer": ["layer", "name"],
    "unit": [OrderBy(F("unit_name"), nulls_last=True), "name"],
    "-unit": [OrderBy(F("unit_name"), descending=True, nulls_last=True), "name"],
    "counterpart": [OrderBy(F("counterpart__name"), nulls_last=True), "name"],
    "-counterpart": [
        OrderBy(F("counterpart__name"), descending=True, nulls_last=True),
        "name",
    ],
    "-name": ["-name"],
    "-layer": ["-layer", "name"],
}


def asked(sort: str) -> str:
    """Return `sort` where it names a column, "-" before it for the other way round."""
    return sort if sort in FIELDS or sort in lists.ORDERS else FIRST


def in_order(people: StakeholderQuerySet, sort: str) -> QuerySet[Any, int]:
    """Return the ids of `people` in the order that `sort` names; unknown comes last.

    How we are with somebody, and when we last spoke, is kept as it was on the day the
    site was last settled: an index holds it.
    """
    if sort in lists.ORDERS:
        return lists.in_order(people, sort).values_list("pk", flat=True)
    if sort.removeprefix("-") == "unit":
        people = people.with_primary_role()
    return people.order_by(*FIELDS[sort], "pk").values_list("pk", flat=True)
