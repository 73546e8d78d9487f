"""Imports: bring a file, and see what became of those brought before."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from stakeholders.capture import desk
from stakeholders.capture.refusals import EncodingError, FileError
from stakeholders.capture.tables import LARGEST_FILE, open_table
from stakeholders.forms.imports import KINDS, TOO_LARGE, UploadForm
from stakeholders.models import Batch
from stakeholders.views.parts import Request, refuse_all_but_managers

A_PAGE = 20
IMPORT = "import files for you"
ROOM_FOR_THE_FORM = 64 * 1024  # bytes of a request beside the file


@csrf_exempt  # checking the token reads the body; `receive` does, once the size is known
@require_http_methods(["GET", "POST"])
def imports(request: Request) -> HttpResponse:
    """Show what was imported, and take a file; one too large is refused unread."""
    refuse_all_but_managers(request, to=IMPORT)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_FILE + ROOM_FOR_THE_FORM:
        return show_imports(request, UploadForm(), refusal=TOO_LARGE, status=413)
    return receive(request)


@csrf_protect
def receive(request: Request) -> HttpResponse:
    """Keep the uploaded file and ask what its columns mean."""
    if request.method == "GET":
        return show_imports(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    batch = kept(request, form) if form.is_valid() else None
    if batch is None:
        return show_imports(request, form, status=422)
    return redirect("import", batch.pk)


def kept(request: Request, form: UploadForm) -> Batch | None:
    """Return the uploaded file as a batch; None where `form` says why it is no table."""
    file = form.cleaned_data["file"]
    batch = Batch.objects.create(
        kind=form.cleaned_data["kind"], file_name=file.name, created_by=request.user
    )
    desk.keep(batch, file.chunks())
    try:
        open_table(desk.place(batch))
    except EncodingError:
        pass  # the next page asks for the encoding
    except FileError as error:
        form.add_error("file", str(error))
        desk.drop(batch)
        batch.delete()
        return None
    return batch


def show_imports(
    request: Request, form: UploadForm, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    """Show the form and the imports, newest first."""
    seen = Batch.objects.visible_to(request.user).filter(kind__in=dict(KINDS))
    batches = seen.select_related("created_by")
    page = Paginator(batches, A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "refusal": refusal}
    return render(request, "stakeholders/imports.html", context, status=status)
