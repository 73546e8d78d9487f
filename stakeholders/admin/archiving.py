"""The archive: what is put away is left out of lists, and can be brought back."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import ActionLocation
from django.http import HttpRequest

from stakeholders.admin.folding import folded

ANYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


class ArchiveFilter(admin.SimpleListFilter):
    """Leave out what is archived, unless asked for it."""

    title = "archive"
    parameter_name = "archive"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return what can be asked for besides what is in use."""
        return [("archived", "Archived"), ("all", "Both")]

    def choices(self, changelist: Any) -> Any:
        """Call the default by its name."""
        in_use, *others = super().choices(changelist)
        yield {**in_use, "display": "In use"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Return what was asked for."""
        if self.value() == "archived":
            return queryset.exclude(archived_at=None)
        return queryset if self.value() == "all" else queryset.filter(archived_at=None)


class Archiving(admin.ModelAdmin):
    """Archive and restore, in bulk and for one record."""

    @admin.action(
        permissions=["change"],
        description="Archive this %(verbose_name)s",
        description_plural="Archive selected %(verbose_name_plural)s",
        location=ANYWHERE,
    )
    def archive(self, request: HttpRequest, queryset: Any) -> None:
        """Put these away."""
        self.move(request, queryset, "archive")

    @admin.action(
        permissions=["change"],
        description="Restore this %(verbose_name)s from the archive",
        description_plural="Restore selected %(verbose_name_plural)s from the archive",
        location=ANYWHERE,
    )
    def restore(self, request: HttpRequest, queryset: Any) -> None:
        """Bring these back."""
        self.move(request, queryset, "restore")

    def move(self, request: HttpRequest, queryset: Any, way: str) -> None:
        """Move these to the archive or back, and say how many it were."""
        pks = list(queryset.values_list("pk", flat=True))
        rows: Any = self.model._default_manager.filter(pk__in=pks)
        with folded(self.model, pks):
            list(rows.select_for_update().values_list("pk"))  # nobody saves meanwhile
            moved = getattr(rows, way)()
        done = {
            "archive": "Archived: {}. Choose Archived under Filter to bring them back.",
            "restore": "Restored from the archive: {}.",
        }
        self.message_user(request, done[way].format(moved), messages.SUCCESS)
