"""Scope: whose relationships a page sums up, and over which days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Q

from stakeholders.models import Stakeholder
from stakeholders.models.people import StakeholderQuerySet


@dataclass(frozen=True, slots=True)
class Scope:
    """Some of the people who are not ours; left empty, all of them."""

    layer: str = ""
    unit: int | None = None  # its id; those below it are in it
    keeper: int | None = None  # id of whoever of our team is their counterpart

    @property
    def narrow(self) -> bool:
        """Return whether anybody is left out."""
        return bool(self.layer or self.unit or self.keeper)

    @property
    def whole(self) -> bool:
        """Return whether it is everybody, or everybody of one layer."""
        return not self.unit and not self.keeper and self.layer != Stakeholder.Layer.TEAM

    def people(self) -> StakeholderQuerySet:
        """Return the people in it, none of them ours and none archived."""
        found = Stakeholder.objects.current().exclude(layer=Stakeholder.Layer.TEAM)
        if self.layer:
            found = found.in_layer(self.layer)
        if self.unit:
            found = found.in_unit(self.unit)
        return found.filter(counterpart=self.keeper) if self.keeper else found

    def held_at(self, end: str) -> Q:
        """Return the test that whom the lookup `end` leads to is in it."""
        if self.narrow:
            return Q(**{f"{end}__in": self.people().values("pk")})
        ours = Q(**{f"{end}__layer": Stakeholder.Layer.TEAM})
        return Q(**{f"{end}__archived_at": None}) & ~ours


EVERYBODY: Final = Scope()


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are summed up, both ends among them."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    def year_before(self) -> "Period":
        """Return the 365 days that end where this one begins: the team's own past."""
        return Period(self.first - timedelta(365), self.first - timedelta(1))
