"""Conversations, who took part, and what was given in them."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, Q
from django.http import HttpRequest

from stakeholders.admin.archiving import ArchiveFilter
from stakeholders.admin.past import Difference
from stakeholders.admin.records import RecordAdmin, fields, section
from stakeholders.admin.rows import PartRow, PartRows, PartsInside, RecordsInside
from stakeholders.capture.export import conversations_as_csv
from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
)
from stakeholders.models.access import Reader, seen_by
from stakeholders.models.conversations import Seat
from stakeholders.models.seatings import keep_seats, seats_at, seats_now

NAMED = 3  # people of a conversation shown in a list


class SeatRow(PartRow):
    """Somebody's seat in a conversation."""

    mark = "initiator"


class SeatRows(PartRows):
    """Who took part in one conversation."""

    too_many = "One person at most reached out. Untick the others."

    def clean(self) -> None:
        """Refuse a conversation of one."""
        super().clean()
        if not any(self.errors) and len(self.staying) < 2:
            raise ValidationError("A conversation takes two. Choose whom else it was with.")


class SeatsInside(PartsInside):
    """Who took part."""

    model = Participation
    form, formset = SeatRow, SeatRows
    verbose_name, verbose_name_plural = "person", "who took part"
    fields = ["stakeholder", "initiator", "mood"]
    autocomplete_fields = ["stakeholder"]
    load_with = ["stakeholder"]


class ExchangesInside(RecordsInside):
    """What was given in it."""

    model = Exchange
    verbose_name_plural = "what was given"
    fields = ["kind", "giver", "receiver", "weight", "note"]
    autocomplete_fields = load_with = ["giver", "receiver"]


class PromisesInside(RecordsInside):
    """What was promised in it."""

    model = Commitment
    verbose_name_plural = "what was promised"
    fields = ["promiser", "what", "promisee", "made_on", "due_on", "state", "closed_on"]
    autocomplete_fields = load_with = ["promiser", "promisee"]


@admin.register(Interaction)
class InteractionAdmin(RecordAdmin):
    """Who spoke with whom, when and how; confidential ones only for those they are for."""

    page = "conversation"
    origin = [*RecordAdmin.origin, "source", "external_id"]
    stays = "What was given and what was promised stay as they are now."
    comes_in_files = True
    date_hierarchy = "happened_on"
    search_fields = ["summary"]
    list_display = [
        "summary",
        "happened_on",
        "people_in_it",
        "channel",
        "formality",
        "outcome",
    ]
    list_filter = [
        ArchiveFilter,
        "channel",
        "formality",
        "outcome",
        "touchpoint",
        "confidential",
        "source",
    ]
    autocomplete_fields = ["shared_with"]
    set_together = [("channel",), ("formality",), ("outcome",), ("touchpoint",)]
    inlines = [SeatsInside, ExchangesInside, PromisesInside]
    fieldsets = [
        fields(
            "summary",
            ("happened_on", "happened_at", "minutes"),
            ("channel", "formality", "outcome"),
            ("asked", "listened", "told"),
            "notes",
        ),
        section("Views", "our_view", "their_view", "why", "touchpoint"),
        section("Who may see it", "confidential", "shared_with"),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return conversations with who took part."""
        there = Participation.objects.select_related("stakeholder")
        return (
            super()
            .get_queryset(request)
            .prefetch_related(Prefetch("participations", there))
        )

    @admin.display(description="people")
    def people_in_it(self, conversation: Any) -> str:
        """Return the names of who took part, the first few."""
        names = [str(seat) for seat in conversation.participations.all()]
        more = len(names) - NAMED
        return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")

    def seen_deleted(self, rows: Any, reader: Reader) -> Any:
        """Return what was open, or logged by `reader`."""
        return rows.filter(Q(confidential=False) | Q(created_by=reader.pk))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Save, keeping who took part until now."""
        if change:
            keep_seats(obj.pk)
        super().save_model(request, obj, form, change)

    def parts_beside(self, then: Any, now: Any) -> list[Difference]:
        """Return who took part `then` beside who does `now`."""
        before, after = _names(seats_at(then)), _names(seats_now(now.id))
        return [Difference("Who took part", before, after, before != after)]

    def written(self, records: Any) -> Iterator[str]:
        """Return conversations as the pages export them."""
        return conversations_as_csv(records)


def _names(seats: list[Seat]) -> str:
    """Return who took part, and which of them reached out."""
    known = Stakeholder.objects.in_bulk([one.stakeholder for one in seats])
    return ", ".join(
        f"{known[one.stakeholder]}{' (reached out)' if one.initiator else ''}"
        for one in seats
        if one.stakeholder in known
    )


@admin.register(Exchange)
class ExchangeAdmin(RecordAdmin):
    """What was given to whom."""

    date_hierarchy = "interaction__happened_on"
    search_fields = ["note", "giver__name", "receiver__name"]
    list_display = ["kind", "giver", "receiver", "weight", "day", "interaction"]
    list_filter = [ArchiveFilter, "kind", "weight"]
    list_select_related = ["giver", "receiver", "interaction"]
    autocomplete_fields = ["interaction", "giver", "receiver"]
    set_together = [("kind",), ("weight",)]
    fields = ["interaction", "kind", "giver", "receiver", "weight", "note"]

    @admin.display(description="day", ordering="interaction__happened_on")
    def day(self, exchange: Any) -> Any:
        """Return when it was given."""
        return exchange.interaction.happened_on

    def seen_deleted(self, rows: Any, reader: Reader) -> Any:
        """Return what was given in conversations `reader` may see."""
        return rows.filter(seen_by(reader, "interaction__"))
