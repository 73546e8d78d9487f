"""What a list of people offers beside looking: change several at once, take out as CSV."""

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from stakeholders.forms.people_bulk import BulkForm
from stakeholders.views.parts import Request, back, refuse_readers
from stakeholders.views.people_list import asked_for
from stakeholders.views.people_together import RefusedError, change, take_back
from stakeholders.views.sending import as_file


@require_http_methods(["GET", "POST"])
def change_people(request: Request) -> HttpResponse:
    """Give everybody selected the same values, all or none; at first ask which."""
    refuse_readers(request)
    if request.method == "GET":
        fields = {"fields": BulkForm(reader=request.user)}
        return render(request, "stakeholders/people_bulk_fields.html", fields)
    form = BulkForm(request.POST, reader=request.user)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return back(request, reverse("people"))
    try:
        done = change(form, request.user)
    except RefusedError as why:
        messages.error(request, str(why))
    else:
        undo = reverse("undo-people", args=[done.sealed(request.user)])
        many = len(done.versions)
        words = f"Changed {many} {'person' if many == 1 else 'people'}."
        messages.success(request, words, extra_tags=f"undo:{undo}")
    return back(request, reverse("people"))


@require_POST
def undo_people(request: Request, token: str) -> HttpResponse:
    """Take a change of several people back, unless somebody changed them since."""
    refuse_readers(request)
    try:
        many = take_back(token, request.user)
    except RefusedError as why:
        messages.error(request, str(why))
    else:
        messages.success(request, f"{many} {'is' if many == 1 else 'are'} as before.")
    return back(request, reverse("people"))


@require_GET
def people_as_shown(request: Request) -> StreamingHttpResponse:
    """Send the list as it is shown, with all its pages, formula-safe."""
    rows = asked_for(request).as_table()
    return as_file(rows, f"people-{timezone.localdate().isoformat()}")
