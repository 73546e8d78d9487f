"""The form that keeps a view of a page under a name."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import QueryDict

from stakeholders.models import SavedView, User


class SavedViewForm(forms.ModelForm):
    """Keep what an address asks of a page; the same name again replaces the older view."""

    class Meta:
        model = SavedView
        fields = ["page", "name", "query"]

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        """Remember whose view it becomes."""
        super().__init__(*args, **kwargs)
        self.owner = owner

    def clean_query(self) -> str:
        """Return the query in the one way we write it, without what a moment asked for."""
        query = QueryDict(self.cleaned_data["query"].removeprefix("?"), mutable=True)
        query.pop("page", None)
        return query.urlencode()

    @transaction.atomic
    def save(self, commit: bool = True) -> SavedView:
        """Return the view as it is kept."""
        said = self.cleaned_data
        kept, _ = SavedView.objects.update_or_create(
            {"query": said["query"]}, owner=self.owner, page=said["page"], name=said["name"]
        )
        return kept
