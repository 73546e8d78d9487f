"""Names for relationships: who stands behind the ids of a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet

from stakeholders.models import Stakeholder
from stakeholders.models.prepared import prepared
from stakeholders.standings.relationship import Relationship


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in a list, how we are with them, and why."""

    with_us: Relationship
    named: Callable[[], dict[int, Any]]

    @property
    def person(self) -> Any:
        """Return the Stakeholder, looked up with all the others once one is drawn."""
        return self.named()[self.with_us.target]

    def reasons(self) -> list[str]:
        """Return why we are so, gravest first."""
        return [
            one.sentence.say("our team", self.person.name) for one in self.with_us.reasons
        ]


def lines(groups: Sequence[list[Relationship]]) -> list[list[Line]]:
    """Return each group of relationships with us as lines, in one query for all."""
    ids = list({one.target for group in groups for one in group})
    named = cache(lambda: {one.pk: one for one in _named(people=ids)})
    return [[Line(one, named) for one in group] for group in groups]


@prepared
def _named(*, people: list[int]) -> QuerySet[Any, Any]:
    """Return what a line tells of `people` (ids)."""
    told = Stakeholder.objects.filter(pk__in=people).with_primary_role()
    return told.select_related("counterpart").only("name", "layer", "counterpart__name")
