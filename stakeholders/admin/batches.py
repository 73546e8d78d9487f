"""Imports: what came in, looked at here and undone on their own pages."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from stakeholders.admin.exporting import Exporting
from stakeholders.admin.seeing import Finding
from stakeholders.models import Batch


@admin.register(Batch)
class BatchAdmin(Exporting, Finding):
    """One import each, with what was skipped and why."""

    actions = ["export"]
    comes_in_files = True
    date_hierarchy = "created_at"
    search_fields = ["file_name", "sha256"]
    list_display = [
        "file_name",
        "kind",
        "state",
        "rows_read",
        "rows_added",
        "rows_known",
        "rows_skipped",
        "created_at",
        "created_by",
    ]
    list_filter = ["kind", "state"]
    fields = [
        "file_name",
        ("kind", "state"),
        ("rows_read", "rows_added", "rows_known", "rows_skipped"),
        "skipped",
        "mapping",
        ("created_at", "created_by", "ended_at"),
        "sha256",
    ]
    list_select_related = ["created_by"]
    export_fields = [
        "file_name",
        "kind",
        "state",
        "sha256",
        "rows_read",
        "rows_added",
        "rows_known",
        "rows_skipped",
        "created_at",
        "created_by",
        "ended_at",
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: an import begins with a file."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: what happened is not edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: an import is undone, on its own page."""
        return False

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Return the import's own page; the example has none."""
        if obj is None or obj.kind == Batch.Kind.EXAMPLE:
            return None
        return reverse("import", args=[obj.pk])
