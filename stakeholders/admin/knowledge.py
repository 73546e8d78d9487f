"""What we know of people: what matters to them, known ties, their words."""

from django.contrib import admin
from django.contrib.admin import EmptyFieldListFilter

from stakeholders.admin.archiving import ArchiveFilter
from stakeholders.admin.records import RecordAdmin
from stakeholders.models import Concern, Connection, Plan, Tag, Term


@admin.register(Concern)
class ConcernAdmin(RecordAdmin):
    """What matters to whom, heard when."""

    date_hierarchy = "heard_on"
    search_fields = ["text", "stakeholder__name"]
    list_display = ["text", "stakeholder", "kind", "rank", "heard_on", "settled_on"]
    list_filter = [ArchiveFilter, "kind", "rank", ("settled_on", EmptyFieldListFilter)]
    list_select_related = ["stakeholder"]
    autocomplete_fields = ["stakeholder"]
    set_together = [("kind",), ("settled_on",)]
    fields = ["stakeholder", "kind", "text", "rank", "heard_on", "settled_on"]


@admin.register(Connection)
class ConnectionAdmin(RecordAdmin):
    """Known ties that no log shows."""

    date_hierarchy = "since"
    search_fields = ["source__name", "target__name", "note"]
    list_display = ["source", "kind", "target", "since", "until"]
    list_display_links = ["source", "kind"]
    list_filter = [ArchiveFilter, "kind", ("until", EmptyFieldListFilter)]
    list_select_related = ["source", "target"]
    autocomplete_fields = ["source", "target"]
    set_together = [("until",)]
    fields = ["source", "kind", "target", "since", "until", "note"]


@admin.register(Term)
class TermAdmin(RecordAdmin):
    """Their words and ours."""

    date_hierarchy = "created_at"
    search_fields = ["theirs", "ours", "meaning", "stakeholder__name", "unit__name"]
    list_display = ["theirs", "ours", "stakeholder", "unit"]
    list_filter = [ArchiveFilter, ("unit", EmptyFieldListFilter)]
    list_select_related = ["stakeholder", "unit"]
    autocomplete_fields = ["stakeholder", "unit"]
    set_together = [("ours",)]
    fields = ["theirs", "ours", "meaning", "stakeholder", "unit"]


@admin.register(Tag)
class TagAdmin(RecordAdmin):
    """Words of our own on people."""

    date_hierarchy = "created_at"
    search_fields = ["name", "stakeholder__name"]
    list_display = ["name", "stakeholder"]
    list_filter = [ArchiveFilter, "name"]
    list_select_related = ["stakeholder"]
    autocomplete_fields = ["stakeholder"]
    set_together = [("name",)]
    fields = ["name", "stakeholder"]


@admin.register(Plan)
class PlanAdmin(RecordAdmin):
    """Conversations that are planned."""

    date_hierarchy = "planned_on"
    search_fields = ["stakeholder__name", "keeper__name", "about"]
    list_display = ["stakeholder", "keeper", "planned_on", "about"]
    list_filter = [ArchiveFilter, "planned_on", ("kept_by", EmptyFieldListFilter)]
    list_select_related = ["stakeholder", "keeper"]
    autocomplete_fields = ["stakeholder", "keeper"]
    set_together = [("keeper",), ("planned_on",)]
    fields = ["stakeholder", "keeper", "planned_on", "about"]
