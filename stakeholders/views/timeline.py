"""The timeline of one person: everything that happened, newest first, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode

from stakeholders.forms.timeline import ANY, TimelineFilter
from stakeholders.models import Commitment, Exchange, Stakeholder, User
from stakeholders.views import timeline_events
from stakeholders.views.as_of import AsOf
from stakeholders.views.timeline_events import A_PAGE, Event, Talk

MOST_PAGES: Final = 100_000  # beyond, the address was made up


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened with the person."""

    day: date
    kind: str
    text: str
    record: Talk | Commitment | Exchange | None


class Timeline:
    """What happened with one person, as one reader asked to see it."""

    def __init__(
        self, person: Stakeholder, reader: User, on: AsOf, asked: Mapping[str, Any]
    ) -> None:
        """Take whose it is, who reads it for which day, and the query of the address."""
        self.person, self.reader, self.on = person, reader, on
        self.said = {name: asked[name] for name in ("kind", "days") if name in asked}
        self.kind = self.form.kind_asked if self.said else ANY
        self.days = self.form.days_asked if self.said else None
        page = str(asked.get("page", ""))
        number = int(page[:9]) if page.isascii() and page.isdecimal() else 1
        self.page = max(1, min(number, MOST_PAGES))

    @cached_property
    def form(self) -> TimelineFilter:
        """Return the form that asks for a part of it."""
        return TimelineFilter(self.said, auto_id="timeline_%s")

    @property
    def narrowed(self) -> bool:
        """Return whether anything is left out."""
        return bool(self.kind or self.days)

    @cached_property
    def _events(self) -> list[Event]:
        """Return the events of this page, and one more where another page follows."""
        first = self.on.today - timedelta(self.days - 1) if self.days else None
        begun = (self.page - 1) * A_PAGE
        return timeline_events.of(
            person=self.person.pk,
            reader=self.reader,
            shown=self.kind,
            first=first,
            last=self.on.until,
            page=slice(begun, begun + A_PAGE + 1),
        )

    @cached_property
    def entries(self) -> list[Entry]:
        """Return the events of this page with the records they tell of."""
        told = self._events[:A_PAGE]
        found = timeline_events.records(self.person, told)
        return [Entry(e[0], e[1], e[3], found.get(e)) for e in told]

    @property
    def older(self) -> str:
        """Return the query of the page that follows, or nothing."""
        return self._query(self.page + 1) if len(self._events) > A_PAGE else ""

    @property
    def newer(self) -> str:
        """Return the query of the page before, or nothing."""
        return self._query(self.page - 1) if self.page > 1 else ""

    def _query(self, page: int) -> str:
        """Return the query of a page of the same things."""
        said = {"kind": self.kind, "days": self.days}
        kept = {name: value for name, value in said.items() if value}
        on = {"on": self.on.today.isoformat()} if self.on.past else {}
        return "?" + urlencode({**kept, **on, "page": page})
