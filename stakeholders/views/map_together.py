"""Where people stand on the map when each unit, or each layer, keeps together."""

from typing import Final

import numpy as np
from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from stakeholders.models import Stakeholder
from stakeholders.scores.layout import place
from stakeholders.scores.layout_forces import Groups, Points, Ties
from stakeholders.scores.layout_room import align
from stakeholders.views.as_of import as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.map_columns import mark, packed, places
from stakeholders.views.map_data import Network, network
from stakeholders.views.parts import Request
from stakeholders.views.squeezed import squeezed

HOLD: Final = 3.0  # pull to the group, where all ties of a person pull by 1
BY: Final = ("unit", "layer")


@require_GET
@squeezed
@keep_page
def map_together(request: Request, by: str) -> HttpResponse:
    """Send everybody's place, laid out so that one unit, or one layer, is one territory."""
    if by not in BY:
        raise Http404
    seen = network(request.user, day=as_of(request).day)
    at = together(seen, by)
    x, y = (packed(places(axis)) for axis in at.T)
    return JsonResponse({"mark": mark(seen), "count": len(at), "x": x, "y": y})


def together(network: Network, by: str) -> Points:
    """Return a place for each person, turned as the map is that they know.

    Shape: (people, 2) in [-1, 1]; who is in no unit goes with whom they have ties.
    """
    people = network.people
    ties = Ties.of(
        len(people),
        network.low,
        network.high,
        np.log1p(np.asarray(network.scores.condition.contacts).clip(1)),
    )
    if by == "unit":
        number, hold = network.unit, np.where(network.unit < 0, 0.0, HOLD)
    else:
        layers = Stakeholder.Layer.values
        number = np.array([layers.index(one.layer) for one in people], np.int64)
        hold = np.full(len(people), HOLD)
    known = np.array([[one.x, one.y] for one in people], float).reshape(-1, 2)
    at = place(ties, groups=Groups.of(number, hold))
    tied = ties.mass > 0
    at[tied] = align(at[tied], known[tied])
    return at
