"""Adding: what new records say joins the ties and standings in constant time.

A sum against a fixed landmark grows by what is new, in any order (forward decay), so no
row of history is read. Days in contact are the exception: a day counts once. A day at
either end of what a tie has seen answers itself; of a day in between the log is asked.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import batched
from typing import Final

import numpy as np
from django.conf import settings
from django.db import connection
from django.db.models import F
from numpy.typing import NDArray

from stakeholders.models import Interaction, Norm, Participation, Tie, bulk
from stakeholders.models.as_facts import contact_facts
from stakeholders.scores.columns import Floats
from stakeholders.scores.rows import pair_keys
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.standings import one_side
from stakeholders.standings.columns import LANDMARK, SUMS
from stakeholders.standings.tables import Columns

ROWS_AT_ONCE: Final = 1_000  # of one statement
NAMES: Final = ("source_id", "target_id", *SUMS)
NEW_DAY: Final = (
    "before.last_day = 0 OR excluded.first_day > before.last_day"
    " OR (excluded.first_day > 0 AND excluded.first_day < before.first_day)"
)
GROWS: Final = {
    "first_day": "CASE WHEN excluded.first_day > 0 AND (before.first_day = 0"
    " OR excluded.first_day < before.first_day)"
    " THEN excluded.first_day ELSE before.first_day END",
    "last_day": "CASE WHEN excluded.last_day > before.last_day"
    " THEN excluded.last_day ELSE before.last_day END",
    "contact_days": "before.contact_days"
    f" + CASE WHEN {NEW_DAY} THEN excluded.contact_days ELSE 0 END",
}


def one_day_each(sums: PairSums) -> bool:
    """Return whether no pair was in contact on two days: its day then counts, or not."""
    return bool((sums.first_day == sums.last_day).all())


def add_to_ties(sums: PairSums) -> Floats:
    """Add `sums`, as seen from the LANDMARK, to the ties; return their contact days now.

    Call while the people in it are held. Every pair has one day of contact at most.
    """
    first, last, days = _grown(sums)
    between = (first < sums.first_day) & (sums.first_day < last)
    if between.any():
        new = between & ~_met_before(sums, between)
        days[new] += sums.contact_days[new]
        for row in np.flatnonzero(new):
            tie = Tie.objects.filter(
                source=int(sums.source[row]), target=int(sums.target[row])
            )
            tie.update(contact_days=F("contact_days") + float(sums.contact_days[row]))
    return days


def _grown(sums: PairSums) -> tuple[NDArray, NDArray, Floats]:
    """Add all but the days in between; return first and last day and contact days now."""
    columns = [getattr(sums, name).tolist() for name in ("source", "target", *SUMS)]
    found: dict[tuple[int, int], Sequence[float]] = {}
    with connection.cursor() as cursor:
        for rows in batched(zip(*columns, strict=True), ROWS_AT_ONCE, strict=False):
            cursor.execute(_growing(len(rows)), [value for row in rows for value in row])
            found |= {(row[0], row[1]): row[2:] for row in cursor.fetchall()}
    ends = zip(sums.source.tolist(), sums.target.tolist(), strict=True)
    first, last, days = (
        np.array([found[pair] for pair in ends], np.float64).reshape(-1, 3).T
    )
    return first, last, days


@lru_cache(maxsize=bulk.TEXTS)
def _growing(rows: int) -> str:
    """Return the statement that adds so many `rows` to the ties."""
    sets = ", ".join(
        f"{name} = {GROWS.get(name, f'before.{name} + excluded.{name}')}" for name in SUMS
    )
    return (
        f"{bulk.adding(Tie, NAMES, rows)}"
        f" ON CONFLICT (source_id, target_id) DO UPDATE SET {sets}"
        " RETURNING source_id, target_id, first_day, last_day, contact_days"
    )


def _met_before(sums: PairSums, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which pairs were in contact that day beyond what `sums` adds."""
    met = np.zeros(len(sums), np.bool_)
    for day in np.unique(sums.first_day[asked]).tolist():
        here = asked & (sums.first_day == day)
        met |= here & _more_than(sums, date.fromordinal(day), here)
    return met


def _more_than(sums: PairSums, day: date, here: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return for which pairs the log knows more contact on `day` than `sums` does."""
    people = np.unique(sums.source[here]).tolist()
    seats = Participation.objects.filter(stakeholder__in=people).values("interaction")
    talks = Interaction.objects.current().filter(happened_on=day, pk__in=seats)
    facts = contact_facts(list(talks.values_list("pk", flat=True)))
    logged = pair_sums(facts, at=LANDMARK, rules=settings.RULES)
    return _contacts(logged, sums) > _contacts(sums, sums) + 0.25  # half a contact is least


def _contacts(known: PairSums, asked: PairSums) -> Floats:
    """Return the contacts both ways that are `known` of each pair `asked` for."""
    if not len(known):
        return np.zeros(len(asked))
    both = known.contacts + known.contacts[known.opposite()]
    keys, wanted = (pair_keys(one.source, one.target) for one in (known, asked))
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, both[place], 0.0)


def more(sums: PairSums, here: Columns, rows: Columns | None, norm: Norm) -> Columns | None:
    """Return `rows` of standings with `sums` added, whose contact days are the ties'.

    here: who is in it and not archived. None: somebody has no standing yet.
    """
    if rows is None or (here["ours"].any() and not norm.team):
        return None
    return {**rows, **_grow(rows, one_side.of_ties(sums, here, norm)), **here}


def _grow(rows: Columns, new: Columns) -> Columns:
    """Return the sums of `rows` with those of `new`."""
    first = np.where(rows["first_day"] == 0, new["first_day"], rows["first_day"])
    earlier = (new["first_day"] > 0) & (new["first_day"] < first)
    largest = ("last_day", "contact_days")
    return {
        **{name: rows[name] + new[name] for name in one_side.SUMS},
        **{name: np.maximum(rows[name], new[name]) for name in largest},
        "first_day": np.where(earlier, new["first_day"], first),
    }
