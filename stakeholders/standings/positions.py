"""Positions: who stands where on two scales of 1 to 5, those on one spot together."""

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from stakeholders.models.people import StakeholderQuerySet

NAMED: Final = 12  # people of one spot


@dataclass(frozen=True, slots=True)
class Spot:
    """Who stands on one spot of two scales."""

    across: int  # 1 to 5
    up: int  # 1 to 5
    count: int  # people
    people: list[tuple[int, str]]  # id and name of those who matter most, 12 at most


@dataclass(frozen=True, slots=True)
class Positions:
    """Where everybody stands on two scales."""

    spots: list[Spot]
    unknown: int  # people of whom one of the two is not known

    @property
    def placed(self) -> int:
        """Return how many people have a place."""
        return sum(spot.count for spot in self.spots)


def positions(
    people: StakeholderQuerySet, across: str, up: str, *, total: int
) -> Positions:
    """Return where `people` stand on the scales of two fields, in one query.

    total: how many they are.
    """
    known = people.exclude(**{across: None}).exclude(**{up: None})
    spot: dict[str, Any] = {"partition_by": [F(across), F(up)]}
    matter: Any = [F("criticality").desc(), F("name"), F("pk")]
    ranked = known.annotate(
        rank=Window(RowNumber(), order_by=matter, **spot), here=Window(Count("pk"), **spot)
    )
    named = ranked.filter(rank__lte=NAMED).order_by(up, across, "rank")
    rows = named.values_list(across, up, "here", "pk", "name")
    spots = [
        Spot(x, y, count, [(pk, name) for *_, pk, name in some])
        for (x, y, count), some in groupby(rows, itemgetter(0, 1, 2))
    ]
    return Positions(spots, total - sum(spot.count for spot in spots))
