"""Units: the unit a row names, found or added."""

import re

from stakeholders.capture.directory import key
from stakeholders.capture.intake import Intake
from stakeholders.models import Unit
from stakeholders.models.people import side_of

APART = {Unit.Side.CUSTOMER, Unit.Side.VENDOR}  # whose people have companies of their own
NAMED = {  # a kind of unit by how its column may be called
    Unit.Kind.COMPANY: re.compile(
        r"\b(compan(y|ies)|organi[sz]ations?|employer|firm)\b(?! unit)", re.I
    ),
    Unit.Kind.DIVISION: re.compile(r"\bdivision", re.I),
    Unit.Kind.DEPARTMENT: re.compile(r"\b(department|dept)", re.I),
    Unit.Kind.TEAM: re.compile(r"\bteam", re.I),
}


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
            alone = self._top("unit", side, Unit.Kind.DEPARTMENT)
            return self._anywhere(name, side, alone) if name else None
        kind = self._top("parent_unit", side, Unit.Kind.DIVISION)
        parent = self._anywhere(above, side, kind)
        usual = Unit.Kind.TEAM if kind == Unit.Kind.DEPARTMENT else Unit.Kind.DEPARTMENT
        below = self._kind("unit", usual)
        return self._below(name, parent, side, below) if name else parent

    def _top(self, field: str, side: str, usual: str) -> str:
        """Return what a new top unit is, of which the column of `field` speaks."""
        return Unit.Kind.COMPANY if side in APART else self._kind(field, usual)

    def _kind(self, field: str, usual: str) -> str:
        """Return what kind of unit the column of `field` is called; else the `usual`."""
        column = self.intake.batch.mapping.get(field, "")
        return next((kind for kind, name in NAMED.items() if name.search(column)), usual)

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
