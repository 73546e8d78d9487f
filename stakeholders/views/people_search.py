"""Finding people by a few letters, for every field that asks for some."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stakeholders.forms.picking import nearest
from stakeholders.models import Stakeholder
from stakeholders.models.access import may_log
from stakeholders.views.parts import Request

SHOWN = 8


class SearchForm(forms.Form):
    """A few letters; also none, which finds those spoken with last.

    add: whoever is not found may be added.
    """

    q = forms.CharField(required=False, max_length=200)
    add = forms.BooleanField(required=False)


@require_GET
def people_search(request: Request) -> HttpResponse:
    """Answer with the options that match, those spoken with last first."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    adds = form.is_valid() and form.cleaned_data["add"] and may_log(request.user)
    found = Stakeholder.objects.visible_to(request.user).search(words).with_primary_role()
    people = nearest(found, request.user, SHOWN) if form.is_valid() else []
    context = {"people": people, "missing": words if adds and not people else ""}
    return render(request, "stakeholders/people_search.html", context)
