"""Units: who talks across units and who does not."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stakeholders.views import units_kept
from stakeholders.views.as_of import AsOf, as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.map_data import network
from stakeholders.views.parts import Request
from stakeholders.views.units_data import Units

PAGE, COMPARED = "stakeholders/units.html", "stakeholders/units_compared.html"


@require_GET
def units(request: Request) -> HttpResponse:
    """Show the matrix of units, how far each is from us, and the missing bridges.

    Those of a large site are shown as they were when they were last compared.
    """
    on = as_of(request)
    if on.past or not units_kept.is_large():
        return _as_they_are(request, on)
    seen = units_kept.compared()
    if seen is None:
        return render(request, "stakeholders/units_wait.html")
    context = {"units": seen, "rows": seen.rows, "on": on, "day": seen.day}
    context |= {"made_at": seen.made_at, "met": True}
    return render(request, COMPARED, context, status=on.status)


@keep_page
def _as_they_are(request: Request, on: AsOf) -> HttpResponse:
    """Show the units as they are on the day asked for."""
    seen = Units(network(request.user, day=on.day, past=on.past))
    context = {"units": seen, "rows": seen.rows(), "on": on, "day": on.day}
    context["met"] = len(seen.network.low) > 0
    return render(request, PAGE, context, status=on.status)
