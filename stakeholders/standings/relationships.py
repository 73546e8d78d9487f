"""Relationships: the two directions of ties side by side, ready to be scored."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Self

import numpy as np
from django.db.models import Q, QuerySet
from numpy.typing import NDArray

from stakeholders.models import Stakeholder, Tie
from stakeholders.scores.sums import PairSums
from stakeholders.standings import columns

US = 0  # stands for our people taken together, where they are


@dataclass(frozen=True, slots=True)
class Relationships:
    """One side and the other, row by row; both directions aligned."""

    forth: PairSums  # from the one side (ours, or the person asked about) to the other
    back: PairSums  # from the other side

    def __len__(self) -> int:
        """Return how many relationships there are."""
        return len(self.forth)

    @classmethod
    def aligned(cls, forth: PairSums, back: PairSums) -> Self:
        """Return rows by source and target of `forth`; `back` holds the same pairs."""
        return cls(
            forth.take(np.lexsort((forth.target, forth.source))),
            back.take(np.lexsort((back.source, back.target))),
        )


def our_people() -> QuerySet[Stakeholder]:
    """Return our team; a site that has not named one yet counts everybody as ours."""
    team = Stakeholder.objects.current().in_our_team()
    return team if team.exists() else Stakeholder.objects.current()


def of_person(person: int, *, day: date) -> Relationships:
    """Return the relationships of `person` (an id) with everybody they have a tie with."""
    here = Tie.objects.filter(source__archived_at=None, target__archived_at=None)
    forth, back = here.filter(source=person), here.filter(target=person)
    return Relationships.aligned(columns.read(forth, day=day), columns.read(back, day=day))


def of_ours(*, day: date) -> Relationships:
    """Return each relationship of one of ours (the source of `forth`) with somebody else.

    Where nobody is marked as our team, each pair is there once.
    """
    forth, back = _around_ours(None, day=day)
    once = ~np.isin(forth.target, np.unique(forth.source)) | (forth.source < forth.target)
    other = ~np.isin(back.source, np.unique(back.target)) | (back.target < back.source)
    return Relationships.aligned(forth.take(once), back.take(other))


def with_us(people: list[int] | None, *, day: date) -> Relationships:
    """Return how our side as a whole (US) stands with `people` (ids; None: everybody).

    Sums add up over our people. The last day is the latest, and the contact days are
    those of whoever of us is closest, since one conversation may hold several of us.
    """
    forth, back = _around_ours(people, day=day)
    return Relationships(
        _pooled(forth, forth.target), _pooled(back, back.source, turned=True)
    )


def _around_ours(people: list[int] | None, *, day: date) -> tuple[PairSums, PairSums]:
    """Return the ties from our people, and those to them, as columns."""
    ours = our_people().values("pk")
    whom = Q() if people is None else Q(target__in=people)
    whence = Q() if people is None else Q(source__in=people)
    here = Tie.objects.filter(source__archived_at=None, target__archived_at=None)
    forth = columns.read(here.filter(whom, source__in=ours), day=day)
    return forth, columns.read(here.filter(whence, target__in=ours), day=day)


def _pooled(sums: PairSums, by: NDArray[np.int64], *, turned: bool = False) -> PairSums:
    """Return one row per person of `by`, with US on the other side."""
    order = np.argsort(by, kind="stable")
    people, starts = np.unique(by[order], return_index=True)
    pooled = {}
    for field in fields(PairSums):
        column = getattr(sums, field.name)[order]
        pool = POOL.get(field.name, np.add.reduceat)
        pooled[field.name] = pool(column, starts) if len(starts) else column
    us = np.full(len(people), US)
    pooled["source"], pooled["target"] = (people, us) if turned else (us, people)
    return PairSums(**pooled)


def _earliest(days: NDArray[np.int32], starts: NDArray[np.intp]) -> NDArray[np.int32]:
    """Return the earliest day of each group that begins at `starts`, 0 (never) left out."""
    never = np.iinfo(np.int32).max
    first = np.minimum.reduceat(np.where(days == 0, never, days), starts)
    return np.where(first == never, 0, first)


POOL = {
    "first_day": _earliest,
    "last_day": np.maximum.reduceat,
    "contact_days": np.maximum.reduceat,
}
