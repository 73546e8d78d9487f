"""One person: who they are, how we are, what next."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from stakeholders.models import Stakeholder
from stakeholders.views.as_of import as_of
from stakeholders.views.parts import Request, page_or_part
from stakeholders.views.person_page import PersonPage


def page_of(request: Request, pk: int) -> PersonPage:
    """Return the page of the person `pk`, as this user sees it on the day asked for."""
    people = Stakeholder.objects.visible_to(request.user)
    person = get_object_or_404(people.select_related("counterpart", "backup"), pk=pk)
    return PersonPage(person, request.user, as_of(request))


@require_GET
@vary_on_headers("HX-Request")
def person(request: Request, pk: int) -> HttpResponse:
    """Show one person; htmx gets more of the timeline."""
    page = page_of(request, pk)
    page.shown = request.GET.get("page", "")
    template = page_or_part(request, "stakeholders/person_timeline.html", "entries")
    whole = "#" not in template
    template = "stakeholders/person.html" if whole else template
    keep = {"keep": page.on.keep, "keep_also": page.on.keep.replace("?", "&", 1)}
    context = {"page": page, "person": page.person, **keep}
    return render(request, template, context, status=page.on.status)
