"""Changing conversations: add with all details, edit, put away and bring back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from stakeholders.forms.entry import Entry
from stakeholders.forms.keeping import bring_back, put_away
from stakeholders.forms.log import first_answers
from stakeholders.models import Interaction, StaleError
from stakeholders.views.log import redraw
from stakeholders.views.parts import Request, back, refuse_readers

PAGE = "stakeholders/conversations_edit.html"


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def add_conversation(request: Request) -> HttpResponse:
    """Log one conversation with everything that can be said about it."""
    refuse_readers(request)
    if "redraw" in request.POST:
        return redraw(request, PAGE)
    if request.method != "POST":
        first = first_answers(request.user, request.GET.getlist("person"))
        return _show(request, Entry(request.user, first=first))
    entry = Entry(request.user, request.POST)
    saved = entry.log()
    return _done(request, saved) if saved else _show(request, entry, status=422)


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def edit_conversation(request: Request, pk: int) -> HttpResponse:
    """Change one conversation, unless somebody else did meanwhile."""
    refuse_readers(request)
    one = _seen(request, pk)
    if "redraw" in request.POST:
        return redraw(request, PAGE, conversation=one)
    if request.method != "POST":
        return _show(request, Entry(request.user, conversation=one))
    entry = Entry(request.user, request.POST, conversation=one)
    if not entry.is_valid():
        return _show(request, entry, status=422)
    try:
        return _done(request, entry.save())
    except StaleError:
        return _done(request, one) if entry.form.repeated else _show(request, entry, 409)


def _seen(request: Request, pk: int) -> Interaction:
    """Return the conversation, if this user may see it and it was not put away."""
    return get_object_or_404(Interaction.objects.visible_to(request.user).current(), pk=pk)


def _show(request: Request, entry: Entry, status: int = 200) -> HttpResponse:
    """Answer with the form."""
    return render(request, PAGE, {"entry": entry, "form": entry.form}, status=status)


def _done(request: Request, saved: Interaction) -> HttpResponse:
    """Say that it is saved, and show it."""
    messages.success(request, "Saved.")
    return redirect("conversation", saved.pk)


@require_http_methods(["GET", "POST"])
def delete_conversation(request: Request, pk: int) -> HttpResponse:
    """Ask whether to put a conversation away, and do so with a way back."""
    refuse_readers(request)
    if request.method != "POST":
        one = _seen(request, pk)
        return render(
            request, "stakeholders/conversations_delete.html", {"conversation": one}
        )
    one = get_object_or_404(Interaction.objects.visible_to(request.user), pk=pk)
    put_away(one)
    undo = f"undo:{reverse('restore-conversation', args=[pk])}"
    messages.success(request, f"Deleted: {one.summary}", extra_tags=undo)
    listed = reverse("conversations")
    return redirect(listed) if "asked" in request.POST else back(request, listed)


@require_POST
def restore_conversation(request: Request, pk: int) -> HttpResponse:
    """Bring a conversation back from the archive."""
    refuse_readers(request)
    one = get_object_or_404(Interaction.objects.visible_to(request.user), pk=pk)
    bring_back(one)
    messages.success(request, f"Brought back: {one.summary}")
    return back(request, reverse("conversation", args=[pk]))
