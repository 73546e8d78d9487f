"""The figures of the dashboard beside health: talks, promises, who holds whom, silos."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

from stakeholders.models import StructureRun, Unit
from stakeholders.standings import held, history, talks, word
from stakeholders.standings.held import Held
from stakeholders.standings.points import Course
from stakeholders.standings.positions import Positions, positions
from stakeholders.standings.scope import Period, Scope
from stakeholders.standings.talk_days import Months
from stakeholders.standings.talks import Talks
from stakeholders.standings.word import Word
from stakeholders.views.kept import Unsure

WEEKS: Final = 26
BANDS: Final = ("healthy", "cooling", "one_sided", "strained", "unknown")
CLOSED: Final = 5  # units to name


class ClosedUnit(NamedTuple):
    """A unit that deals with its own more than its size explains."""

    pk: int
    name: str
    ei_index: float
    ei_expected: float


@dataclass(frozen=True)
class Figures:
    """What is summed up of some people over some days; each part when it is shown.

    stamps: the word of each area, as `words_of` says.
    """

    scope: Scope
    period: Period
    stamps: Mapping[str, Any] = field(default_factory=Unsure)

    @cached_property
    def _months(self) -> Months:
        """Return what each month had, of the period and of the year before it."""
        return talks.by_month(self.scope, self.period, self.stamps["people"])

    @cached_property
    def talks(self) -> Talks:
        """Return how conversations went in the period."""
        return talks.in_period(self._months, lately=True)

    @cached_property
    def talks_before(self) -> Talks:
        """Return how they went in the year before it."""
        return talks.in_period(self._months, lately=False)

    def months(self) -> list[tuple[date, Talks]]:
        """Return how they went month by month, over a year."""
        return talks.each_month(self._months)

    def words(self) -> list[tuple[str, Word]]:
        """Return how promises were kept, by us and by them."""
        words = word.of_both(self.scope, self.period)
        return list(zip(("Ours", "Theirs"), words, strict=True))

    @cached_property
    def held(self) -> Held:
        """Return who holds the relationships."""
        return held.held(self.scope)

    @cached_property
    def power(self) -> Positions:
        """Return who decides how much, and cares how much."""
        return self._on("interest", "influence")

    @cached_property
    def engagement(self) -> Positions:
        """Return how engaged people are, and how engaged we want them."""
        return self._on("engagement_wanted", "engagement_now")

    def _on(self, across: str, up: str) -> Positions:
        """Return where people stand on two scales."""
        return positions(self.scope.people(), across, up, total=self.held.people)

    @cached_property
    def structure(self) -> StructureRun | None:
        """Return the last look at the whole network, which knows no narrower scope."""
        return None if self.scope.narrow else StructureRun.objects.first()

    def closed_units(self) -> list[ClosedUnit]:
        """Return the units that keep most to themselves beyond chance, those first."""
        found = self.structure.units if self.structure else []
        closed = [(pk, e, x) for pk, e, x in found if None not in (e, x) and e < x]
        closed.sort(key=lambda one: one[1] - one[2])
        names = dict(Unit.objects.values_list("pk", "name"))
        return [ClosedUnit(pk, names[pk], e, x) for pk, e, x in closed if pk in names][
            :CLOSED
        ]

    def weeks(self) -> list[tuple[date, dict[str, int]]]:
        """Return how many people were in which band, at the end of each week."""
        course = self._course()
        if course is None:
            return []
        bands = {name: course.of(name) for name in BANDS}
        days = enumerate(course.days)
        return [
            (day, {name: int(bands[name][n] or 0) for name in BANDS}) for n, day in days
        ]

    @cached_property
    def trends(self) -> dict[str, list[float | None]]:
        """Return, per layer, the share of healthy among those known, week by week."""
        if self.scope.narrow:
            return {}
        return {
            layer: _healthy(course.last(WEEKS))
            for layer, course in history.of_layers().items()
        }

    def _course(self) -> Course | None:
        """Return the weekly history of the scope, where one is kept."""
        scope = self.scope
        if scope.keeper or (scope.layer and scope.unit):
            return None
        found = (
            history.of_layer(scope.layer)
            if scope.layer
            else history.of_unit(scope.unit)
            if scope.unit
            else history.of_network()
        )
        return found.last(WEEKS) if found else None


def _healthy(course: Course) -> list[float | None]:
    """Return the share of healthy among those we know enough of, week by week."""
    rows = zip(
        *(course.points[name].tolist() for name in ("healthy", "people", "unknown")),
        strict=True,
    )
    return [good / (all_ - dark) if all_ > dark else None for good, all_, dark in rows]
