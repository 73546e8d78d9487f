"""Saved views: keep what a page shows under a name, and let it go again."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stakeholders.forms.views import SavedViewForm
from stakeholders.models import SavedView
from stakeholders.views.parts import Request, back


@require_POST
def save_view(request: Request) -> HttpResponse:
    """Keep a view of a page for this person, and show it."""
    form = SavedViewForm(request.POST, owner=request.user)
    if not form.is_valid():
        wrong = next(iter(form.errors.values()))[0]
        messages.error(request, f"The view was not saved. {wrong}")
        return back(request, reverse("home"))
    view = form.save()
    messages.success(request, f"Saved: {view.name}")
    return HttpResponseRedirect(_address(view))


@require_POST
def forget_view(request: Request, pk: int) -> HttpResponse:
    """Let go of one of this person's own views."""
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    view.delete()
    messages.success(request, f"No longer kept: {view.name}")
    return redirect(view.page)


def _address(view: SavedView) -> str:
    """Return the address that opens `view`."""
    return f"{reverse(view.page)}?{view.query}" if view.query else reverse(view.page)
