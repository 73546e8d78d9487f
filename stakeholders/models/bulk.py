"""Bulk: whole columns out of the database and into it, past single rows.

A million rows cost Python seconds before anything is computed, so each database is asked
to put a column into one value: PostgreSQL the bytes of its numbers, SQLite a text of
them. On the way in PostgreSQL takes binary COPY, SQLite many rows by each statement.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import chain
from math import isnan
from struct import unpack_from
from typing import Any, Final

import numpy as np
from django.db import connection, connections, models
from django.db.models import Case, QuerySet, Value, When
from numpy.typing import NDArray

from stakeholders.models import stamps

type Wholes = NDArray[np.int64]
type Columns = list[NDArray[Any]]

UNIX_DAY_0: Final = date(1970, 1, 1).toordinal()
COPY_HEAD: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
COPY_END: Final = b"\xff\xff"
IN_BINARY: Final = {
    "bigint": ">i8",
    "integer": ">i4",
    "smallint": ">i2",
    "boolean": "?",
    "double precision": ">f8",
}
INDEXES: Final = """
    SELECT name, sql FROM sqlite_master
    WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL
"""
VALUES_AT_ONCE: Final = 6_000  # of one statement; SQLite takes five times as many
TEXTS: Final = 64  # statements kept: to put one together takes as long as to run it
DAY: Final = "DateField"
REAL: Final = "FloatField"
WHOLE: Final = "int8send({}::int8)"
SENT: Final = {  # how PostgreSQL writes a number, if not so
    DAY: "int8send(({} - date '0001-01-01' + 1)::int8)",
    REAL: "float8send({}::float8)",
    "BooleanField": "int8send({}::int::int8)",
}


def read(rows: QuerySet) -> Columns:
    """Return the columns of `rows`, a `values_list` in no order; days come as ordinals.

    Its fields are numbers, of which SQLite tells 15 digits, truths and days.
    Raises ValueError where one is null.
    """
    there = connections[rows.db]  # a page reads all it shows from one database
    compiler = rows.order_by().query.get_compiler(connection=there)
    sql, params = compiler.as_sql()
    kinds = [one.output_field.get_internal_type() for one, *_ in compiler.select]
    from_database = _bytes if there.vendor == "postgresql" else _texts
    count, columns = from_database(there, sql, params, kinds)
    if any(len(column) < count for column in columns):  # which leave out what is null
        raise ValueError("a column that is read in bulk holds a null")
    return columns


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
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    if not len(next(iter(columns.values()))):
        return
    into = _copy if connection.vendor == "postgresql" else _insert
    into(f"{quote(model._meta.db_table)} ({names})", fields, list(columns.values()))
    stamps.tell(model._meta.db_table, connection)  # no statement of Django's did


def replace(model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Make the table of `model` hold `columns` and nothing else, see `write`."""
    kept = model._default_manager.all()
    some = len(next(iter(columns.values())))
    if connection.vendor == "postgresql" and some and kept.exists():
        return _change(model, columns)
    kept.delete()
    if connection.vendor == "postgresql":  # readers would have to wait for its indexes
        return write(model, columns)
    with connection.cursor() as cursor:
        # To sort a whole index takes a fifth of the time of keeping it sorted.
        cursor.execute(INDEXES, [model._meta.db_table])
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
        write(model, columns)
        for _, made in indexes:
            cursor.execute(made)
    return None


