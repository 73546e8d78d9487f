"""Units: the unit a row names, found or added."""

import re

from stakeholders.capture.directory import key
from stakeholders.capture.intake import Intake
from stakeholders.models import Unit
from stakeholders.models.people import side_of

APART = {Unit.Side.CUSTOMER, Unit.Side.VENDOR}  # whose people have companies of their own
COMPANY = re.compile("compan(y|ies)|organi[sz]ation|employer|firm", re.IGNORECASE)


class Units:
    """Every unit here, by its name and the unit above; new ones are added when named."""

    def __init__(self, intake: Intake) -> None:
        """Read the units here."""
        self.intake = intake
        self.known: dict[tuple[str, int | None], Unit] = {}
        for unit in Unit.objects.all():
            self.known[key(unit.name), unit.parent_id] = unit

    def find(self, name: str, above: str, layer: str) -> Unit | None:
        """Return the unit called `name`, under the one called `above` where it is given.

        A new unit is on the side that people of this `layer` are on.
        """
        side = side_of(layer)
        if not above or key(name) == key(above):
            alone = self._kind("unit", side, Unit.Kind.DEPARTMENT)
            return self._anywhere(name, side, alone) if name else None
        parent = self._anywhere(
            above, side, self._kind("parent_unit", side, Unit.Kind.DIVISION)
        )
        return self._below(name, parent, side, Unit.Kind.DEPARTMENT) if name else parent

    def _kind(self, field: str, side: str, other: str) -> str:
        """Return what a new top unit is; other: where neither side nor column says so."""
        column = self.intake.batch.mapping.get(field, "")
        return Unit.Kind.COMPANY if side in APART or COMPANY.search(column) else other

    def _anywhere(self, name: str, side: str, kind: str) -> Unit:
        """Return the top unit called `name`, else the only one, else a new one."""
        top = self.known.get((key(name), None))
        same = [unit for (called, _), unit in self.known.items() if called == key(name)]
        if top or len(same) == 1:
            return top or same[0]
        return self._below(name, None, side, kind)

    def _below(self, name: str, parent: Unit | None, side: str, kind: str) -> Unit:
        """Return the unit called `name` right below `parent`, adding it where missing."""
        place = (key(name), parent.pk if parent else None)
        if place not in self.known:
            unit = Unit(name=name, parent=parent, side=side, kind=kind)
            self.known[place] = self.intake.add([unit], Unit)[0]
        return self.known[place]
