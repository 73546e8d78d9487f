"""What the administration of every kind of record shares."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from stakeholders.admin.archiving import Archiving
from stakeholders.admin.changing import Changing
from stakeholders.admin.deleting import Deleting
from stakeholders.admin.exporting import Exporting
from stakeholders.admin.folding import Folding
from stakeholders.admin.history import Remembering
from stakeholders.admin.listing import RecordList
from stakeholders.admin.locking import LockedForm
from stakeholders.admin.seeing import Searching


class RecordAdmin(
    Changing, Archiving, Exporting, Remembering, Deleting, Folding, Searching
):
    """Find, correct, archive, bring back, take out: the same for every record."""

    form = LockedForm
    exclude = ["version"]  # the form asks for it by itself
    actions = ["archive", "restore", "export"]
    list_per_page = 50
    save_on_top = False
    show_full_result_count = False
    origin = ["created_at", "created_by", "batch", "archived_at"]
    page: str | None = None  # the name of the address where people see it

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[RecordList]:
        """Return the list that knows of the archive."""
        return RecordList

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields, the version the form was opened with, and where it is from."""
        (title, first), *others = super().get_fieldsets(request, obj)
        whole = [(title, {**first, "fields": [*first["fields"], "version"]}), *others]
        return [*whole, section("Where it is from", *self.origin)] if obj else whole

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return what only the product itself fills in."""
        return self.origin

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form in the name of this administrator."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.reader = request.user
        return form

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Return where people see it, unless it is archived."""
        if obj is None or self.page is None or obj.archived_at:
            return None
        return reverse(self.page, args=[obj.pk])


def fields(*named: Any) -> Any:
    """Return one section of a form without a title."""
    return (None, {"fields": list(named)})


def section(title: str, *named: Any, folds: bool = True) -> Any:
    """Return a section of a form; what is rare folds away."""
    return (title, {"fields": list(named), "classes": ["collapse"] * folds})
