"""Structure: what only the whole network can tell. Communities, and places on the map."""

from collections.abc import Iterable

import numpy as np
from django.core.cache import cache
from django.db import transaction
from django.db.models import Max
from django.tasks import task
from numpy.typing import NDArray

from stakeholders.models import Place, Stakeholder, Tie
from stakeholders.scores.communities import NONE, communities
from stakeholders.scores.layout import place
from stakeholders.scores.layout_forces import LOOSE, Groups, Ties

LAID_OUT = "structure-laid-out"  # cache key: up to which tie, and is anybody waiting
OUR_TEAM = -2  # stands apart from every community
FIRM = 1.2  # hold of our team, whose ties pull each of us to people of our own
ROWS_AT_ONCE = 5_000

type Known = dict[int, tuple[float, float, int]]


def keep_fresh() -> None:
    """Lay the map out anew if ties or people changed since: here, or in a worker."""
    waiting = Stakeholder.objects.current().filter(place=None).exists()
    state = _last_tie(), waiting
    if cache.get(LAID_OUT) != state:
        cache.set(LAID_OUT, state, timeout=None)
        lay_out.enqueue()


@task
def lay_out() -> None:
    """Find communities and a place on the map for everybody, near where they stood."""
    last = _last_tie()
    people = dict(Stakeholder.objects.current().order_by("pk").values_list("pk", "layer"))
    ids = np.fromiter(people, np.int64, len(people))
    ties, known = _ties(ids), _known()
    start = np.array([known.get(pk, (np.nan, np.nan, NONE)) for pk in people])
    start = start.reshape(-1, 3)
    found = communities(ties, before=start[:, 2].astype(np.int64))
    groups = _groups(found, np.array([layer == "team" for layer in people.values()], bool))
    at = place(ties, start=start[:, :2], groups=groups)
    _keep(zip(ids.tolist(), at.tolist(), found.tolist(), strict=True))
    cache.set(LAID_OUT, (last, False), timeout=None)


def _last_tie() -> int | None:
    """Return the latest id of a tie: it changes with every change, as folding adds rows."""
    last: int | None = Tie.objects.aggregate(last=Max("pk"))["last"]
    return last


def _ties(ids: NDArray[np.int64]) -> Ties:
    """Return who ever had to do with each other, numbered by their place in `ids`.

    Strength is the logarithm of their contacts both ways, so that one loud pair does
    not pull the map together; a pair that only exchanged counts as one contact.
    """
    rows = Tie.objects.values_list("source_id", "target_id", "contacts")
    table = np.array(list(rows), np.float64).reshape(-1, 3)
    table = table[np.isin(table[:, :2], ids).all(axis=1)]
    ends = np.sort(np.searchsorted(ids, table[:, :2].astype(np.int64)), axis=1)
    pairs, pair = np.unique(ends @ [len(ids), 1], return_inverse=True)
    contacts = np.bincount(pair, table[:, 2], len(pairs))
    return Ties.of(len(ids), *np.divmod(pairs, len(ids)), np.log1p(contacts.clip(1)))


def _known() -> Known:
    """Return where people stood, and in which community."""
    rows = Place.objects.values_list("stakeholder_id", "x", "y", "community")
    return {pk: (x, y, NONE if found is None else found) for pk, x, y, found in rows}


def _groups(found: NDArray[np.int64], team: NDArray[np.bool_]) -> Groups:
    """Return who stands together: the communities, and our team apart where it is small."""
    apart = team & (2 * team.sum() < len(team))
    return Groups.of(np.where(apart, OUR_TEAM, found), np.where(apart, FIRM, LOOSE))


@transaction.atomic
def _keep(rows: Iterable[tuple[int, list[float], int]]) -> None:
    """Replace all places by `rows` of person, place and community."""
    Place.objects.all().delete()
    Place.objects.bulk_create(
        (
            Place(stakeholder_id=pk, x=x, y=y, community=None if found == NONE else found)
            for pk, (x, y), found in rows
        ),
        batch_size=ROWS_AT_ONCE,
    )
