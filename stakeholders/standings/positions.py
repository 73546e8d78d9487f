"""Positions: who stands where on two scales of 1 to 5, those on one spot together."""

from dataclasses import dataclass
from typing import Final

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


def positions(people: StakeholderQuerySet, across: str, up: str) -> Positions:
    """Return where `people` stand on the scales of two fields, in three queries."""
    known = people.exclude(**{across: None}).exclude(**{up: None})
    named = _named(known, across, up)
    counted = known.order_by().values_list(across, up).annotate(Count("pk"))
    spots = [Spot(x, y, count, named[x, y]) for x, y, count in counted.order_by(up, across)]
    return Positions(spots, people.count() - sum(spot.count for spot in spots))


def _named(
    known: StakeholderQuerySet, across: str, up: str
) -> dict[tuple[int, int], list[tuple[int, str]]]:
    """Return the people to name on each spot, those who matter most first."""
    rank = Window(
        RowNumber(),
        partition_by=[F(across), F(up)],
        order_by=[F("criticality").desc(), F("name"), F("pk")],
    )
    first = known.annotate(rank=rank).filter(rank__lte=NAMED).order_by("rank")
    found: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for x, y, pk, name in first.values_list(across, up, "pk", "name"):
        found.setdefault((x, y), []).append((pk, name))
    return found
