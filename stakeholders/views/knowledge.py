"""What we know of somebody, kept in place on their page: add, edit, settle, remove."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from stakeholders.forms.knowledge import (
    ConcernForm,
    ConnectionForm,
    KnowledgeForm,
    TermForm,
)
from stakeholders.forms.roles import RoleForm
from stakeholders.models import Concern, Connection
from stakeholders.models.base import RecordQuerySet
from stakeholders.views.parts import Request, refuse_readers, wants_part
from stakeholders.views.person import page_of
from stakeholders.views.person_page import PersonPage
from stakeholders.views.saving import saved, status_of

FORMS: dict[str, type[KnowledgeForm]] = {
    "concern": ConcernForm,
    "term": TermForm,
    "connection": ConnectionForm,
    "role": RoleForm,
}


def known(kind: str, person: int) -> RecordQuerySet[Any]:
    """Return the records of one `kind` about `person` (an id); 404 on any other kind."""
    if kind not in FORMS:
        raise Http404(kind)
    if kind == "connection":
        return Connection.objects.filter(Q(source=person) | Q(target=person))
    records: RecordQuerySet[Any] = FORMS[kind]._meta.model.objects.all()
    return records.filter(stakeholder=person)


@require_GET
def show_knowledge(request: Request, pk: int, kind: str) -> HttpResponse:
    """Show one section of a person's page."""
    known(kind, pk)
    return section(request, page_of(request, pk), kind)


@require_http_methods(["GET", "POST"])
def add_knowledge(request: Request, pk: int, kind: str) -> HttpResponse:
    """Say something new about somebody."""
    known(kind, pk)
    return ask(request, pk, kind, None)


@require_http_methods(["GET", "POST"])
def edit_knowledge(request: Request, pk: int, kind: str, item: int) -> HttpResponse:
    """Change what is known about somebody."""
    record = get_object_or_404(known(kind, pk), pk=item, archived_at=None)
    return ask(request, pk, kind, record)


def ask(request: Request, pk: int, kind: str, record: Any) -> HttpResponse:
    """Show the form where its answer will stand, and save what is right in it."""
    refuse_readers(request)
    page = page_of(request, pk)
    form = FORMS[kind](
        request.POST or None, instance=record, about=page.person, by=request.user
    )
    if request.method == "POST" and form.is_valid() and saved(form):
        return done(request, pk, kind, "Saved.")
    return section(request, page, kind, form)


def section(
    request: Request, page: PersonPage, kind: str, form: KnowledgeForm | None = None
) -> HttpResponse:
    """Answer with one section for htmx, else with the whole page; `form` is open in it."""
    context = {"page": page, "person": page.person, "kind": kind, "form": form}
    part = f"stakeholders/person_{kind}.html"
    template = part if wants_part(request) else "stakeholders/person.html"
    return render(request, template, context, status=status_of(form) if form else 200)


def done(request: Request, pk: int, kind: str, words: str, undo: str = "") -> HttpResponse:
    """Say what was done, with the way back `undo`, and show the section as it is now."""
    messages.success(request, words, extra_tags=f"undo:{undo}" if undo else "")
    if not wants_part(request):
        return HttpResponseRedirect(f"{reverse('person', args=[pk])}#{kind}")
    page = page_of(request, pk)
    context = {"page": page, "person": page.person, "kind": kind, "done": True}
    return render(request, f"stakeholders/person_{kind}.html", context)


@require_POST
def remove_knowledge(request: Request, pk: int, kind: str, item: int) -> HttpResponse:
    """Put away what was said by mistake; the role beside the name stays."""
    refuse_readers(request)
    rows = known(kind, pk).filter(pk=item)
    if kind == "role":
        rows = rows.filter(primary=False)
    record = get_object_or_404(rows)
    rows.archive()
    undo = reverse("restore-knowledge", args=[pk, kind, item])
    return done(request, pk, kind, f"Removed: {record}.", undo)


@require_POST
def restore_knowledge(request: Request, pk: int, kind: str, item: int) -> HttpResponse:
    """Bring back what was removed."""
    refuse_readers(request)
    rows = known(kind, pk).filter(pk=item)
    record = get_object_or_404(rows)
    rows.restore()
    return done(request, pk, kind, f"Back: {record}.")


@require_POST
def settle_concern(request: Request, pk: int, item: int) -> HttpResponse:
    """Say that it matters to them no longer."""
    undo = reverse("reopen-concern", args=[pk, item])
    concern = _settled(request, pk, item, timezone.localdate())
    return done(request, pk, "concern", f"Settled: {concern}.", undo)


@require_POST
def reopen_concern(request: Request, pk: int, item: int) -> HttpResponse:
    """Say that it still matters to them."""
    concern = _settled(request, pk, item, None)
    return done(request, pk, "concern", f"It still matters: {concern}.")


@transaction.atomic
def _settled(request: Request, pk: int, item: int, on: date | None) -> Concern:
    """Return the concern, settled `on` a day or open again; never before it was heard."""
    refuse_readers(request)
    concern = get_object_or_404(Concern.objects.current().held(), stakeholder=pk, pk=item)
    concern.settled_on = on and max(on, concern.heard_on)
    concern.save()
    return concern
