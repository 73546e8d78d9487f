"""Promises: what we owe and what we are owed."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin import EmptyFieldListFilter
from django.db.models import Q

from stakeholders.admin.archiving import ArchiveFilter
from stakeholders.admin.records import RecordAdmin
from stakeholders.capture.export import promises_as_csv
from stakeholders.models import Commitment
from stakeholders.models.access import Reader, seen_by


@admin.register(Commitment)
class CommitmentAdmin(RecordAdmin):
    """Who promised what to whom, by when."""

    page = "edit-promise"
    date_hierarchy = "made_on"
    search_fields = ["what", "promiser__name", "promisee__name"]
    list_display = ["what", "promiser", "promisee", "due_on", "state", "closed_on"]
    list_filter = [ArchiveFilter, "state", "due_on", ("interaction", EmptyFieldListFilter)]
    list_select_related = ["promiser", "promisee"]
    autocomplete_fields = ["promiser", "promisee", "interaction"]
    set_together = [("state", "closed_on"), ("due_on",)]
    fields = [
        "what",
        "promiser",
        "promisee",
        ("made_on", "due_on"),
        ("state", "closed_on"),
        "interaction",
    ]

    def seen_deleted(self, rows: Any, reader: Reader) -> Any:
        """Return those of no conversation, and of conversations `reader` may see."""
        return rows.filter(Q(interaction=None) | seen_by(reader, "interaction__"))

    def written(self, records: Any) -> Iterator[str]:
        """Return promises as the pages export them."""
        return promises_as_csv(records)
