"""The list of conversations: which are in it, and where its links lead."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Prefetch, Q
from django.http import QueryDict

from stakeholders.forms.conversations_filter import ConversationFilter
from stakeholders.models import Interaction, Participation
from stakeholders.models.conversations import InteractionQuerySet
from stakeholders.views.paging import CountedUpTo

A_PAGE = 25  # rows


class Conversations:
    """The conversations one reader asked for; each part is looked up when it is shown."""

    def __init__(
        self, seen: InteractionQuerySet, form: ConversationFilter, asked: QueryDict
    ) -> None:
        """Take what the reader sees, what to filter by, and the address asked for."""
        self.seen, self.form, self.asked = seen, form, asked

    @cached_property
    def page(self) -> Page[int]:
        """Return one page of ids, newest first."""
        found = self.form.narrow(self.seen).newest_first()
        ids = found.values_list("pk", flat=True)
        return CountedUpTo(ids, A_PAGE).get_page(self.asked.get("page"))

    @cached_property
    def rows(self) -> list[Interaction]:
        """Return the conversations of the page, with who took part in each."""
        ids = list(self.page.object_list)
        seats = Participation.objects.select_related("stakeholder")
        owed = Count("commitments", Q(commitments__archived_at=None), distinct=True)
        given = Count("exchanges", Q(exchanges__archived_at=None), distinct=True)
        rows = (
            Interaction.objects.defer("notes", "our_view", "their_view", "why")
            .annotate(owed=owed, gifts=given)
            .prefetch_related(Prefetch("participations", seats))
            .in_bulk(ids)
        )
        return [rows[pk] for pk in ids]

    @property
    def chips(self) -> list[dict[str, Any]]:
        """Return each filter in use, and the address of the list without it."""
        return [
            {"label": label, "href": self._without(name, value)}
            for name, value, label in self.form.in_use()
        ]

    def is_begun(self) -> bool:
        """Return whether there is anything to look for, or anything is looked for."""
        return bool(self.rows or self.chips or self.form.errors)

    def _without(self, name: str, value: str) -> str:
        """Return the query with one choice less, from the first page on."""
        left = self.asked.copy()
        left.setlist(name, [one for one in left.getlist(name) if one != value])
        left.pop("page", None)
        for field in [field for field in left if not any(left.getlist(field))]:
            del left[field]
        return f"?{left.urlencode()}"
