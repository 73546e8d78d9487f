"""One person: who they are, how we are, what next."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from stakeholders.models import Stakeholder, Tag
from stakeholders.views.as_of import as_of
from stakeholders.views.kept import keep_page
from stakeholders.views.parts import Request, wants_part
from stakeholders.views.person_page import PersonPage
from stakeholders.views.timeline import Timeline


def page_of(request: Request, pk: int) -> PersonPage:
    """Return the page of the person `pk`, as this user sees it on the day asked for."""
    tags = Tag.objects.visible_to(request.user).as_lines()
    people = Stakeholder.objects.visible_to(request.user).annotate(tag_lines=tags)
    person = get_object_or_404(people.select_related("counterpart", "backup"), pk=pk)
    return PersonPage(person, request.user, as_of(request))


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
    context["keep"] = page.on.keep
    return render(request, template, context, status=page.on.status)
