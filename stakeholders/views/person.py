"""One person: who they are, how we are, what next."""

from dataclasses import replace
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from stakeholders.standings.clock import day_of
from stakeholders.views import person_asks
from stakeholders.views.as_of import as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.parts import Request, wants_part
from stakeholders.views.person_page import PersonPage
from stakeholders.views.timeline import Timeline

NO_FORM: Final = {"kind": "", "form": "", "done": False}  # see `views.knowledge`


def page_of(request: Request, pk: int) -> PersonPage:
    """Return the page of the person `pk`, as this user sees it on the day asked for."""
    on = as_of(request)
    found = person_asks.people(pk=pk, reader=request.user, today=on.today)
    if not found:
        raise Http404
    day = day_of(on.today, found[0].newest)
    return PersonPage(found[0], request.user, replace(on, shown=day))


@require_GET
@vary_on_headers("HX-Request")
@keep_page
def person(request: Request, pk: int) -> HttpResponse:
    """Show one person; htmx gets the timeline it asked for, or more of it."""
    page = page_of(request, pk)
    timeline = Timeline(page.person, request.user, page.on, request.GET)
    template = "stakeholders/person.html"
    if wants_part(request):
        part = "entries" if "page" in request.GET else "found"
        template = f"stakeholders/person_timeline.html#{part}"
    context = {"page": page, "person": page.person, "timeline": timeline}
    context |= {"keep": page.on.keep, **NO_FORM}
    return render(request, template, context, status=page.on.status)
