"""Tables as columns: derived rows travel as numpy arrays by the names of their columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import batched
from typing import Any

import numpy as np
from django.db import connection, models
from django.db.models import QuerySet
from numpy.typing import NDArray

from stakeholders.models import bulk

type Columns = dict[str, NDArray]  # all of one length

ROWS_AT_ONCE = 500  # of one statement
MOST_NAMED = 1_000  # ids in one query; above, everything is read
ROUNDING = 1e-12  # relative


def read(rows: QuerySet[Any], kinds: Mapping[str, Any]) -> Columns:
    """Return the columns of `rows` that `kinds` names, each as the type it says."""
    return columns(rows.values_list(*kinds), kinds)


def columns(rows: Iterable[Sequence[Any]], kinds: Mapping[str, Any]) -> Columns:
    """Return `rows`, whose values are those that `kinds` names, as columns."""
    found = list(zip(*rows, strict=True)) or [()] * len(kinds)
    return {
        name: np.array(column, kind)
        for (name, kind), column in zip(kinds.items(), found, strict=True)
    }


def take(columns: Columns, rows: NDArray) -> Columns:
    """Return the rows of `columns` that `rows` (indices or truths) selects."""
    return {name: column[rows] for name, column in columns.items()}


def upsert(model: type[models.Model], columns: Columns, key: Sequence[str]) -> None:
    """Write `columns` into the table of `model`: rows whose `key` is there are replaced.

    columns: by the names of the table's own columns; `key` is a unique constraint of it.
    """
    names = tuple(columns)
    otherwise = replacing(names, tuple(key))
    with connection.cursor() as cursor:
        for rows in batched(_rows(columns), ROWS_AT_ONCE, strict=False):
            if connection.vendor == "sqlite":
                cursor.executemany(f"{bulk.adding(model, names, 1)} {otherwise}", rows)
            else:
                many = f"{bulk.adding(model, names, len(rows))} {otherwise}"
                cursor.execute(many, [value for row in rows for value in row])


@lru_cache(maxsize=bulk.TEXTS)
def replacing(names: tuple[str, ...], key: tuple[str, ...]) -> str:
    """Return what follows it where rows of the same `key` are replaced."""
    quote = connection.ops.quote_name
    others = (quote(name) for name in names if name not in key)
    sets = ", ".join(f"{name} = excluded.{name}" for name in others)
    return f"ON CONFLICT ({', '.join(map(quote, key))}) DO UPDATE SET {sets}"


def _rows(columns: Columns) -> Iterator[tuple[Any, ...]]:
    """Return `columns` row by row, as plain values."""
    return zip(*(column.tolist() for column in columns.values()), strict=True)


def changed(now: Columns, before: Columns) -> NDArray[np.bool_]:
    """Return which rows of `now` differ from the same rows of `before`, rounding aside."""
    differs = np.zeros(len(next(iter(now.values()))), np.bool_)
    for name, column in now.items():
        if column.dtype.kind == "f":
            close = np.isclose(
                column, before[name], rtol=ROUNDING, atol=0.0, equal_nan=True
            )
            differs |= ~close
        else:
            differs |= column != before[name]
    return differs
