"""Beside the map: what its panel tells of who or what is chosen."""

from typing import Any

from stakeholders.models import Interaction, Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.views.as_of import AsOf
from stakeholders.views.map_group import GroupPanel
from stakeholders.views.map_panel import TiePanel, chosen, exactly
from stakeholders.views.map_path import PathPanel
from stakeholders.views.parts import Request
from stakeholders.views.person_page import PersonPage

MOST = 500  # people of one group
LAST = 3  # conversations


def beside(request: Request, on: AsOf) -> dict[str, Any]:
    """Return what stands beside the map: a tie, a way, a group, or a person."""
    people = Stakeholder.objects.visible_to(request.user).current()
    asked = {name: request.GET.get(name, "") for name in ("tie", "path", "group", "who")}
    if pair := exactly(2, asked["tie"], people):
        return {"tie": TiePanel(pair, on)}
    if ends := exactly(2, asked["path"], people):
        return {"path": PathPanel(ends[0], ends[1], on)}
    group = chosen(asked["group"], people)[:MOST]
    if group:
        return {"group": GroupPanel(group, request.user, on)}
    return {"page": _person(request, people, on)}


def _person(request: Request, people: StakeholderQuerySet, on: AsOf) -> PersonPage | None:
    """Return the chosen person as this reader sees them."""
    found = exactly(1, request.GET.get("who", ""), people)
    return PersonBeside(found[0], request.user, on) if found else None


class PersonBeside(PersonPage):
    """One person as the panel shows them: their page, and what they last spoke of."""

    def talks(self) -> list[Interaction]:
        """Return the last conversations that the reader may see, the newest first."""
        seen = Interaction.objects.visible_to(self.reader).current()
        mine = seen.with_person(self.person.pk).up_to(self.on.today)
        return list(mine.newest_first()[:LAST])
