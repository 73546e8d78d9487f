"""Beside the map: what its panel tells of who or what is chosen."""

from typing import Any

from stakeholders.models import Interaction, Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.views.as_of import AsOf
from stakeholders.views.map_group import GroupPanel
from stakeholders.views.map_panel import TiePanel, chosen
from stakeholders.views.map_path import PathPanel
from stakeholders.views.parts import Request
from stakeholders.views.person_page import PersonPage

MOST = 500  # people of one group
LAST = 3  # conversations


def beside(request: Request, on: AsOf) -> dict[str, Any]:
    """Return what stands beside the map: a tie, a way, a group, or a person."""
    people = Stakeholder.objects.visible_to(request.user).current()
    asked = {name: request.GET.get(name, "") for name in ("tie", "path", "group", "who")}
    pair = chosen(asked["tie"], people)
    if len(pair) == 2:
        return {"tie": TiePanel(pair, on)}
    known = {str(one.pk): one for one in chosen(asked["path"], people)}
    ends = [known[pk] for pk in asked["path"].split("-") if pk in known]
    if len(ends) == 2:
        return {"path": PathPanel(ends[0], ends[1], on)}
    group = chosen(asked["group"], people)[:MOST]
    if group:
        return {"group": GroupPanel(group, request.user, on)}
    return {"page": _person(request, people, on)}


def _person(request: Request, people: StakeholderQuerySet, on: AsOf) -> PersonPage | None:
    """Return the chosen person as this reader sees them."""
    found = chosen(request.GET.get("who", ""), people)
    return PersonBeside(found[0], request.user, on) if len(found) == 1 else None


class PersonBeside(PersonPage):
    """One person as the panel shows them: their page, and what they last spoke of."""

    def talks(self) -> list[Interaction]:
        """Return the last conversations that the reader may see, the newest first."""
        seen = Interaction.objects.visible_to(self.reader).current()
        mine = seen.with_person(self.person.pk).up_to(self.on.today)
        return list(mine.newest_first()[:LAST])
