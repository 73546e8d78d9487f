"""One import: what its columns mean, how far it is, what came of it, and its undoing."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from stakeholders.capture import desk
from stakeholders.capture.delimited import ENCODINGS
from stakeholders.capture.fields import checked
from stakeholders.capture.refusals import FileError
from stakeholders.capture.tables import open_table
from stakeholders.capture.tasks import BUSY, OPEN, revive, start
from stakeholders.capture.undo import kept_conversations, kept_people
from stakeholders.forms.imports import KINDS, EncodingForm, MappingForm
from stakeholders.models import Batch
from stakeholders.views.imports import IMPORT
from stakeholders.views.imports_bad_rows import told_together
from stakeholders.views.parts import Request, refuse_all_but_managers, wants_part

A_PAGE = 100  # things that are wrong
VERBS = ("check", "import", "good")


def batch_or_404(request: Request, pk: int) -> Batch:
    """Return the import `pk`, if this user may see it; a dead run is given back first."""
    refuse_all_but_managers(request, to=IMPORT)
    seen = Batch.objects.visible_to(request.user)
    batch = get_object_or_404(seen, pk=pk, kind__in=dict(KINDS))
    revive(batch)
    return batch


@require_http_methods(["GET", "POST"])
def one_import(request: Request, pk: int) -> HttpResponse:
    """Show an import as it stands; take what its columns mean, and check it or begin."""
    batch = batch_or_404(request, pk)
    if batch.state in BUSY:
        context = {"batch": batch, "progress": desk.progress_of(batch)}
        return render(request, "stakeholders/imports_progress.html", context)
    if batch.state in OPEN and desk.place(batch).exists():
        return prepare(request, batch)
    return render(request, "stakeholders/imports_result.html", outcome(request, batch))


@require_GET
def import_progress(request: Request, pk: int) -> HttpResponse:
    """Say how far the import is; once it has ended, the page loads itself anew."""
    batch = batch_or_404(request, pk)
    if batch.state not in BUSY:
        return (
            HttpResponseClientRefresh() if wants_part(request) else redirect("import", pk)
        )
    context = {"batch": batch, "progress": desk.progress_of(batch)}
    return render(request, "stakeholders/imports_progress.html#progress", context)


@require_POST
def undo_import(request: Request, pk: int) -> HttpResponse:
    """Take back everything an import brought."""
    start(batch_or_404(request, pk), "undo", request.user)
    return redirect("import", pk)


@require_POST
def stop_import(request: Request, pk: int) -> HttpResponse:
    """Call off what is running; nothing of it stays."""
    batch = batch_or_404(request, pk)
    if batch.state in BUSY:
        desk.call_off(batch)
        messages.info(request, "Stopping. Nothing of it stays.")
    return redirect("import", pk)


@require_POST
def forget_import(request: Request, pk: int) -> HttpResponse:
    """Throw away a file that was not imported."""
    batch = batch_or_404(request, pk)
    if batch.state in OPEN:
        desk.drop(batch)
        batch.delete()
        messages.info(request, f"{batch.file_name} is thrown away. Nothing of it came in.")
    return redirect("imports")


def prepare(request: Request, batch: Batch) -> HttpResponse:
    """Ask what the columns mean; once that is said, do what the pressed button says."""
    said = request.POST.get("encoding", batch.options.get("encoding", ""))
    encoding = said if said in ENCODINGS else ""
    sent = request.POST if request.POST.get("do") in VERBS else None
    try:
        table = open_table(desk.place(batch), encoding)
        form = MappingForm(sent, table=table, batch=batch)
    except FileError as error:
        return unreadable(request, batch, str(error), encoding)
    refusal = begin(request, batch, form) if sent and form.is_valid() else None
    if refusal == "":
        return redirect("import", batch.pk)
    context = outcome(request, batch) | {"form": form, "refusal": refusal}
    status = 422 if sent else 200
    return render(request, "stakeholders/imports_mapping.html", context, status=status)


def begin(request: Request, batch: Batch, form: MappingForm) -> str:
    """Keep what was said and begin; return why not, empty where nothing is amiss."""
    try:
        batch.mapping = checked(form.mapping, form.table.header, batch.kind)
    except FileError as error:
        return str(error)
    batch.options = form.options
    Batch.objects.filter(pk=batch.pk, state__in=OPEN).update(
        mapping=batch.mapping, options=batch.options
    )
    start(batch, request.POST["do"], request.user)
    return ""


def unreadable(request: Request, batch: Batch, refusal: str, encoding: str) -> HttpResponse:
    """Say why the file cannot be read in `encoding`, and offer to read it in another."""
    form = EncodingForm(initial={"encoding": encoding})
    context = {"batch": batch, "form": form, "refusal": refusal}
    status = 422 if request.method == "POST" else 200
    return render(request, "stakeholders/imports_unreadable.html", context, status=status)


def outcome(request: Request, batch: Batch) -> dict[str, Any]:
    """Return what came of the import: a page of its bad rows, and what undoing it left."""
    undone = batch.state == Batch.State.UNDONE
    return {
        "batch": batch,
        "checked": bool(batch.rows_read),
        "bad_rows": Paginator(told_together(batch.skipped), A_PAGE).get_page(
            request.GET.get("page")
        ),
        "kept_people": kept_people(batch) if undone else [],
        "kept_conversations": kept_conversations(batch).visible_to(request.user)
        if undone
        else [],
    }
