"""Taking records out as CSV, through the same writer as the pages."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest
from django.db.models import ForeignKey
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.text import capfirst

from stakeholders.capture.export import as_csv


def records_as_csv(records: Any, names: list[str]) -> Iterator[str]:
    """Write the fields `names` of `records`; where one leads elsewhere, its id as well."""
    fields = [records.model._meta.get_field(name) for name in names]
    header, away = [], []
    for field in fields:
        words = str(field.verbose_name).capitalize()
        header.append(words)
        if isinstance(field, ForeignKey):
            away.append(field.name)
            header.append(f"{words}, id")
    rows = records.order_by("pk").select_related(*away) if away else records.order_by("pk")
    return as_csv(header, rows, lambda one: _cells(one, fields))


def _cells(record: Any, fields: list[Any]) -> list[Any]:
    """Return the cells of one record."""
    cells = []
    for field in fields:
        shown = f"get_{field.name}_display" if field.choices else field.name
        cells.append(getattr(record, shown)() if field.choices else getattr(record, shown))
        if isinstance(field, ForeignKey):
            cells.append(getattr(record, field.attname))
    return cells


class Exporting(admin.ModelAdmin):
    """A CSV of the chosen records, or of everything the list shows."""

    comes_in_files = False  # whether the import pages bring these in
    export_fields: list[str] = []  # left out: what can be edited

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the export."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        view = self.admin_site.admin_view(self.export_view)
        return [path("export.csv", view, name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Show the list, with the ways in and out beside it."""
        ways = {
            "title": capfirst(str(self.opts.verbose_name_plural)),
            "way_in": self.comes_in_files,
            "shown_by": request.GET.urlencode(),
            "has_past": hasattr(self.model, "history"),
        }
        return super().changelist_view(request, ways | (extra_context or {}))

    @admin.action(
        permissions=["view"], description="Export selected %(verbose_name_plural)s as CSV"
    )
    def export(self, request: HttpRequest, queryset: Any) -> StreamingHttpResponse:
        """Send the chosen records."""
        return self._send(queryset)

    def export_view(self, request: HttpRequest) -> StreamingHttpResponse:
        """Send everything that the list shows with the filters in this address."""
        try:
            shown = self.get_changelist_instance(request)
        except IncorrectLookupParameters as error:
            raise BadRequest("There is no such filter.") from error
        return self._send(shown.get_queryset(request))

    def written(self, records: Any) -> Iterator[str]:
        """Return `records` as CSV, in blocks."""
        edited = [field.name for field in self.opts.concrete_fields if field.editable]
        names = self.export_fields or [*edited, "archived_at"]
        return records_as_csv(records, ["id", *names])

    def _send(self, queryset: Any) -> StreamingHttpResponse:
        """Send `queryset` as a file, formula-safe and reversible."""
        plain = self.model._default_manager.filter(pk__in=queryset.values("pk"))
        answer = StreamingHttpResponse(
            self.written(plain), content_type="text/csv; charset=utf-8"
        )
        name = f"{self.opts.verbose_name_plural}-{timezone.localdate().isoformat()}.csv"
        answer["Content-Disposition"] = f'attachment; filename="relmap-{name}"'
        return answer
