"""Held: whether every relationship has somebody of ours, and somebody to step in."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q

from stakeholders.models import Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.standings.scope import Scope

NAMED: Final = 8
EXECUTIVE = Q(seniority=Stakeholder.Seniority.EXECUTIVE)
NO_PEER = Q(counterpart=None)
NO_BACKUP = ~NO_PEER & Q(backup=None)
ONE_THREAD = Q(place__held_by__isnull=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """People whose relationship lacks somebody."""

    count: int
    people: StakeholderQuerySet  # those who matter most, 8 at most


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds the relationships with some people."""

    executives: int
    with_peer: int  # of the executives
    without_peer: Gap  # executives
    without_backup: Gap  # everybody who has a counterpart
    one_thread: Gap  # whom one of ours alone deals with

    @property
    def share(self) -> float | None:
        """Return the share of executives with a named peer; None without executives."""
        return self.with_peer / self.executives if self.executives else None


def held(scope: Scope) -> Held:
    """Return who holds the relationships of `scope`, in one query and one a list shown."""
    people = scope.people()
    parts = {
        "executives": EXECUTIVE,
        "without_peer": EXECUTIVE & NO_PEER,
        "without_backup": NO_BACKUP,
        "one_thread": ONE_THREAD,
    }
    counted = people.order_by().aggregate(**{n: Count("pk", q) for n, q in parts.items()})
    matter = people.select_related("counterpart", "place__held_by")
    first = matter.order_by("-criticality", "name", "pk")
    executives = counted.pop("executives")
    gaps = {n: Gap(count, first.filter(parts[n])[:NAMED]) for n, count in counted.items()}
    return Held(executives, executives - gaps["without_peer"].count, **gaps)
