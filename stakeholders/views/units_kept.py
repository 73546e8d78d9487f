"""Units of a large site: compared beside all requests, and shown with the day of it.

Who talks across units rests on every tie, so no visit of a large site works it out: a
task does, once the network as a whole was looked at anew. It is kept without a name.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.tasks import task
from django.utils import timezone

from stakeholders.models import Stakeholder, StructureRun, User
from stakeholders.standings import norms, structure
from stakeholders.standings.clock import shown_day
from stakeholders.standings.reports import MANY_TIES
from stakeholders.views.map_data import network
from stakeholders.views.units_data import Bridge, UnitRow, Units

KEPT: Final = "units-compared"
ASKED: Final = "units-asked"
FORM: Final = 1  # of what is kept; count it up when it says more or less
ASKED_FOR: Final = 300  # seconds in which nobody asks twice


@dataclass(frozen=True)
class Compared:
    """The units as they were when they were last compared."""

    form: int
    made_at: datetime
    run: datetime | None  # when the network as a whole was looked at by then
    day: date
    rows: list[UnitRow]
    heads: list[str]
    left_out: int
    nameless: list[Bridge]

    @cached_property
    def found(self) -> StructureRun | None:
        """Return what is known of the network as a whole."""
        return structure.found()

    @cached_property
    def bridges(self) -> list[Bridge]:
        """Return the missing bridges, by people who are still here."""
        ids = {pk for one in self.nameless for _, pk in _ends(one)}
        here = Stakeholder.objects.current().filter(pk__in=ids)
        names = dict(here.values_list("pk", "name"))
        return [_named(one, names) for one in self.nameless if _all_in(one, names)]


def is_large() -> bool:
    """Return whether the site is so large that no request compares its units."""
    return norms.read().ties > MANY_TIES


def compared() -> Compared | None:
    """Return the units as last compared; None: they are being compared."""
    run, kept = structure.found(), _kept()
    if run is None:
        structure.keep_fresh()
    if kept is None or kept.run != (run.done_at if run else None):
        if cache.add(ASKED, value=True, timeout=ASKED_FOR):
            compare.using(backend=settings.LONG_TASKS).enqueue()
        kept = kept or _kept()  # a site whose tasks are done at once has it by now
    return kept


def _kept() -> Compared | None:
    """Return what is kept, if it is in this form."""
    kept: Compared | None = cache.get(KEPT)
    return kept if kept and kept.form == FORM else None


@task
def compare() -> None:
    """Compare the units, and keep what is found until it is compared again."""
    run, day = structure.found(), shown_day(timezone.localdate())
    seen = Units(network(User(role=User.Role.VIEWER), day=day))
    found = Compared(
        FORM,
        timezone.now(),
        run.done_at if run else None,
        day,
        seen.rows(),
        seen.heads(),
        seen.left_out,
        [_named(one, {}) for one in seen.bridges()],
    )
    cache.set(KEPT, found, timeout=None)
    cache.delete(ASKED)


def _ends(bridge: Bridge) -> Iterator[tuple[str, int]]:
    """Yield the people of a bridge."""
    yield from (one for one in (bridge.who, bridge.whom, bridge.through) if one)


def _all_in(bridge: Bridge, here: Collection[int]) -> bool:
    """Return whether everybody of a bridge is `here` (ids)."""
    return all(pk in here for _, pk in _ends(bridge))


def _named(bridge: Bridge, names: dict[int, str]) -> Bridge:
    """Return a bridge whose people are called as in `names`, by their ids."""
    who, whom = ((names.get(pk, ""), pk) for _, pk in (bridge.who, bridge.whom))
    through = bridge.through and (names.get(bridge.through[1], ""), bridge.through[1])
    return replace(bridge, who=who, whom=whom, through=through)
