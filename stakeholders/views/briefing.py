"""Briefing: one page before a meeting, on screen, on paper, as PDF."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from stakeholders.models import Stakeholder
from stakeholders.views.as_of import as_of
from stakeholders.views.briefing_page import BriefingPage
from stakeholders.views.paper import as_pdf
from stakeholders.views.parts import Request


def _told(request: Request, pk: int) -> dict[str, Any]:
    """Return what the briefing on the person `pk` tells this user."""
    people = Stakeholder.objects.visible_to(request.user)
    person = get_object_or_404(people.select_related("counterpart", "backup"), pk=pk)
    page = BriefingPage(person, request.user, as_of(request))
    return {"page": page, "person": person, "keep": page.on.keep, **page.told()}


@require_GET
def briefing(request: Request, pk: int) -> HttpResponse:
    """Show the briefing on one person."""
    return render(request, "stakeholders/briefing.html", _told(request, pk))


@require_GET
def briefing_pdf(request: Request, pk: int) -> HttpResponse:
    """Send the briefing on one person as PDF."""
    told = _told(request, pk)
    name = slugify(f"briefing {told['person'].name}") or f"briefing-{pk}"
    return as_pdf(request, "stakeholders/briefing_paper.html", told, name)
