"""What the drawing asks for: everybody and their ties, a day gone by, who spoke of what."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from stakeholders.forms.map import MapFilter
from stakeholders.standings import structure
from stakeholders.views.as_of import AsOf, as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.map_columns import as_json, mark, ties
from stakeholders.views.map_data import network
from stakeholders.views.map_filters import talked
from stakeholders.views.parts import Request
from stakeholders.views.squeezed import squeezed


@require_GET
@squeezed
def map_data(request: Request) -> HttpResponse:
    """Send people and ties, laid out as they are now; of a day gone by the ties alone."""
    on = as_of(request)
    if not on.past:
        structure.keep_fresh()
        return _now(request, on)
    seen = network(request.user, day=on.day, past=True)
    told = {"day": seen.day.toordinal(), "mark": mark(seen.crowd), "ties": ties(seen)}
    return JsonResponse(told, status=on.status)


@keep_page
def _now(request: Request, on: AsOf) -> HttpResponse:
    """Send the network as it is now; the largest answer there is, so it is kept."""
    told = as_json(network(request.user, day=on.day))
    return HttpResponse(told, "application/json", status=on.status)


@require_GET
@squeezed
def map_talks(request: Request) -> HttpResponse:
    """Send who spoke in the conversations that the address asks for, as pairs of ids."""
    pairs = talked(MapFilter(request.GET, reader=request.user))
    return JsonResponse({"pairs": None if pairs is None else sorted(pairs)})
