"""The map: the network drawn, with a panel beside it and a table as its twin."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from stakeholders.forms.map import MapFilter
from stakeholders.models import SavedView, Stakeholder
from stakeholders.models.access import may_log
from stakeholders.views.as_of import AsOf, as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.map_beside import beside
from stakeholders.views.map_data import network
from stakeholders.views.map_table import Table
from stakeholders.views.parts import Request, page_or_part


@require_GET
@vary_on_headers("HX-Request")
@keep_page
def show_map(request: Request) -> HttpResponse:
    """Show the network as a drawing, or as a table; htmx gets the panel or the table."""
    if not Stakeholder.objects.visible_to(request.user).current().exists():
        return render(request, "stakeholders/map_empty.html")
    on, as_table = as_of(request), request.GET.get("view") == "table"
    form = MapFilter(request.GET, reader=request.user)
    context = _asked(request, on) | {"form": form} | beside(request, on)
    if as_table:
        seen = network(request.user, day=on.day, past=on.past)
        context["table"] = Table(seen, form, request.GET.dict())
    page, part = ("map_table", "table") if as_table else ("map", "panel")
    template = page_or_part(request, f"stakeholders/{page}.html", part)
    return render(request, template, context, status=on.status)


def _asked(request: Request, on: AsOf) -> dict[str, Any]:
    """Return what the address says, and what the reader may do with it."""
    return {
        "asked": request.GET,
        "on": on,
        "day": on.day,
        "may_log": may_log(request.user) and not on.past,
        "views": SavedView.objects.visible_to(request.user).of(SavedView.Page.MAP),
    }
