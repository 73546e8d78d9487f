"""Held: whether every relationship has somebody of ours, and somebody to step in."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Case, Count, Q, When

from stakeholders.models import Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.standings.scope import Scope

NAMED: Final = 8
EXECUTIVE = Q(seniority=Stakeholder.Seniority.EXECUTIVE)
NO_PEER = Q(counterpart=None)
NO_BACKUP = ~NO_PEER & Q(backup=None)
GAPS: Final = {
    "without_peer": EXECUTIVE & NO_PEER,
    "without_backup": NO_BACKUP,
    "one_thread": Q(place__held_by__isnull=False),
    "isolated": Q(place__isnull=False, place__constraint=None),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """People whose relationship lacks somebody."""

    count: int
    people: list[Stakeholder]  # those who matter most, 8 at most


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds the relationships with some people."""

    people: int
    executives: int
    with_peer: int  # of the executives
    without_peer: Gap  # executives
    without_backup: Gap  # everybody who has a counterpart
    one_thread: Gap  # whom one of ours alone deals with
    isolated: Gap  # in touch with nobody, as far as contact is not forgotten

    @property
    def share(self) -> float | None:
        """Return the share of executives with a named peer; None without executives."""
        return self.with_peer / self.executives if self.executives else None


def held(scope: Scope) -> Held:
    """Return who holds the relationships of `scope`, in two queries."""
    people = scope.people()
    counted = people.order_by().aggregate(
        people=Count("pk"),
        executives=Count("pk", EXECUTIVE),
        **{name: Count("pk", q) for name, q in GAPS.items()},
    )
    named = _named(people)
    gaps = {name: Gap(counted[name], named[name]) for name in GAPS}
    executives = counted["executives"]
    with_peer = executives - gaps["without_peer"].count
    return Held(counted["people"], executives, with_peer, **gaps)


def _named(people: StakeholderQuerySet) -> dict[str, list[Stakeholder]]:
    """Return who of `people` to name for each gap, those who matter most first."""
    first = people.order_by("-criticality", "name", "pk")
    some = [first.filter(q).values("pk")[:NAMED] for q in GAPS.values()]
    wanted = reduce(or_, (Q(pk__in=one) for one in some))
    gaps = {name: Case(When(q, True), default=False) for name, q in GAPS.items()}
    matter = Stakeholder.objects.select_related("counterpart", "place__held_by")
    found: Any = matter.filter(wanted).order_by("-criticality", "name", "pk")
    rows = list(found.annotate(**gaps))
    return {name: [one for one in rows if getattr(one, name)][:NAMED] for name in GAPS}
