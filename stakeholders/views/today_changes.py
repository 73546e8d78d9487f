"""What changed since somebody last looked: conversations, promises, bands."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.db import OperationalError
from django.db.models import Q
from django.utils import timezone

from stakeholders.models import Commitment, Interaction, Stakeholder, Standing, User, Visit
from stakeholders.models.conversations import InteractionQuerySet
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.scores.health import Band

FIRST_LOOK_BACK = timedelta(days=7)
FOLLOWED = 100  # people whose bands are remembered: those who matter most
LISTED = 5
MANY = 1_000  # conversations; an import brings more, and nobody counts them


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody whose band is another one than it was."""

    person: Stakeholder
    before: str
    now: str


class Changes:
    """What is new to one reader at one moment."""

    many = MANY

    def __init__(self, reader: User, now: datetime) -> None:
        """Note that the reader looks, and since when they have not."""
        self.reader = reader
        visit = Visit.objects.filter(user=reader).first() or Visit(user=reader)
        with suppress(OperationalError):  # while an import is saved, nothing is noted
            visit.look(now, self._bands)
        self.first = visit.since is None
        self.since: datetime = visit.since or now - FIRST_LOOK_BACK
        self.before = visit.bands_before

    @cached_property
    def conversations(self) -> InteractionQuerySet:
        """Return what others logged since, the newest first.

        Of what an import brings only what happened since is news.
        """
        seen = Interaction.objects.visible_to(self.reader).current()
        day = timezone.localdate(self.since)
        news = seen.filter(Q(batch=None) | Q(happened_on__gte=day))
        return news.filter(created_at__gt=self.since).exclude(created_by=self.reader)

    def talks(self) -> int:
        """Return how many conversations others logged since, MANY at most."""
        return self.conversations.order_by()[:MANY].count()

    def closed(self) -> CommitmentQuerySet:
        """Return the promises that were closed since, the latest first."""
        seen = Commitment.objects.visible_to(self.reader).current()
        day = timezone.localdate(self.since)
        ended = seen.filter(closed_on__gte=day).select_related("promiser", "promisee")
        return ended.order_by("-closed_on", "-pk")[:LISTED]

    def turns(self) -> list[Turn]:
        """Return whose band changed since, first those who need us most."""
        changed = {
            pk: (self.before[pk], band)
            for pk, band in self._bands.items()
            if pk in self.before and self.before[pk] != band
        }
        people = Stakeholder.objects.in_bulk(list(changed))
        turns = [Turn(people[int(pk)], *bands) for pk, bands in changed.items()]
        return turns[:LISTED]

    @cached_property
    def _bands(self) -> dict[str, str]:
        """Return how those the reader follows stand with us now, worst first.

        Followed are those the reader keeps; whoever keeps nobody follows who makes or
        breaks.
        """
        me = self.reader.stakeholder_id
        mine = Q(counterpart=me) | Q(backup=me)
        found = _first(mine) if me else []
        rows = found or _first(Q(criticality=Stakeholder.Criticality.MAKE_OR_BREAK))
        return {str(pk): Band(band).key for pk, band, _ in sorted(rows, key=_by_band)}


def _first(who: Q) -> list[tuple[int, int, int]]:
    """Return (id, band, weight) of others than ours, those who matter most first."""
    people = Stakeholder.objects.filter(who).exclude(layer=Stakeholder.Layer.TEAM)
    standings = Standing.objects.filter(pk__in=people.order_by().values("pk"))
    rows = standings.order_by("-weight", "pk").values_list("pk", "band", "weight")
    return list(rows[:FOLLOWED])


def _by_band(row: tuple[int, int, int]) -> tuple[int, int]:
    """Return what puts first who needs us most, and of these who matters most."""
    _, band, weight = row
    return band, -weight
