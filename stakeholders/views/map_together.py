"""Where people stand on the map when each unit, or each layer, keeps together.

As the map itself, this stays as it was laid out until the network as a whole is looked at
anew, or somebody comes, goes, or changes unit or layer: see `standings.structure`.
"""

from hashlib import sha256
from itertools import compress
from typing import Any, Final

import numpy as np
from django.core.cache import cache
from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from stakeholders.models import Stakeholder
from stakeholders.scores.layout import place
from stakeholders.scores.layout_forces import Groups, Points, Ties
from stakeholders.scores.layout_room import align
from stakeholders.views.as_of import as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.map_columns import mark, packed, places
from stakeholders.views.map_data import Crowd, Network, Places, crowd, network
from stakeholders.views.parts import Request
from stakeholders.views.squeezed import squeezed

HOLD: Final = 3.0  # pull to the group, where all ties of a person pull by 1
BY: Final = ("unit", "layer")
KEPT: Final = 24 * 60 * 60  # seconds; a day fades ties


@require_GET
@squeezed
@keep_page
def map_together(request: Request, by: str) -> HttpResponse:
    """Send the places of all who are drawn; one unit, or one layer, is one territory."""
    if by not in BY:
        raise Http404
    told = cache.get(_key(crowd(request.user), by))
    if told is None:
        seen = network(request.user, day=as_of(request).day)
        told = _told(seen, by)
        cache.set(_key(seen.crowd, by), told, KEPT)
    return JsonResponse(told)


def _key(crowd: Crowd, by: str) -> str:
    """Return where the places of these people are kept, as long as they stand as now."""
    number, at = _numbered(crowd, by), _known(crowd)
    made_of = sha256(crowd.ids.tobytes() + number.tobytes() + at.tobytes())
    return f"map-together-{by}-{made_of.hexdigest()}"


def _told(network: Network, by: str) -> dict[str, Any]:
    """Return the place of all who are drawn, as the drawing reads it."""
    at = together(network, by)
    x, y = (packed(places(axis)) for axis in at.T)
    return {"mark": mark(network.crowd), "count": len(at), "x": x, "y": y}


def together(network: Network, by: str) -> Points:
    """Return a place for all who are drawn, turned as the map is that they know.

    Shape: (people, 2) in [-1, 1]; who is in no unit goes with whom they have ties.
    """
    known = _known(network.crowd)
    contacts = np.asarray(network.scores.condition.contacts)[network.drawn]
    ties = Ties.of(len(known), *network.drawn_ends(), np.log1p(contacts.clip(1)))
    number = _numbered(network.crowd, by)
    hold = np.where(number < 0, 0.0, HOLD)
    at = place(ties, groups=Groups.of(number, hold))
    tied = ties.mass > 0
    at[tied] = align(at[tied], known[tied])
    return at


def _numbered(crowd: Crowd, by: str) -> Places:
    """Return the unit, or layer, of each who is drawn, as a number; below 0 for none."""
    if by == "unit":
        return crowd.unit[crowd.drawn]
    layers = Stakeholder.Layer.values
    drawn = compress(crowd.people, crowd.drawn)
    return np.array([layers.index(one.layer) for one in drawn], np.intp)


def _known(crowd: Crowd) -> Points:
    """Return where people stand on the map as it is; shape: (people drawn, 2)."""
    drawn = compress(crowd.people, crowd.drawn)
    return np.array([[one.x, one.y] for one in drawn], float).reshape(-1, 2)
