"""The map: the network drawn, with a panel beside it and a table as its twin."""

from datetime import date
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from stakeholders.models import Stakeholder, Unit
from stakeholders.models.access import may_log
from stakeholders.standings import structure
from stakeholders.standings.clock import shown_day
from stakeholders.views.as_of import AsOf
from stakeholders.views.map_data import as_columns, network
from stakeholders.views.map_panel import TiePanel, chosen
from stakeholders.views.map_table import Table
from stakeholders.views.parts import Request, page_or_part
from stakeholders.views.person_page import PersonPage


@require_GET
@vary_on_headers("HX-Request")
def show_map(request: Request) -> HttpResponse:
    """Show the network as a drawing, or as a table; htmx gets the panel or the table."""
    day = shown_day(timezone.localdate())
    as_table = request.GET.get("view") == "table"
    context = {"asked": request.GET, "day": day, "may_log": may_log(request.user)}
    context |= _offers(request) | _panel(request, day)
    if as_table:
        seen = network(request.user, day=day)
        context["table"] = Table(seen, request.GET.dict(), day=day)
    page, part = ("map_table", "table") if as_table else ("map", "panel")
    template = page_or_part(request, f"stakeholders/{page}.html", part)
    return render(request, template, context)


@require_GET
@gzip_page
def map_data(request: Request) -> HttpResponse:
    """Send people and ties to the drawing, laid out as they are now."""
    structure.keep_fresh()
    day = shown_day(timezone.localdate())
    return JsonResponse(as_columns(network(request.user, day=day)))


def _offers(request: Request) -> dict[str, Any]:
    """Return what the filters can be set to."""
    units = Unit.objects.visible_to(request.user).current().order_by("name", "pk")
    return {
        "layers": Stakeholder.Layer.choices,
        "units": list(units.values_list("pk", "name")),
    }


def _panel(request: Request, day: date) -> dict[str, Any]:
    """Return what stands beside the map: the chosen tie, else the chosen person."""
    people = Stakeholder.objects.visible_to(request.user).current()
    pair = chosen(request.GET.get("tie", ""), people)
    if len(pair) == 2:
        return {"tie": TiePanel(pair, day)}
    found = chosen(request.GET.get("who", ""), people)
    pages = [PersonPage(one, request.user, AsOf(timezone.localdate())) for one in found]
    return {"page": pages[0] if len(pages) == 1 else None}
