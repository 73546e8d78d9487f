"""Talk days: how many conversations each day had, so that no page counts them.

Whole numbers may be taken away again without loss, so a change is one more row that says
by how much its day is off; nobody who saves waits for the row of anybody else.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import numpy as np
from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum
from numpy.typing import NDArray

from stakeholders.models import Interaction, TalkDay
from stakeholders.models.as_talks import Talks
from stakeholders.models.conversations import InteractionQuerySet
from stakeholders.models.prepared import prepared
from stakeholders.standings.scope import Period

MARKS: Final = ("asked", "listened", "told")
KINDS: Final = [str(kind) for kind in Interaction.Formality]
COUNTS: Final = {  # what counts a conversation, in SQL
    "conversations": "1",
    **{mark: f"CASE WHEN {mark} THEN 1 ELSE 0 END" for mark in MARKS},
    **{kind: f"CASE WHEN formality = '{kind}' THEN 1 ELSE 0 END" for kind in KINDS},
}
COUNTED: Final = {
    "conversations": Count("pk"),
    **{mark: Count("pk", Q(**{mark: True})) for mark in MARKS},
    **{kind: Count("pk", Q(formality=kind)) for kind in KINDS},
}
TALKS: Final = Interaction._meta.db_table
KEPT: Final = TalkDay._meta.db_table

type Counts = tuple[int, ...]  # one for each of COUNTS
type Days = dict[date, Counts]


def follow(days: Iterable[date]) -> None:
    """Let the counts of `days` say what the log now says.

    Call in the transaction that added, moved, marked or took away conversations, with
    every day they were or are on. What is off by then is this transaction's own doing:
    the log and its counts are read as of one moment, and others keep both in step.
    """
    named = sorted(set(days))
    if named:
        _add(named)


def add(conversation: int) -> None:
    """Count a conversation (an id) that is new.

    Call in the transaction that added it; whatever else changed is told to `follow`.
    """
    names, counts = ", ".join(COUNTS), ", ".join(COUNTS.values())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {KEPT} (day, {names}) SELECT happened_on, {counts}"  # noqa: S608
            f" FROM {TALKS} WHERE id = %s AND archived_at IS NULL",
            [conversation],
        )


def replace(talks: Talks) -> None:
    """Make the counts of every day say what `talks` say, which are all there are."""
    each = np.bincount(talks.day)
    counts = [each, *(np.bincount(talks.day, talks.are(one)) for one in (*MARKS, *KINDS))]
    days = np.flatnonzero(each)
    TalkDay.objects.all().delete()
    rows = np.stack(counts, axis=1)[days].astype(np.int64)
    _write(dict(zip(map(date.fromordinal, days.tolist()), rows, strict=True)))


def _write(found: Mapping[date, NDArray]) -> None:
    """Add one row for each day, with its counts."""
    TalkDay.objects.bulk_create(
        TalkDay(day=day, **dict(zip(COUNTS, counts.tolist(), strict=True)))
        for day, counts in found.items()
        if counts.any()
    )


def _add(named: list[date]) -> None:
    """Add by how much the counts of the `named` days are off."""
    which = f"IN ({', '.join(['%s'] * len(named))})"
    names = ", ".join(COUNTS)
    logged = ", ".join(f"{sql} AS {name}" for name, sql in COUNTS.items())
    kept = ", ".join(f"-{name}" for name in COUNTS)
    sums = ", ".join(f"SUM({name}) AS {name}" for name in COUNTS)
    off = " OR ".join(f"SUM({name}) <> 0" for name in COUNTS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {KEPT} (day, {names}) SELECT day, {sums} FROM ("  # noqa: S608
            f"SELECT happened_on AS day, {logged} FROM {TALKS}"
            f" WHERE archived_at IS NULL AND happened_on {which} UNION ALL"
            f" SELECT day, {kept} FROM {KEPT} WHERE day {which}"
            f") AS off GROUP BY day HAVING {off}",
            [*named, *named],
        )


def tidy() -> None:
    """Make one row of each day's; call while the norm is held."""
    many = f"SELECT day FROM {KEPT} GROUP BY day HAVING COUNT(*) > 1"  # noqa: S608
    names = ", ".join(COUNTS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {KEPT} WHERE day IN ({many}) RETURNING day, {names}"  # noqa: S608
        )
        rows = cursor.fetchall()
    found = {day: np.zeros(len(COUNTS), np.int64) for day, *_ in rows}
    for day, *counts in rows:
        found[day] += counts
    _write(found)


def kept(period: Period | None = None) -> Days:
    """Return the counts of each day of `period`, or of all that are kept."""
    days = {"first": period.first, "last": period.last} if period else {}
    return {day: tuple(counts) for day, *counts in _kept(**days)}


@prepared
def _kept(*, first: date = date.min, last: date = date.max) -> QuerySet[TalkDay, Any]:
    """Return each day from the first to the last, with its counts."""
    rows = TalkDay.objects.order_by().values_list("day").filter(day__range=(first, last))
    return rows.annotate(**{f"sum_{name}": Sum(name) for name in COUNTS})


def counted(talks: InteractionQuerySet) -> Days:
    """Return the counts of each day of these `talks`, from the log itself."""
    rows: Any = talks.order_by().values_list("happened_on").annotate(**COUNTED)
    return {day: tuple(counts) for day, *counts in rows}
