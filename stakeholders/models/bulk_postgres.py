"""Bulk on PostgreSQL: a column is the bytes of its numbers; rows come by binary COPY."""

from collections.abc import Iterator, Mapping
from struct import unpack_from
from typing import Any, Final

import numpy as np
from django.db import DatabaseError, connection, models, transaction
from numpy.typing import NDArray

from stakeholders.models import stamps

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
    SELECT relname, conname, pg_get_constraintdef(one.oid), pg_get_indexdef(indexrelid)
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    LEFT JOIN pg_constraint AS one ON conindid = indexrelid AND conrelid = indrelid
    WHERE indrelid = %s::regclass AND NOT EXISTS (
        SELECT FROM pg_constraint WHERE conrelid = indrelid AND contype = 'f'
    )
"""  # of a table without keys to check: while any are unchecked it stays as it is
MANY: Final = 10_000  # rows; of fewer, indexes are kept as quickly as they are made
REAL: Final = "FloatField"
WHOLE: Final = "int8send({}::int8)"
SENT: Final = {  # how PostgreSQL writes a number, if not so
    "DateField": "int8send(({} - date '0001-01-01' + 1)::int8)",
    REAL: "float8send({}::float8)",
    "BooleanField": "int8send({}::int::int8)",
}


def joined(kind: str) -> str:
    """Return what puts a column of a `kind` of field into one value."""
    return f"string_agg({SENT.get(kind, WHOLE)}, '')"


def answer(
    there: Any, asked: str, params: Any, kinds: list[str]
) -> tuple[int, list[NDArray[Any]]]:
    """Return the count of rows that was `asked` for, and each column."""
    copied = f"COPY ({asked}) TO STDOUT (FORMAT BINARY)"
    with there.cursor() as cursor, cursor.cursor.copy(copied, params) as sent:
        count, *values = _values(b"".join(sent), 1 + len(kinds))
    types = (np.float64 if kind == REAL else np.int64 for kind in kinds)
    return int.from_bytes(count), [
        np.frombuffer(value, np.dtype(one).newbyteorder(">")).astype(one)
        for value, one in zip(values, types, strict=True)
    ]


def _values(copied: bytes, count: int) -> Iterator[bytes]:
    """Yield the values of the one row that was `copied`; a null is empty."""
    at = len(COPY_HEAD) + 2
    for _ in range(count):
        (size,) = unpack_from(">i", copied, at)
        at += 4
        yield copied[at : at + max(size, 0)]
        at += max(size, 0)


def add(model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Add rows by one COPY."""
    _copy(_quoted(model), model, columns)
    stamps.tell(model._meta.db_table, connection)  # no statement of Django's did


def replace(model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Make the table of `model` hold `columns` and nothing else."""
    if model._default_manager.exists():
        return _change(model, columns)
    few = len(next(iter(columns.values()))) < MANY
    indexes = [] if few else _indexes_taken(_quoted(model))
    add(model, columns)
    with connection.cursor() as cursor:
        for made in indexes:
            cursor.execute(made)
    return None


def _indexes_taken(table: str) -> list[str]:
    """Take the indexes from an empty table; return what makes them again.

    To sort them whole takes a fourth of the time of keeping them sorted, but whoever looks
    at the table has to wait until the end. So they stay where anybody looks at it now, who
    is never waited for: they may be waiting for us.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(INDEXES, [table])
            indexes = [_index(table, *row) for row in cursor.fetchall()]
            cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE NOWAIT")
            for taken, _ in indexes:
                cursor.execute(taken)
    except DatabaseError:  # looked at, or not ours to change
        return []
    return [made for _, made in indexes]


def _index(table: str, name: str, rule: str | None, *made: str) -> tuple[str, str]:
    """Return what takes one index from a table, and what makes it again.

    rule: the constraint it is for. made: how that is made, and how an index is.
    """
    quote = connection.ops.quote_name
    if rule is None:
        return f"DROP INDEX {quote(name)}", made[1]
    one = f"CONSTRAINT {quote(rule)}"
    return f"ALTER TABLE {table} DROP {one}", f"ALTER TABLE {table} ADD {one} {made[0]}"


def _change(model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Let the rows of `model` become `columns`: only those that differ are written.

    Comparing a row takes a fraction of writing it, its indexes and its log.
    """
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    table, names = _quoted(model), [connection.ops.quote_name(one.column) for one in fields]
    each, same = ", ".join(names), " AND ".join(map(_same, names, fields))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE now AS SELECT {each} FROM {table} LIMIT 0")  # noqa: S608
        _copy("now", model, columns)
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


def _quoted(model: type[models.Model]) -> str:
    """Return the table of `model` as a statement names it."""
    return connection.ops.quote_name(model._meta.db_table)


def _copy(table: str, model: type[models.Model], columns: Mapping[str, NDArray]) -> None:
    """Add rows by binary COPY, those with the same sizes of all fields together."""
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    sized = list(map(_sized, fields, columns.values()))
    shape = np.zeros(len(sized[0][0]), np.int64)
    for sizes, _ in sized:
        if np.ptp(sizes):
            several = shape * (2 + sizes.max()) + sizes + 1
            shape = np.unique(several, return_inverse=True)[1]
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    into = f"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)"
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
