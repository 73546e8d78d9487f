"""What a choice in a form is offered: the same narrowed records everywhere."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet


def offer(field: forms.Field, among: QuerySet[Any], nothing: str) -> None:
    """Let `field` choose among these; `nothing` is what the empty choice says."""
    choice = cast("forms.ModelChoiceField", field)
    choice.queryset, choice.empty_label = among, nothing
