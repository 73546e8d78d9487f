"""As of: the day a page is shown for, today unless `?on=2026-05-01` asks for another."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from stakeholders.models import Concern
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings.clock import shown_day

FIRST_DAY: Final = date(1970, 1, 1)  # nobody has logged anything before computers did


@dataclass(frozen=True)
class AsOf:
    """For which day a page is shown."""

    today: date  # the day that counts as today on the page
    past: bool = False  # a day gone by: nothing that happened after it is used
    trouble: str = ""  # why the day that was asked for cannot be shown
    shown: date | None = None  # for which day scores are shown, where that is known

    @cached_property
    def day(self) -> date:
        """Return the day that scores are shown for, see `clock.shown_day`."""
        return self.shown or shown_day(self.today)

    @property
    def keep(self) -> str:
        """Return what links to other pages carry, so that they stay on the day."""
        return f"?{urlencode({'on': self.today.isoformat()})}" if self.past else ""

    @property
    def status(self) -> int:
        """Return the HTTP status of the page."""
        return 400 if self.trouble else 200

    @property
    def until(self) -> date | None:
        """Return the last day that counts, or nothing where all of them do."""
        return self.today if self.past else None

    def open(self, promises: CommitmentQuerySet) -> CommitmentQuerySet:
        """Return which of `promises` were still to be kept on the day."""
        if not self.past:
            return promises.open()
        still = Q(closed_on=None) | Q(closed_on__gt=self.today)
        return promises.filter(still, made_on__lte=self.today)

    def unsettled(self, concerns: QuerySet[Concern]) -> QuerySet[Concern]:
        """Return which of `concerns` had been heard and were not settled on the day."""
        if not self.past:
            return concerns.filter(settled_on=None)
        still = Q(settled_on=None) | Q(settled_on__gt=self.today)
        return concerns.filter(still, heard_on__lte=self.today)


def as_of(request: HttpRequest) -> AsOf:
    """Return the day the address asks for; what cannot be shown says why."""
    now, asked = timezone.localdate(), request.GET.get("on", "").strip()
    if not asked:
        return AsOf(now)
    try:
        on = date.fromisoformat(asked)
    except ValueError:
        said = f"“{asked[:40]}” is not a day. Write it like {now.isoformat()}."
        return AsOf(now, trouble=said)
    if on > now:
        return AsOf(now, trouble="That day has not come yet. Choose today or a day before.")
    if on < FIRST_DAY:
        return AsOf(now, trouble="Nothing is shown of days before 1970.")
    return AsOf(on, past=on < now)
