"""What an administrator is shown: what they may see, found as on the pages."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest

from stakeholders.models.access import Reader

type Rows = QuerySet[Any]


def seen(rows: Any, reader: Reader) -> Any:
    """Return those of `rows` that `reader` may see; of users and imports, all."""
    return rows.visible_to(reader) if hasattr(rows, "visible_to") else rows


class Chosen(AutocompleteSelect):
    """An autocomplete that is told what its record leads to, so that it need not ask."""

    known: models.Model | None = None

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Say what to search for: an empty choice has no other name."""
        asked = {"data-placeholder": f"Search for {self.field.verbose_name}"}
        return {**super().build_attrs(base_attrs, extra_attrs), **asked}

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        """Return the one option that is chosen, without a query where it is known."""
        if self.known is None or [str(one) for one in value] != [str(self.known.pk)]:
            return list(super().optgroups(name, value, attr))
        option = self.create_option(name, self.known.pk, str(self.known), True, 0)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*blank, option], 0)]


def tell_widgets(form: Any) -> None:
    """Tell the autocompletes of `form` what its record was loaded with."""
    for name, loaded in form.instance._state.fields_cache.items():
        field = form.fields.get(name)
        widget = getattr(field and field.widget, "widget", None)
        if isinstance(widget, Chosen):
            widget.known = loaded


class Seeing(admin.options.BaseModelAdmin):
    """Rows and choices narrowed to what the administrator may see."""

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Return what may be seen; a confidential conversation of others is not there."""
        rows: Rows = seen(super().get_queryset(request), request.user)
        return rows

    def get_field_queryset(
        self, db: str | None, db_field: Any, request: HttpRequest
    ) -> Rows | None:
        """Return what a field may lead to."""
        offered: Rows = seen(
            db_field.remote_field.model._default_manager.all(), request.user
        )
        return offered

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Return the field without a button that deletes what it leads to."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if hasattr(field, "widget"):
            field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Return a choice that searches as one types."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Chosen(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class Finding(admin.ModelAdmin):
    """One record found by what its address says."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """Return the record; an address that leaves `_to_field` empty means the id."""
        return super().get_object(request, object_id, from_field or None)


class Searching(Seeing, Finding):
    """Search as the pages search."""

    class Media:
        js = [Script("js/admin.js", type="module")]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """Return what is found; to choose from, only what is not archived."""
        if self._is_choosing(request):
            queryset = self.to_choose_from(request, queryset)
        if hasattr(queryset, "search"):
            return queryset.search(search_term.replace("\0", "")), False
        return super().get_search_results(request, queryset, search_term)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Refuse to ask in an address for what leads here: it may be confidential."""
        own = {field.name for field in self.opts.concrete_fields}
        away = {field.name for field in self.opts.get_fields()} - own
        if lookup.partition("__")[0] in away:
            return False
        return super().lookup_allowed(lookup, value, request)

    def to_choose_from(self, request: HttpRequest, queryset: Any) -> Any:
        """Return what an autocomplete may offer."""
        return queryset.current() if hasattr(queryset, "current") else queryset

    @staticmethod
    def _is_choosing(request: HttpRequest) -> bool:
        """Return whether an autocomplete asks."""
        match = request.resolver_match
        return match is not None and match.url_name == "autocomplete"
