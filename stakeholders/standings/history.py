"""History: how our side stood with every person, unit and layer, week by week.

Each point is what `reading` says of its Sunday when it counts everything anew. The whole
past is worked out in one pass, in the background: after an import or a rebuild, when a
week has passed, and when something changed that had happened before the last point.
"""

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from stakeholders.models import Chore, GroupTrend, Stakeholder, Trend, bulk
from stakeholders.standings import chores, structure
from stakeholders.standings.grouping import NETWORK
from stakeholders.standings.past import Past, past_until, state_of
from stakeholders.standings.points import GROUP, PERSON, Course, last_sunday, unpacked

CHORE: Final = "history"
LOOKED: Final = "history-looked"  # its mark: the ties when somebody last looked
REST: Final = 60  # times as long as the work itself
MOST_WEEKS: Final = 260  # five years; what was before is not kept by the week


def trend(person: int) -> Course | None:
    """Return how our side stood with `person` (an id); None without any evidence."""
    return trends([person]).get(person)


def trend_of(person: Stakeholder) -> Course | None:
    """Return the same of somebody whose row may have come along with them."""
    row: Trend | None = getattr(person, "trend", None)
    return None if row is None else unpacked(row.first_day, row.points, PERSON)


def trends(people: Collection[int]) -> dict[int, Course]:
    """Return the same of many `people` (ids), in one query; who is unknown is absent."""
    rows = Trend.objects.filter(pk__in=people)
    return {
        pk: unpacked(first, packed, PERSON)
        for pk, first, packed in rows.values_list("pk", "first_day", "points")
    }


def of_network() -> Course | None:
    """Return how our side stood with everybody else together; None before any point."""
    return _of_group(*NETWORK)


def of_layer(layer: str) -> Course | None:
    """Return how our side stood with one `layer`; None where nobody is in it."""
    return _of_group(GroupTrend.Kind.LAYER, layer)


def of_layers() -> dict[str, Course]:
    """Return how our side stood with each layer, in one query."""
    rows = GroupTrend.objects.filter(kind=GroupTrend.Kind.LAYER)
    return {one.key: unpacked(one.first_day, one.points, GROUP) for one in rows}


def of_unit(unit: int) -> Course | None:
    """Return how our side stood with a `unit` (an id) and all below it."""
    return _of_group(GroupTrend.Kind.UNIT, str(unit))


def _of_group(kind: str, key: str) -> Course | None:
    """Return the course of one group."""
    row = GroupTrend.objects.filter(kind=kind, key=key).first()
    return None if row is None else unpacked(row.first_day, row.points, GROUP)


def keep_fresh(*, patient: bool = False) -> None:
    """Work the past out anew if it changed: here, or in a worker.

    patient: look only where a week has passed or ties changed since the last look, and
    that is long enough ago to keep no processor busy for more than a minute in an hour.
    """
    sunday = last_sunday(timezone.localdate())
    done, seen = chores.last(CHORE), f"{sunday} {structure.state()}"
    rested = timezone.now() - timedelta(seconds=REST * done.seconds)
    tired = bool(done.done_at and done.done_at > rested)
    if patient and (tired or chores.last(LOOKED).mark == seen):
        return
    if done.mark != state_of(sunday):
        ask()
    Chore.objects.update_or_create(pk=LOOKED, defaults={"mark": seen})


def ask() -> None:
    """Ask for every point; where nothing changed, nothing is worked out."""
    refresh.using(backend=settings.LONG_TASKS).enqueue()


@task
def refresh() -> None:
    """Work out every point anew, unless that is done or being done."""
    with chores.held(CHORE) as hold:
        until = last_sunday(timezone.localdate())
        state = state_of(until)
        if hold is None or chores.last(CHORE).mark == state:
            return
        found = past_until(until, most=MOST_WEEKS)
        with transaction.atomic():
            _keep(found)
            hold.done(state)


def _keep(found: Past) -> None:
    """Replace all points by those `found`."""
    bulk.replace(Trend, found.people())
    bulk.replace(GroupTrend, found.groups())
