"""Chores: work on everything at once, done by one process at a time.

The right to do it is a row, not a lock of some process: whoever is killed at it loses it
after LEASE, and what they were about to write is refused if they wake up late.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.db.models import Q
from django.utils import timezone

from stakeholders.models import Chore

LEASE: Final = timedelta(minutes=10)  # several times what any chore takes


class LostError(Exception):
    """The chore went to somebody else meanwhile; nothing of ours may be kept."""


@dataclass(frozen=True, slots=True)
class Hold:
    """The right to do a chore, until it is done or LEASE has passed."""

    name: str
    token: str
    since: datetime

    def keep(self) -> None:
        """Let nobody take it until this transaction ends. Raises LostError."""
        mine = Chore.objects.filter(pk=self.name, holder=self.token)
        if not list(mine.select_for_update()):
            raise LostError(self.name)

    def done(self, mark: str) -> None:
        """Say that it is done for records in the state `mark`.

        Call in the transaction that writes the result. Raises LostError.
        """
        now = timezone.now()
        mine = Chore.objects.filter(pk=self.name, holder=self.token)
        took = (now - self.since).total_seconds()
        if not mine.update(done_at=now, seconds=took, mark=mark):
            raise LostError(self.name)


@contextmanager
def held(name: str) -> Iterator[Hold | None]:
    """Hold the chore `name` while the block runs; None where somebody else is at it."""
    now = timezone.now()
    Chore.objects.get_or_create(pk=name)
    hold = Hold(name, uuid4().hex, now)
    free = Q(held_until=None) | Q(held_until__lt=now)
    some = Chore.objects.filter(free, pk=name)
    if not some.update(holder=hold.token, held_until=now + LEASE):
        yield None
        return
    try:
        yield hold
    finally:
        mine = Chore.objects.filter(pk=name, holder=hold.token)
        mine.update(holder="", held_until=None)


def taken(name: str) -> Hold:
    """Return the right to do the chore `name`; whoever is at it loses theirs."""
    hold = Hold(name, uuid4().hex, timezone.now())
    Chore.objects.bulk_create(
        [Chore(pk=name, holder=hold.token)],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["holder"],
    )
    return hold


def last(name: str) -> Chore:
    """Return what is known of the chore `name`; all empty where it was never done."""
    return Chore.objects.filter(pk=name).first() or Chore(pk=name)
