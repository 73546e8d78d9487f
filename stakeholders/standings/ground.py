"""Ground: the pair sums that the scores of a day stand on.

Today's are kept in the ties and only read. A day gone by is counted anew from the
facts up to its end, so that nothing after it is used; it takes longer, and the last few
are remembered in this process until anything changes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final, Protocol

import numpy as np
from django.conf import settings
from django.db.models import Q
from numpy.typing import NDArray

from stakeholders.models import Stakeholder, Tie
from stakeholders.models.as_facts import all_facts
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.scores.usual import Usual
from stakeholders.standings import columns, sides
from stakeholders.standings.expecting import Expected, expected
from stakeholders.standings.sides import Mark, Site

type Who = Collection[int] | None  # ids; None: everybody

DAYS_KEPT: Final = 4


class Ground(Protocol):
    """Where the sums of a day come from; only people who are not archived are in them."""

    day: date

    @property
    def usual(self) -> Usual:
        """Return what is usual across the site on that day."""

    def across(self, sources: Who, targets: Who) -> PairSums:
        """Return the sums of every tie from one of `sources` to one of `targets`."""

    def of(self, person: int) -> PairSums:
        """Return the sums of every tie of `person` (an id), both ways."""

    def expected(self, *, pooled: bool = False) -> Expected:
        """Return what the network expects on that day, see `expecting.expected`."""


@dataclass
class Kept:
    """The ties as they are kept: everything that is known now."""

    day: date

    @cached_property
    def _site(self) -> Site:
        """Return the state of the site."""
        return sides.site()

    @property
    def usual(self) -> Usual:
        """Return what is usual across the site."""
        return self._site.usual

    def across(self, sources: Who, targets: Who) -> PairSums:
        """Return the ties from one of `sources` to one of `targets`."""
        from_whom = Q() if sources is None else Q(source__in=sources)
        to_whom = Q() if targets is None else Q(target__in=targets)
        return self._read(from_whom & to_whom)

    def of(self, person: int) -> PairSums:
        """Return every tie of `person` (an id), both ways."""
        return self._read(Q(source=person) | Q(target=person))

    def expected(self, *, pooled: bool = False) -> Expected:
        """Return what the network expects."""
        return expected(self._site, self.day, pooled=pooled)

    def _read(self, which: Q) -> PairSums:
        """Return the ties that `which` selects, between people who are not archived."""
        shown = Tie.objects.filter(source__archived_at=None, target__archived_at=None)
        return columns.read(shown.filter(which), day=self.day)


@dataclass
class Replayed:
    """A day gone by, counted anew from the facts up to its end."""

    day: date

    @cached_property
    def _site(self) -> Site:
        """Return the state of the site now, whose marks say what is still remembered."""
        return sides.site()

    @cached_property
    def _everything(self) -> PairSums:
        """Return the sums of every pair on that day."""
        return counted(self.day, self._site.changed)

    @cached_property
    def _shown(self) -> PairSums:
        """Return the sums of every pair that is not archived now."""
        here = np.array(Stakeholder.objects.current().values_list("pk", flat=True))
        every = self._everything
        return every.take(np.isin(every.source, here) & np.isin(every.target, here))

    @cached_property
    def usual(self) -> Usual:
        """Return what was usual across the site on that day."""
        return Usual.of(self._everything, self._site.usual.ours)

    def across(self, sources: Who, targets: Who) -> PairSums:
        """Return the ties from one of `sources` to one of `targets`, as they were."""
        every = self._shown
        return every.take(_among(every.source, sources) & _among(every.target, targets))

    def of(self, person: int) -> PairSums:
        """Return every tie of `person` (an id), both ways, as they were."""
        every = self._shown
        return every.take((every.source == person) | (every.target == person))

    def expected(self, *, pooled: bool = False) -> Expected:
        """Return what the network expected on that day."""
        return expected(self._site, self.day, pooled=pooled)


def ground(day: date, *, past: bool = False) -> Ground:
    """Return what scores of `day` stand on; past: use nothing that happened after it."""
    return Replayed(day) if past else Kept(day)


@lru_cache(maxsize=DAYS_KEPT)
def counted(day: date, changed: Mark) -> PairSums:
    """Return the sums of everything up to `day`; `changed` marks the records' state."""
    return pair_sums(all_facts().up_to(day), at=day, rules=settings.RULES)


def _among(ids: NDArray[np.int64], wanted: Who) -> NDArray[np.bool_]:
    """Return which of `ids` are wanted."""
    return np.isin(ids, np.array(list(wanted), np.int64)) if wanted is not None else ids > 0
