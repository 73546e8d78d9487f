"""Merging two entries of one person: choose, look, and make them one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from stakeholders.forms.merge import MergeForm
from stakeholders.forms.merging import holdings, merge
from stakeholders.models import Stakeholder
from stakeholders.views.parts import Request, refuse_all_but_managers


@require_http_methods(["GET", "POST"])
def merge_person(request: Request, pk: int) -> HttpResponse:
    """Ask which other entry is the same person, show what would move, then move it."""
    refuse_all_but_managers(request, to="merge people")
    people = Stakeholder.objects.visible_to(request.user).current().with_primary_role()
    kept = get_object_or_404(people, pk=pk)
    form = MergeForm(request.POST or None, kept=kept, by=request.user)
    if not form.is_valid():
        return _show(request, form, status=422 if form.is_bound else 200)
    gone = people.get(pk=form.cleaned_data["other"].pk)
    if form.cleaned_data["sure"]:
        try:
            merge(kept, gone, request.user)
        except ValidationError as why:
            form.add_error("other", why)
            return _show(request, form, status=422)
        messages.success(request, f"{gone} is {kept} now.")
        return redirect("person", pk)
    return _show(request, form, gone=gone, moving=holdings(gone))


def _show(
    request: Request, form: MergeForm, status: int = 200, **found: object
) -> HttpResponse:
    """Answer with the form; found: who would go, and what would move."""
    context = {"form": form, "kept": form.kept, **found}
    return render(request, "stakeholders/person_merge.html", context, status=status)
