"""Bulk: whole columns out of the database and into it, past single rows.

A million rows cost Python seconds before anything is computed, so each database is asked
to put a column into one value, and takes many rows by one statement: see `bulk_sqlite`
and `bulk_postgres`.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import ModuleType
from typing import Any, Final

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connection, connections, models
from django.db.models import Case, QuerySet, Value, When
from numpy.typing import NDArray

from stakeholders.models import bulk_postgres, bulk_sqlite

type Wholes = NDArray[np.int64]
type Columns = list[NDArray[Any]]

WAYS: Final[dict[str, ModuleType]] = {"postgresql": bulk_postgres, "sqlite": bulk_sqlite}
TEXTS: Final = 64  # statements kept: to put one together takes as long as to run it


def read(rows: QuerySet) -> Columns:
    """Return the columns of `rows`, a `values_list` in no order; days come as ordinals.

    Its fields are numbers, of which SQLite tells 15 digits, truths and days.
    Raises ValueError where one is null.
    """
    there = connections[rows.db]  # a page reads all it shows from one database
    compiler = rows.order_by().query.get_compiler(connection=there)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:  # of no ids there are no rows; the database is not asked
        return [np.empty(0, np.int64) for _ in compiler.select]
    kinds = [one.output_field.get_internal_type() for one, *_ in compiler.select]
    way = WAYS[there.vendor]
    asked = _asked(sql, map(way.joined, kinds))
    count: int
    columns: Columns
    count, columns = way.answer(there, asked, params, kinds)
    if any(len(column) < count for column in columns):  # which leave out what is null
        raise ValueError("a column that is read in bulk holds a null")
    return columns


def _asked(sql: str, joined: Iterable[str]) -> str:
    """Return the query for the count of rows of `sql`, and for its columns as `joined`."""
    names, values = [], []
    for place, one in enumerate(joined):
        names.append(f"c{place}")
        values.append(one.format(names[-1]))
    read = f"WITH read ({', '.join(names)}) AS ({sql})"
    return f"{read} SELECT count(*), {', '.join(values)} FROM read"  # noqa: S608


def numbered(field: str, numbers: Mapping[str, int], other: int | None = None) -> Case:
    """Return the number of the word in `field`, as the database works it out.

    other: the number of every other word; left out, those are null.
    """
    whens = (When(**{field: word}, then=Value(one)) for word, one in numbers.items())
    return Case(*whens, default=Value(other), output_field=models.IntegerField())


@lru_cache(maxsize=TEXTS)
def adding(model: type[models.Model], names: tuple[str, ...], rows: int) -> str:
    """Return the statement that adds so many `rows` of `names` to the table of `model`.

    What follows may call a row that is there already `before`.
    """
    quote = connection.ops.quote_name
    one = f"({', '.join(['%s'] * len(names))})"
    into = f"INSERT INTO {quote(model._meta.db_table)} AS before"
    return f"{into} ({', '.join(map(quote, names))}) VALUES {', '.join([one] * rows)}"


def ascending(columns: list[Wholes]) -> list[Wholes]:
    """Return `columns` in order of the first, in which they mostly are already."""
    first = columns[0]
    if (first[1:] >= first[:-1]).all():
        return columns
    order = np.argsort(first, kind="stable")
    return [column[order] for column in columns]


def write(model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Add rows to the table of `model`: each attribute's column; others get no value.

    Where a field may be null, NaN is. Call inside a transaction.
    """
    if _some(columns):
        _way().add(model, columns)


def replace(model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Make the table of `model` hold `columns` and nothing else, see `write`."""
    if _some(columns):
        _way().replace(model, columns)
    else:
        model._default_manager.all().delete()


def _some(columns: Mapping[str, NDArray]) -> bool:
    """Return whether `columns` have any row."""
    return len(next(iter(columns.values()))) > 0


def _way() -> ModuleType:
    """Return what writes to the database of this process."""
    return WAYS[connection.vendor]
