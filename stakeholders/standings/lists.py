"""Lists: who needs us, found through an index and never by reading everybody.

Order and filter say what was true when the site was last settled or the person last
folded (`Standing.day`); the numbers beside a name are computed for the day shown.
"""

from django.db.models import QuerySet

from stakeholders.models import Standing
from stakeholders.scores.health import Band
from stakeholders.standings.ground import Ground
from stakeholders.standings.relationship import Relationship

LONGEST = 8
WORST_FIRST = ("-weight", "-silence", "pk")  # who matters most, then the likeliest silent


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


def shown(
    *lists: QuerySet[Standing], here: Ground, most: int = LONGEST
) -> list[list[Relationship]]:
    """Return the first `most` of each list, scored on the ground `here`: one query more."""
    ids = [list(some.values_list("pk", flat=True)[:most]) for some in lists]
    scored = here.one_side({pk for some in ids for pk in some})
    found = {one.target: one for one in scored.rows(range(len(scored.scores.source)))}
    return [[found[pk] for pk in some if pk in found] for some in ids]