def _change(model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Let the rows of `model`, on PostgreSQL, become `columns`: only those that differ.

    Comparing a row takes a fraction of writing it, its indexes and its log.
    """
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), [quote(field.column) for field in fields]
    each, same = ", ".join(names), " AND ".join(map(_same, names, fields))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE now AS SELECT {each} FROM {table} LIMIT 0")  # noqa: S608
        _copy(f"now ({each})", fields, list(columns.values()))
        # Rows that nobody has counted yet would be compared each with each, for hours.
        for way in ("nestloop", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} TO off")
        known = f"FROM {table} AS kept WHERE"
        cursor.execute(f"DELETE {known} NOT EXISTS (SELECT FROM now WHERE {same})")
        if model._default_manager.count() < len(columns[fields[0].attname]):
            cursor.execute(
                f"INSERT INTO {table} ({each}) SELECT {each} FROM now"  # noqa: S608
                f" WHERE NOT EXISTS (SELECT {known} {same})"
            )
        for way in ("nestloop", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} TO DEFAULT")
        cursor.execute("DROP TABLE now")


def _same(name: str, field: Any) -> str:
    """Return what says that two rows agree on a field; only nulls are slow to compare."""
    return f"now.{name} {'IS NOT DISTINCT FROM' if field.null else '='} kept.{name}"


def _insert(where: str, fields: list[Any], columns: list[NDArray]) -> None:
    """Add rows, many by each statement, whose values Django itself would write anew."""
    step = VALUES_AT_ONCE // len(fields)
    row = f"({', '.join(['?'] * len(fields))})"
    with connection.cursor() as cursor:
        for start in range(0, len(columns[0]), step):
            some = [column[start : start + step] for column in columns]
            rows = zip(*map(_plain, fields, some), strict=True)
            many = ", ".join([row] * len(some[0]))
            cursor.connection.execute(
                f"INSERT INTO {where} VALUES {many}",  # noqa: S608
                list(chain.from_iterable(rows)),
            )


def _plain(field: Any, column: NDArray) -> list[Any]:
    """Return `column` as values of Python, NaN as None where that may be."""
    values: list[Any] = column.tolist()
    if field.null and column.dtype.kind == "f":
        return [None if isnan(value) else value for value in values]
    return values


def _copy(where: str, fields: list[Any], columns: list[NDArray]) -> None:
    """Add rows by binary COPY, those with the same sizes of all fields together."""
    sized = [_sized(field, column) for field, column in zip(fields, columns, strict=True)]
    shape = np.zeros(len(columns[0]), np.int64)
    for sizes, _ in sized:
        if np.ptp(sizes):
            several = shape * (2 + sizes.max()) + sizes + 1
            shape = np.unique(several, return_inverse=True)[1]
    into = f"COPY {where} FROM STDIN (FORMAT BINARY)"
    with connection.cursor() as cursor, cursor.cursor.copy(into) as copy:
        copy.write(COPY_HEAD)
        for one in range(shape.max() + 1):
            copy.write(_rows([(s[shape == one], v[shape == one]) for s, v in sized]))
        copy.write(COPY_END)


def _sized(field: Any, column: NDArray) -> tuple[NDArray, NDArray]:
    """Return the size of each value in bytes, -1 for a null, and the values as sent."""
    kind = IN_BINARY.get(field.db_type(connection))
    if kind is None:
        several = [v.encode() if isinstance(v, str) else bytes(v) for v in column.tolist()]
        return np.array([len(value) for value in several]), np.array(several, object)
    unknown = np.isnan(column) if field.null else np.zeros(len(column), np.bool_)
    sizes = np.where(unknown, -1, np.dtype(kind).itemsize)
    return sizes, np.where(unknown, 0, column).astype(kind)


def _rows(sized: list[tuple[NDArray, NDArray]]) -> bytes:
    """Return rows as COPY reads them: how many fields, then each after its size."""
    layout: list[tuple[str, Any]] = [("fields", ">i2")]
    filled = {"fields": np.full(len(sized[0][0]), len(sized))}
    for place, (sizes, values) in enumerate(sized):
        layout.append((f"size {place}", ">i4"))
        filled[f"size {place}"] = sizes
        if sizes[0] > 0:
            text = values.dtype == object
            sent = np.frombuffer(b"".join(values), f"V{sizes[0]}") if text else values
            layout.append((f"value {place}", sent.dtype))
            filled[f"value {place}"] = sent
    rows = np.empty(len(sized[0][0]), layout)
    for name, column in filled.items():
        rows[name] = column
    return rows.tobytes()


def _texts(there: Any, sql: str, params: Any, kinds: list[str]) -> tuple[int, Columns]:
    """Return how many rows a query on SQLite has, and each column, from one long text."""
    asked = _asked(sql, ["group_concat({})"] * len(kinds))
    with there.cursor() as cursor:
        cursor.execute(asked, params)
        count, *texts = cursor.fetchone()
    parts = zip(texts, kinds, strict=True)
    return count, [_parsed(text or "", kind) for text, kind in parts]


def _parsed(text: str, kind: str) -> NDArray[Any]:
    """Return the numbers, or the days, that a text such as 1,2,3 holds."""
    if kind == DAY:
        return _days(text)
    return np.fromstring(text, np.float64 if kind == REAL else np.int64, sep=",")


def _days(text: str) -> Wholes:
    """Return the ordinals of days in a text such as 2026-11-20,2026-11-21."""
    each = np.frombuffer(f"{text},".encode() if text else b"", "S11").astype("S10")
    return each.astype("datetime64[D]").astype(np.int64) + UNIX_DAY_0


def _bytes(there: Any, sql: str, params: Any, kinds: list[str]) -> tuple[int, Columns]:
    """Return the same of a query on PostgreSQL, each column from bytes of its numbers."""
    sent = (f"string_agg({SENT.get(kind, WHOLE)}, '')" for kind in kinds)
    asked = f"COPY ({_asked(sql, sent)}) TO STDOUT (FORMAT BINARY)"
    with there.cursor() as cursor, cursor.cursor.copy(asked, params) as answer:
        count, *values = _values(b"".join(answer), 1 + len(kinds))
    types = (np.float64 if kind == REAL else np.int64 for kind in kinds)
    return int.from_bytes(count), [
        np.frombuffer(value, np.dtype(one).newbyteorder(">")).astype(one)
        for value, one in zip(values, types, strict=True)
    ]


def _asked(sql: str, joined: Iterable[str]) -> str:
    """Return the query for the count of rows of `sql`, and for its columns as `joined`."""
    names, values = [], []
    for place, one in enumerate(joined):
        names.append(f"c{place}")
        values.append(one.format(names[-1]))
    read = f"WITH read ({', '.join(names)}) AS ({sql})"
    return f"{read} SELECT count(*), {', '.join(values)} FROM read"  # noqa: S608


def _values(copied: bytes, count: int) -> Iterator[bytes]:
    """Yield the values of the one row that was `copied`; a null is empty."""
    at = len(COPY_HEAD) + 2
    for _ in range(count):
        (size,) = unpack_from(">i", copied, at)
        at += 4
        yield copied[at : at + max(size, 0)]
        at += max(size, 0)
