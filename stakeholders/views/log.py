"""The quick log: one conversation in one line, on a page or over any page."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import trigger_client_event

from stakeholders.forms.entry import Entry, with_another
from stakeholders.forms.log import first_answers
from stakeholders.models import Interaction
from stakeholders.views.parts import Request, page_or_part, refuse_readers, wants_part

PAGE = "stakeholders/log.html"
SEATS = "stakeholders/conversations_seats.html"
LOGGED = "conversation-logged"  # heard by the dialog and by every list that shows some


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def log(request: Request) -> HttpResponse:
    """Ask for one conversation, and save it once."""
    refuse_readers(request)
    if request.method != "POST":
        people = request.GET.getlist("person")
        first = first_answers(request.user, people)
        return _show(request, Entry(request.user, first=first, auto_id=_ids(request)))
    if "redraw" in request.POST:
        return redraw(request, PAGE, auto_id=_ids(request))
    entry = Entry(request.user, request.POST, auto_id=_ids(request))
    saved = entry.log()
    return _told(request, entry, saved) if saved else _show(request, entry, status=422)


def _in_dialog(request: Request) -> bool:
    """Return whether the form lies over another page."""
    asked_by_script = request.method == "GET" and wants_part(request)
    return "dialog" in request.POST or asked_by_script


def _ids(request: Request) -> str:
    """Return how ids are made, so that those of a dialog differ from the page's below."""
    return "log_%s" if _in_dialog(request) else "id_%s"


def _show(request: Request, entry: Entry, status: int = 200) -> HttpResponse:
    """Answer with the form."""
    context = {"entry": entry, "form": entry.form, "in_dialog": _in_dialog(request)}
    return render(request, page_or_part(request, PAGE, "form"), context, status=status)


def redraw(request: Request, page: str, **how: Any) -> HttpResponse:
    """Ask again about the people chosen, with one more row where one was asked for.

    how: what Entry takes besides.
    """
    data = with_another(request.POST, request.POST["redraw"])
    entry = Entry(request.user, data, quiet=True, **how)
    template = SEATS if wants_part(request) else page
    return render(request, template, {"entry": entry, "form": entry.form})


def _told(request: Request, entry: Entry, saved: Interaction) -> HttpResponse:
    """Say that it is saved, with a way back; every list that shows it hears of it."""
    undo = reverse("delete-conversation", args=[saved.pk])
    names = ", ".join(str(one) for one in entry.form.chosen[:4])
    messages.success(request, f"Saved: {names}.", extra_tags=f"undo:{undo}")
    if not wants_part(request):
        return redirect("conversation", saved.pk)
    answer = render(request, f"{PAGE}#saved", {"saved": saved})
    return trigger_client_event(answer, LOGGED, {"conversation": saved.pk})
