"""Names for relationships: who stands behind the ids of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholders.models import Stakeholder
from stakeholders.standings.relationship import Relationship


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in a list, how we are with them, and why."""

    person: Stakeholder
    with_us: Relationship

    def reasons(self) -> list[str]:
        """Return why we are so, gravest first."""
        return [
            one.sentence.say("our team", self.person.name) for one in self.with_us.reasons
        ]


def lines(groups: Sequence[list[Relationship]]) -> list[list[Line]]:
    """Return each group of relationships with us as lines, in one query for all."""
    ids = {one.target for group in groups for one in group}
    people = Stakeholder.objects.select_related("counterpart").with_primary_role()
    found = people.in_bulk(ids)
    return [[Line(found[one.target], one) for one in group] for group in groups]
