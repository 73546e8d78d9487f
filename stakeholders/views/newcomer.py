"""Adding a person from over a form that asks for people, which keeps what was written."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from django_htmx.http import trigger_client_event

from stakeholders.forms.person import NewcomerForm
from stakeholders.views.parts import Request, refuse_readers, wants_part
from stakeholders.views.saving import saved, status_of

ADDED = "person-added"  # heard by the dialog, which hands them to the field that asked


@require_http_methods(["GET", "POST"])
def newcomer(request: Request) -> HttpResponse:
    """Ask in a dialog who is missing, save them, and tell the page their id and name."""
    refuse_readers(request)
    if not wants_part(request):
        return redirect("add-person")
    named = {"name": request.GET.get("name", "")}
    form = NewcomerForm(
        request.POST or None, by=request.user, initial=named, auto_id="new_%s"
    )
    if request.method == "POST" and form.is_valid() and saved(form):
        told = {"pk": form.instance.pk, "name": str(form.instance)}
        return trigger_client_event(HttpResponse(status=204), ADDED, told)
    page = "stakeholders/newcomer.html"
    return render(request, page, {"form": form}, status=status_of(form))
