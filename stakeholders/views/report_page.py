"""What a report shows: each line beside the same of the month before, and who moved."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from stakeholders.models import GroupTrend, Stakeholder, User
from stakeholders.standings.monthly import Line, Month, Moved, Report, last_of
from stakeholders.standings.reports import Told
from stakeholders.templatetags.look import BANDS
from stakeholders.views.headline import headline

Kind = GroupTrend.Kind
MOST_UNITS: Final = 100  # on the page; the file has all


class Pair(NamedTuple):
    """One group now, and as it was a month before."""

    now: Line
    was: Line


class Named(NamedTuple):
    """Somebody who moved from one band to another."""

    person: Stakeholder
    was: str
    band: str


class ReportPage:
    """A report as one reader sees it."""

    def __init__(self, told: Told, reader: User) -> None:
        """Take what is told, and to whom."""
        self.report: Report = told.report
        self.made_at, self.reader = told.made_at, reader

    @property
    def month(self) -> Month:
        """Return the month that is told."""
        return self.report.month

    @property
    def before(self) -> Month:
        """Return the month it is held against."""
        return self.report.before

    @property
    def until(self) -> date | None:
        """Return the last day that is told of a month that goes on."""
        over = self.month.last == last_of(self.month.first)
        return None if over else self.month.last

    @cached_property
    def pairs(self) -> list[Pair]:
        """Return every group, now and then."""
        then = {(one.kind, one.key): one for one in self.before.lines}
        return [Pair(one, then[one.kind, one.key]) for one in self.month.lines]

    @property
    def everybody(self) -> Pair | None:
        """Return all people together; None where nobody but our team is here."""
        return next(iter(self.pairs), None)

    @property
    def layers(self) -> list[Pair]:
        """Return everybody, then each layer."""
        return [one for one in self.pairs if one.now.kind != Kind.UNIT]

    @cached_property
    def units(self) -> list[Pair]:
        """Return the largest units by name, each with those below it in it."""
        units = [one for one in self.pairs if one.now.kind == Kind.UNIT]
        largest = sorted(units, key=lambda one: -one.now.health.people)[:MOST_UNITS]
        return sorted(largest, key=lambda one: one.now.name)

    @property
    def more_units(self) -> int:
        """Return how many units are not shown."""
        return len(self.pairs) - len(self.layers) - len(self.units)

    def headline(self) -> str:
        """Return the sentence that sums up how we stood."""
        return headline(self.everybody.now.health) if self.everybody else ""

    def changes(self) -> str:
        """Return how many more or fewer are in each band than a month before."""
        if self.everybody is None:
            return ""
        now, was = (one.health.bands for one in self.everybody)
        parts = [
            f"{abs(by):,} {'more' if by > 0 else 'fewer'} {word.lower()}"
            for band, word in BANDS.items()
            if (by := now[band] - was[band])
        ]
        return ", ".join(parts)

    @cached_property
    def _people(self) -> dict[int, Stakeholder]:
        """Return who moved, by id, as far as they are here and may be seen."""
        moved = {one.person for one in [*self.report.worse, *self.report.better]}
        here = Stakeholder.objects.visible_to(self.reader).current()
        return here.with_primary_role().in_bulk(moved)

    def worse(self) -> list[Named]:
        """Return with whom it went worse, those who matter most first."""
        return self._named(self.report.worse)

    def better(self) -> list[Named]:
        """Return with whom it went better, those who matter most first."""
        return self._named(self.report.better)

    def _named(self, moved: Sequence[Moved]) -> list[Named]:
        """Return who `moved` names."""
        return [
            Named(self._people[one.person], one.was, one.band)
            for one in moved
            if one.person in self._people
        ]
