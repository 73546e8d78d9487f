"""Talk days: how many conversations each day had, so that no page counts them.

Whole numbers may be taken away again without loss, so a change is one more row that says
by how much its day is off; nobody who saves waits for the row of anybody else.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import numpy as np
from django.db import connection
from django.db.models import CharField, Count, F, Func, Max, Q, QuerySet, Sum

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
type Rows = tuple[int, int, int]  # of a day: how many, the sum of their ids, the last
type Months = list[tuple[str, bool, Counts]]  # "2026-11", whether lately, its counts


def follow(days: Iterable[date]) -> None:
    """Let the counts of `days` say what the log now says.

    Call in the transaction that added, moved, marked, seated or took away conversations,
    with every day they were or are on. What is off by then is this transaction's own doing:
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
    TalkDay.objects.all().delete()
    _write(by_day(talks))


def by_day(talks: Talks) -> Days:
    """Return the counts of each day of `talks`."""
    days, place = np.unique(talks.day, return_inverse=True)
    marked = [None, *(talks.are(one) for one in (*MARKS, *KINDS))]
    counts = [np.bincount(place, some, len(days)) for some in marked]
    rows = np.stack(counts, axis=1).astype(np.int64).tolist()
    return dict(zip(map(date.fromordinal, days.tolist()), map(tuple, rows), strict=True))


def _write(found: Days) -> None:
    """Add one row for each day, with its counts."""
    TalkDay.objects.bulk_create(
        TalkDay(day=day, **dict(zip(COUNTS, counts, strict=True)))
        for day, counts in found.items()
        if any(counts)
    )


def _add(named: list[date]) -> None:
    """Add by how much the counts of the `named` days are off, be it by nothing.

    By its rows it is seen that a day is no longer as it was, see `scoped_days`.
    """
    which = f"IN ({', '.join(['%s'] * len(named))})"
    names = ", ".join(COUNTS)
    logged = ", ".join(f"{sql} AS {name}" for name, sql in COUNTS.items())
    kept = ", ".join(f"-{name}" for name in COUNTS)
    sums = ", ".join(f"SUM({name}) AS {name}" for name in COUNTS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {KEPT} (day, {names}) SELECT day, {sums} FROM ("  # noqa: S608
            f"SELECT happened_on AS day, {logged} FROM {TALKS}"
            f" WHERE archived_at IS NULL AND happened_on {which} UNION ALL"
            f" SELECT day, {kept} FROM {KEPT} WHERE day {which}"
            f") AS off GROUP BY day",
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
    found: dict[date, list[Counts]] = {}
    for day, *counts in rows:
        found.setdefault(day, []).append(tuple(counts))
    _write({day: together(each) for day, each in found.items()})


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
    rows = _kept(first=period.first, last=period.last, lately=lately)
    return [(month, late, tuple(counts)) for month, late, *counts in rows]


@prepared
def _kept(*, first: date, last: date, lately: date) -> QuerySet[TalkDay, Any]:
    """Return the same as rows."""
    days = TalkDay.objects.filter(day__range=(first, last)).order_by()
    late = Q(day__gte=lately)
    months = days.annotate(month=Month(F("day")), late=late)
    return _each(months.values_list("month", "late"))


def rows_of(first: date, last: date) -> dict[date, Rows]:
    """Return which rows each day has, from `first` to `last`; they never come back."""
    return {day: tuple(rows) for day, *rows in _rows_of(first=first, last=last)}


@prepared
def _rows_of(*, first: date, last: date) -> QuerySet[TalkDay, Any]:
    """Return the same as rows."""
    days = TalkDay.objects.filter(day__range=(first, last)).order_by().values_list("day")
    return days.annotate(rows=Count("pk"), ids=Sum("pk"), last=Max("pk"))


def months_of(days: Days, lately: date) -> Months:
    """Return the counts of each month of `days`, apart for what is since `lately`."""
    found: dict[tuple[str, bool], list[Counts]] = {}
    for day, counts in days.items():
        found.setdefault((f"{day:%Y-%m}", day >= lately), []).append(counts)
    return [(*month, together(each)) for month, each in found.items()]


def together(counts: Iterable[Counts]) -> Counts:
    """Return several counts as one."""
    return tuple(map(sum, zip(*counts, strict=True)))


class Month(Func):
    """The month of a day as a text, "2026-11"."""

    template = "TO_CHAR(%(expressions)s, 'YYYY-MM')"
    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **said: Any) -> Any:
        """Return the same where a day is a text."""
        template = "SUBSTR(%(expressions)s, 1, 7)"
        return self.as_sql(compiler, connection, template=template, **said)


def _each(rows: QuerySet[TalkDay, Any]) -> QuerySet[TalkDay, Any]:
    """Return what is kept, summed up for each of `rows`."""
    return rows.order_by().annotate(**{f"sum_{name}": Sum(name) for name in COUNTS})
