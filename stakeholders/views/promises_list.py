"""The list of promises: what we owe, what we are owed, and what others owe each other."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.http import QueryDict

from stakeholders.converters import ids
from stakeholders.models import Commitment, Stakeholder
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.views.paging import Counted

A_PAGE = 50  # rows
SIDES = {0: "We owe", 1: "Owed to us", 2: "Among others"}
CLOSED = "closed"


def by_side(promises: CommitmentQuerySet) -> QuerySet[Any]:
    """Return them with the `side` (a key of SIDES) each one is on."""
    team = Stakeholder.Layer.TEAM
    ours, to_us = Q(promiser__layer=team), Q(promisee__layer=team)
    return promises.annotate(
        side=Case(
            When(ours & ~to_us, then=Value(0)),
            When(to_us & ~ours, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
    )


class Promises:
    """The promises one reader asked for; each part is looked up when it is shown."""

    def __init__(self, seen: CommitmentQuerySet, asked: QueryDict) -> None:
        """Take what the reader sees, and the address asked for."""
        self.asked, self.closed = asked, asked.get("state") == CLOSED
        for person in ids(asked.getlist("person")):
            seen = seen.of_person(person)
        state = Commitment.State.OPEN
        found = seen.exclude(state=state) if self.closed else seen.filter(state=state)
        self.found = by_side(found)

    @cached_property
    def page(self) -> Page[Any]:
        """Return one page, side after side: due first, or closed last, on top."""
        day = F("closed_on").desc() if self.closed else F("due_on").asc(nulls_last=True)
        ends = self.found.select_related("promiser", "promisee")
        rows = ends.order_by("side", day, "pk")
        pages = Counted(rows, A_PAGE, lambda: sum(self._counts.values()))
        return pages.get_page(self.asked.get("page"))

    @cached_property
    def _counts(self) -> dict[int, int]:
        """Return how many promises each side that has any has."""
        return dict(self.found.order_by().values_list("side").annotate(many=Count("pk")))

    @cached_property
    def groups(self) -> list[tuple[str, int, list[Commitment]]]:
        """Return the title, the count and this page's rows of each side that has any."""
        rows = list(self.page.object_list)
        sides = {side: [row for row in rows if row.side == side] for side in SIDES}
        return [
            (SIDES[side], self._counts[side], rows) for side, rows in sides.items() if rows
        ]

    @cached_property
    def people(self) -> list[Stakeholder]:
        """Return the people it is narrowed to."""
        asked = ids(self.asked.getlist("person"))
        return list(Stakeholder.objects.filter(pk__in=asked)) if asked else []
