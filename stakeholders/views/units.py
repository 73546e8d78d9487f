"""Units: who talks across units and who does not."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stakeholders.views.as_of import as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.map_data import network
from stakeholders.views.parts import Request
from stakeholders.views.units_data import Units


@require_GET
@keep_page
def units(request: Request) -> HttpResponse:
    """Show the matrix of units, how far each is from us, and the missing bridges."""
    on = as_of(request)
    seen = Units(network(request.user, day=on.day, past=on.past))
    context = {"units": seen, "rows": seen.rows(), "on": on, "day": on.day}
    return render(request, "stakeholders/units.html", context, status=on.status)
