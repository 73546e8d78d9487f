"""Structure: what only the whole network can tell, found in the background and kept.

Communities, places on the map, who is between others, brokers, silos and single threads.
One process at a time looks for them (see `chores`); until it is done, and if it fails,
the last result stays.
"""

from datetime import timedelta
from typing import Final

import numpy as np
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import Count, Sum
from django.tasks import task
from django.utils import timezone

from stakeholders.models import Place, Stakeholder, StructureRun, Tie, bulk
from stakeholders.scores.columns import Floats, Ids, or_none
from stakeholders.scores.communities import NONE
from stakeholders.scores.modularity import modularity
from stakeholders.standings import chores, standing, whole
from stakeholders.standings.whole import Roles, Whole

CHORE: Final = "structure"
ONLY: Final = 1  # id of the one row of StructureRun
SMALL: Final = 1_000  # people; of fewer it is found whenever somebody looks
LONGEST_WAIT: Final = timedelta(hours=1)  # for a quiet moment
ASKED_FOR: Final = 60  # seconds in which nobody asks twice
MOST_BRIDGES: Final = 200


def keep_fresh() -> None:
    """See that the structure is found anew if ties or people changed since.

    A large site that has one waits for a quiet moment instead (see `after_quiet`).
    """
    known = found()
    if known is None or known.people < SMALL:  # else nobody reads all ties for this
        now = state()
        if chores.last(CHORE).mark != now:
            _ask(now)


def after_quiet(before: str) -> str:
    """Find the structure anew where nothing changed since `before`; return the state now.

    before: what this returned a while ago. Nobody waits longer than LONGEST_WAIT.
    """
    done, now = chores.last(CHORE), state()
    late = done.done_at is not None and timezone.now() - done.done_at > LONGEST_WAIT
    if done.mark != now and (before == now or late):
        _ask(now)
    return now


def found() -> StructureRun | None:
    """Return what the last good look found; its `done_at` says how old it is."""
    return StructureRun.objects.filter(pk=ONLY).first()


def _ask(now: str) -> None:
    """Look now at a small site, at a large one beside the request or in a worker."""
    small = Stakeholder.objects.current().count() < SMALL
    if cache.add(f"{CHORE}-{now}", value=True, timeout=ASKED_FOR):
        look.using(backend="default" if small else settings.LONG_TASKS).enqueue()


def state() -> str:
    """Return what changes with any tie, and with who is here."""
    ties = Tie.objects.aggregate(count=Count("pk"), contacts=Sum("contacts"))
    people = Stakeholder.objects.current().aggregate(n=Count("pk"), edits=Sum("version"))
    parts = (*ties.values(), *people.values())
    return "-".join(f"{part or 0:.12g}" for part in parts)


@task
def look() -> None:
    """Look at the whole network, unless somebody does or did, and keep what is found."""
    with chores.held(CHORE) as hold:
        now = state()
        if hold is None or chores.last(CHORE).mark == now:
            return
        seen = whole.read(standing.today())
        community, at = whole.map_of(seen)
        roles = whole.roles_of(seen)
        with transaction.atomic():
            _keep_places(seen, community, at, roles)
            _keep_run(seen, community, roles)
            hold.done(now)


def _keep_places(seen: Whole, community: Ids, at: Floats, roles: Roles) -> None:
    """Replace everybody's place."""
    columns = {
        "stakeholder_id": seen.people,
        **{"x": at[:, 0], "y": at[:, 1]},
        "community": np.where(community == NONE, np.nan, community),
        "between": roles.between,
        "constraint": roles.constraint,
        "broker": roles.broker,
        "held_by_id": roles.held_by,
    }
    bulk.replace(Place, columns)


def _keep_run(seen: Whole, community: Ids, roles: Roles) -> None:
    """Replace what was found of the network as a whole."""
    silos, torn = roles.silos, roles.bridges
    units = zip(silos.unit, silos.unit_index, silos.unit_expected, strict=True)
    bridges = zip(torn.held, torn.holder, torn.cut_off, strict=True)
    StructureRun(
        pk=ONLY,
        done_at=timezone.now(),
        people=len(seen.people),
        ties=seen.tie_count,
        communities=len(np.unique(community[community != NONE])),
        modularity=modularity(seen.lately, community),
        unit_modularity=roles.unit_modularity,
        ei_index=silos.index,
        ei_expected=silos.expected,
        ei_p_closed=silos.p_closed,
        units=[[int(unit), or_none(i), or_none(e)] for unit, i, e in units],
        bridges=[[*map(int, bridge)] for bridge in bridges][:MOST_BRIDGES],
    ).save()
