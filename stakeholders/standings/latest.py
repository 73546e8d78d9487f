"""Latest: the sums of all ties, of which only what changed is read again.

Whoever writes ties draws a new word for the people in them, in the same transaction
(`standing.keep`). What writes everybody's, or changes who is shown, changes the word of
all people (see `stamps`). So among people whose words are the same, nothing changed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from django.conf import settings
from django.db import connection

from stakeholders.models import Stakeholder, Standing, Tie, bulk, stamps
from stakeholders.recent import Recent
from stakeholders.scores.columns import Ids
from stakeholders.scores.partitions import joined
from stakeholders.scores.sums import PairSums
from stakeholders.standings import columns, tables

MOST: Final = 1_000_000  # rows that a process keeps, 104 MB


@dataclass(frozen=True, slots=True)
class Known:
    """All ties as they were read, and the words that were read before them."""

    people: Ids  # ascending
    words: Ids  # of each
    sums: PairSums

    def changed(self, people: Ids, words: Ids) -> Ids | None:
        """Return whose `words` are others by now (ids); None: read everything instead."""
        if not np.array_equal(people, self.people):
            return None
        found = people[words != self.words]
        return found if len(found) <= tables.MOST_NAMED else None

    def with_new(self, some: PairSums, people: Ids) -> PairSums:
        """Return the sums, those among `people` (ids) being `some`."""
        stay = ~(np.isin(self.sums.source, people) & np.isin(self.sums.target, people))
        return joined([self.sums.take(stay), some])


KEPT: Final = Recent[Known](most=2, seconds=600)


def ties(day: date) -> PairSums:
    """Return all ties between people who are not archived, as `columns.read` does."""
    if connection.in_atomic_block:  # whose own writes change a word only once
        return _everything(day)
    key = stamps.words()["people"], day, settings.RULES
    people, words = bulk.ascending(bulk.read(Standing.objects.values_list("pk", "word")))
    known = KEPT.get(key)
    changed = None if known is None else known.changed(people, words)
    if known is None or changed is None:
        sums = _everything(day)
        if len(sums) <= MOST:
            KEPT.clear()  # of so much, one is enough
            KEPT.set(key, Known(people, words, sums))
        return sums
    return known.with_new(_among(changed, day), changed) if len(changed) else known.sums


def still_here(sums: PairSums) -> PairSums:
    """Return those of `sums` whose people are not archived now."""
    (here,) = bulk.read(Stakeholder.objects.current().values_list("pk"))
    stay = np.isin(sums.source, here) & np.isin(sums.target, here)
    return sums if stay.all() else sums.take(stay)


def _everything(day: date) -> PairSums:
    """Return the same as `ties`, all of it read now."""
    return still_here(columns.read_many(Tie.objects.all(), day=day))


def _among(people: Ids, day: date) -> PairSums:
    """Return the ties among few `people` (ids), read now.

    Their ties with others are read too: to look for each of them with each takes longer.
    """
    sums = columns.read_many(Tie.objects.filter(source__in=people.tolist()), day=day)
    return sums.take(np.isin(sums.target, people))
