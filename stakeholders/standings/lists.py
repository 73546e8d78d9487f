"""Lists: who needs us, found through an index and never by reading everybody.

Order and filter say what was true when the site was last settled or the person last
folded (`Standing.day`); the numbers beside a name are computed for the day shown.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import QuerySet, Value

from stakeholders.models import Standing
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.models.prepared import prepared
from stakeholders.recent import Recent
from stakeholders.scores.health import Band
from stakeholders.standings import one_side
from stakeholders.standings.ground import Kept
from stakeholders.standings.relationship import Relationship

LONGEST = 8
ORDERS = {  # of people, by their standing; who we never spoke with comes last
    "health": ["band", "-weight", "-silence", "layer", "ours"],
    "-health": ["calm", "-weight", "silence", "layer"],
    "spoke": ["never", "spoke", "layer"],
    "-spoke": ["never", "-spoke", "layer"],
}
FIELDS = ("weight", "silence", *one_side.KEPT)
PK = 3  # its place in a row of a list and FIELDS
_counts: Final = Recent[int](most=200)
WORST_FIRST = ("-weight", "-silence", "pk")  # who matters most, then the likeliest silent


def in_order(people: StakeholderQuerySet, order: str) -> StakeholderQuerySet:
    """Return `people` by one of ORDERS: health is the worst first, spoke the longest ago.

    Whoever wants those of one layer asks for `standing__layer`: the index knows it.
    """
    ways = (name.partition("-") for name in ORDERS[order])
    by = (f"{way}standing__{name or first}" for first, way, name in ways)
    return people.filter(standing__isnull=False).order_by(*by, "pk")


def how_many(words: Mapping[str, Any], *, layer: str = "", band: str = "") -> int:
    """Return how many people there are, in one `layer` or one `band` if it is named.

    words: see `models.stamps`, read before. PostgreSQL counts a hundred thousand in 15
    to 30 ms; so nobody is counted again before somebody comes or goes.
    """
    key = (words["people"], words["standings"] if band else "", layer, band)
    found = _counts.get(key)
    if found is None:
        asked = {"layer": layer, "band": Band[band.upper()] if band else None}
        some = {name: one for name, one in asked.items() if one}
        found = Standing.objects.filter(**some).count()
        _counts.set(key, found)
    return found


def others(*bands: Band) -> QuerySet[Standing]:
    """Return the standings of people who are not ours, in one of `bands`, worst first."""
    found = Standing.objects.filter(ours=False, band__in=bands)
    return found.order_by("band", *WORST_FIRST)


def cooling() -> QuerySet[Standing]:
    """Return with whom it is cooling, who matters most first."""
    return others(Band.COOLING)


def strained() -> QuerySet[Standing]:
    """Return with whom it is strained, who matters most first."""
    return others(Band.STRAINED)


def we_carry() -> QuerySet[Standing]:
    """Return who takes without giving, who matters most first."""
    return Standing.objects.filter(we_carry=True).order_by(*WORST_FIRST)


def they_carry() -> QuerySet[Standing]:
    """Return who gives without getting, who matters most first."""
    return Standing.objects.filter(they_carry=True).order_by(*WORST_FIRST)


def worst(here: Kept, *, layer: str = "") -> list[list[Relationship]]:
    """Return the first of each of WORST, scored on the ground `here`, in one query.

    layer: the one that all of them are in; empty: any.
    """
    rows = sorted(_rows(layer=layer), key=_worst_first)
    found = here.each(row[PK:] for row in rows)
    return [
        [found[row[PK]] for row in rows if row[0] == number and row[PK] in found]
        for number in range(len(WORST))
    ]


WORST = (cooling, strained, we_carry, they_carry)


@prepared
def _rows(*, layer: str) -> QuerySet[Standing, Any]:
    """Return which list of WORST, and FIELDS, of the first of each in a `layer`, if any."""
    here = {"layer": layer} if layer else {}
    some = [
        Standing.objects.filter(pk__in=one().filter(**here).values("pk")[:LONGEST])
        .annotate(list=Value(number))
        .values_list("list", *FIELDS)
        .order_by()
        for number, one in enumerate(WORST)
    ]
    return some[0].union(*some[1:], all=True)


def _worst_first(row: tuple[Any, ...]) -> tuple[float, ...]:
    """Return what puts rows of a list and FIELDS into the order of WORST_FIRST."""
    number, weight, silence, pk, *_ = row
    return number, -weight, -silence, pk
