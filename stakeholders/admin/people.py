"""People, their roles and the units these are in."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin import EmptyFieldListFilter
from django.http import HttpRequest

from stakeholders.admin.alike import make_alike
from stakeholders.admin.archiving import ArchiveFilter
from stakeholders.admin.records import RecordAdmin, fields, section
from stakeholders.admin.rows import RecordRow, RecordRows, RecordsInside
from stakeholders.capture.export import people_as_csv
from stakeholders.models import Concern, Connection, Role, Stakeholder, Term, Unit


class RoleRow(RecordRow):
    """A role in its person's form."""

    mark = "primary"


class RoleRows(RecordRows):
    """The roles of one person."""

    too_many = "One role at most is shown beside the name. Untick the others."


class RolesInside(RecordsInside):
    """What somebody is, and where."""

    model = Role
    form, formset = RoleRow, RoleRows
    fields = ["title", "unit", "since", "until", "primary"]
    autocomplete_fields = ["unit"]
    load_with = ["unit"]


class ConcernsInside(RecordsInside):
    """What matters to somebody."""

    model = Concern
    fields = ["kind", "text", "rank", "heard_on", "settled_on"]
    classes = ["collapse"]


class ConnectionsInside(RecordsInside):
    """Known ties from this person to others."""

    model = Connection
    fk_name = "source"
    fields = ["kind", "target", "since", "until", "note"]
    autocomplete_fields = ["target"]
    load_with = ["source", "target"]
    classes = ["collapse"]


class TermsInside(RecordsInside):
    """Their words for ours."""

    model = Term
    fields = ["theirs", "ours", "meaning"]
    verbose_name_plural = "their words"
    classes = ["collapse"]


@admin.register(Stakeholder)
class StakeholderAdmin(RecordAdmin):
    """Everybody whose relationship is kept."""

    page = "person"
    comes_in_files = True
    date_hierarchy = "created_at"
    search_fields = ["name"]
    list_display = [
        "name",
        "title_and_unit",
        "layer",
        "internal",
        "criticality",
        "counterpart",
    ]
    list_filter = [
        ArchiveFilter,
        "layer",
        "internal",
        "criticality",
        "engagement_now",
        ("counterpart", EmptyFieldListFilter),
        ("backup", EmptyFieldListFilter),
        "is_group",
    ]
    list_select_related = ["counterpart"]
    autocomplete_fields = ["counterpart", "backup"]
    set_together = [
        ("layer",),
        ("internal",),
        ("criticality",),
        ("counterpart",),
        ("backup",),
    ]
    inlines = [RolesInside, ConcernsInside, ConnectionsInside, TermsInside]
    fieldsets = [
        fields("name", "is_group", ("layer", "internal"), ("email", "phone"), "notes"),
        section(
            "Standing",
            ("influence", "interest"),
            ("seniority", "criticality"),
            ("engagement_now", "engagement_wanted"),
        ),
        section("Held by", "counterpart", "backup"),
        section(
            "How to speak with them",
            ("preferred_channel", "depth"),
            ("language", "cadence_days"),
        ),
        section("Elsewhere", "external_id"),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return people with the role shown beside their name."""
        people: Any = super().get_queryset(request)
        return people.with_primary_role()

    def to_choose_from(self, request: HttpRequest, queryset: Any) -> Any:
        """Offer our own team where somebody is to keep a relationship."""
        people = super().to_choose_from(request, queryset)
        ours = request.GET.get("field_name") in {"counterpart", "backup"}
        return people.in_our_team() if ours else people

    @admin.display(description="role", ordering="unit_name")
    def title_and_unit(self, person: Any) -> str:
        """Return what somebody is, and where."""
        return ", ".join(part for part in (person.role_title, person.unit_name) if part)

    def written(self, records: Any) -> Iterator[str]:
        """Return people as the pages export them."""
        return people_as_csv(records)


@admin.register(Role)
class RoleAdmin(RecordAdmin):
    """Who is what, where, and since when."""

    comes_in_files = True
    date_hierarchy = "since"
    search_fields = ["title", "stakeholder__name", "unit__name"]
    list_display = ["stakeholder", "title", "unit", "since", "until", "primary"]
    list_filter = [ArchiveFilter, "primary", "unit__side", "since", "until"]
    list_select_related = ["stakeholder", "unit"]
    autocomplete_fields = ["stakeholder", "unit"]
    set_together = [("unit",), ("until",)]
    fields = ["stakeholder", "title", "unit", "since", "until", "primary"]

    def move(self, request: HttpRequest, queryset: Any, way: str) -> None:
        """Archive roles or bring them back; what is archived is nobody's primary role."""
        if way == "archive":
            make_alike(queryset.filter(primary=True), {"primary": False})
        super().move(request, queryset, way)


@admin.register(Unit)
class UnitAdmin(RecordAdmin):
    """The tree of companies, divisions, departments and teams."""

    comes_in_files = True
    date_hierarchy = "created_at"
    search_fields = ["name", "parent__name"]
    list_display = ["name", "parent", "kind", "side"]
    list_filter = [ArchiveFilter, "kind", "side"]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]
    set_together = [("parent",), ("kind",), ("side",)]
    fields = ["name", "parent", "kind", "side"]
