"""Why: what stands behind one number, as a panel beside it or as a page of its own."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from stakeholders.models import Stakeholder
from stakeholders.scores.catalogue import entry
from stakeholders.standings.explaining import NAMES
from stakeholders.standings.pooling import US
from stakeholders.views.as_of import as_of
from stakeholders.views.parts import Request, page_or_part
from stakeholders.views.why_page import WhyPage


@require_GET
@vary_on_headers("HX-Request")
def why(request: Request, source: int, target: int, name: str) -> HttpResponse:
    """Explain one score of two people (source 0: our team); htmx gets the panel alone."""
    seen = Stakeholder.objects.visible_to(request.user)
    people = seen.in_bulk({source, target} - {US})
    if name not in NAMES or target not in people or source not in {US, *people} - {target}:
        raise Http404
    on = as_of(request)
    page = WhyPage((source, target), name, people, request.user, on)
    context = {"page": page, "what": page.what, "keep": on.keep, "on": on}
    template = page_or_part(request, "stakeholders/why.html", "panel")
    return render(request, template, context, status=on.status)


@require_GET
@vary_on_headers("HX-Request")
def number(request: Request, key: str) -> HttpResponse:
    """Say what a number means that belongs to no two people."""
    try:
        what = entry(key)
    except KeyError as unknown:
        raise Http404 from unknown
    template = page_or_part(request, "stakeholders/why.html", "panel")
    return render(request, template, {"what": what})
