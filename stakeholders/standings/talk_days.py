"""Talk days: how many conversations each day had, so that no page counts them.

Whole numbers may be taken away again without loss, so a change is one more row that says
by how much its day is off; nobody who saves waits for the row of anybody else.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import numpy as np
from django.db import connection
from django.db.models import CharField, Count, F, Func, Q, QuerySet, Sum
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
type Months = list[tuple[str, bool, Counts]]  # "2026-11", whether lately, its counts


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
    days, place = np.unique(talks.day, return_inverse=True)
    marked = [None, *(talks.are(one) for one in (*MARKS, *KINDS))]
    counts = [np.bincount(place, some, len(days)) for some in marked]
    TalkDay.objects.all().delete()
    rows = np.stack(counts, axis=1).astype(np.int64)
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


def kept() -> Days:
    """Return the counts of each day that are kept."""
    return _days(_each(TalkDay.objects.values_list("day")))


def counted(talks: InteractionQuerySet) -> Days:
    """Return the counts of each day of these `talks`, from the log itself."""
    return _days(talks.order_by().values_list("happened_on").annotate(**COUNTED))


def _days(rows: Iterable[Any]) -> Days:
    """Return `rows`, each a day and its counts, by day."""
    return {day: tuple(counts) for day, *counts in rows}


def months_kept(period: Period, lately: date) -> Months:
    """Return the counts of each month of `period`, apart for what is since `lately`."""
    return _months(_kept(first=period.first, last=period.last, lately=lately))


@prepared
def _kept(*, first: date, last: date, lately: date) -> QuerySet[TalkDay, Any]:
    """Return the same as rows."""
    return _each(_by_month(TalkDay.objects.filter(day__range=(first, last)), "day", lately))


def months_counted(talks: InteractionQuerySet, lately: date) -> Months:
    """Return the same of these `talks`, from the log itself."""
    return _months(_by_month(talks, "happened_on", lately).annotate(**COUNTED))


def _months(rows: Iterable[Any]) -> Months:
    """Return `rows`, each a month, whether lately, and its counts."""
    return [(month, late, tuple(counts)) for month, late, *counts in rows]


class Month(Func):
    """The month of a day as a text, "2026-11"."""

    template = "TO_CHAR(%(expressions)s, 'YYYY-MM')"
    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **said: Any) -> Any:
        """Return the same where a day is a text."""
        template = "SUBSTR(%(expressions)s, 1, 7)"
        return self.as_sql(compiler, connection, template=template, **said)


def _by_month(rows: QuerySet[Any], day: str, lately: date) -> QuerySet[Any, Any]:
    """Return `rows` by month, apart for those since `lately`; day: the name of a field."""
    late = Q(**{f"{day}__gte": lately})
    apart: QuerySet[Any, Any] = rows.order_by().annotate(month=Month(F(day)), late=late)
    return apart.values_list("month", "late")


def _each(rows: QuerySet[TalkDay, Any]) -> QuerySet[TalkDay, Any]:
    """Return what is kept, summed up for each of `rows`."""
    return rows.order_by().annotate(**{f"sum_{name}": Sum(name) for name in COUNTS})
