"""Filling empty tables with millions of rows, past Django's model instances."""

from collections.abc import Mapping, Sequence
from itertools import batched, repeat
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from stakeholders.models.plain import PlainField, found_by

ROWS_AT_ONCE = 50_000

type Columns = Mapping[
    str, Sequence[Any]
]  # attribute: a value per row, as Python writes it


def fill(model: type[models.Model], columns: Columns) -> None:
    """Add rows to the table of `model`: what `columns` give, and each field's default.

    Dates are texts such as 2026-11-21; no text may hold a tab or a backslash.
    """
    count = len(next(iter(columns.values())))
    fields = [
        f for f in model._meta.concrete_fields if f.attname in columns or not f.primary_key
    ]
    names = ", ".join(connection.ops.quote_name(str(f.column)) for f in fields)
    rows = zip(*(_column(field, columns, count) for field in fields), strict=True)
    table = connection.ops.quote_name(model._meta.db_table)
    write = _copy if connection.vendor == "postgresql" else _insert
    write(f"{table} ({names})", len(fields), rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)


def _column(field: models.Field, columns: Columns, count: int) -> Any:
    """Return the values of one field."""
    if field.attname in columns:
        return columns[field.attname]
    if isinstance(field, PlainField):
        told = (columns.get(name, repeat("", count)) for name in field.of)
        return map(found_by, zip(*told, strict=True))
    return repeat(field.get_db_prep_save(field.get_default(), connection), count)


def _insert(where: str, width: int, rows: Any) -> None:
    """Add `rows` by one prepared statement, without Django's own work for each row."""
    values = ", ".join("?" * width)
    with connection.cursor() as cursor:
        cursor.connection.executemany(f"INSERT INTO {where} VALUES ({values})", rows)


def _copy(where: str, width: int, rows: Any) -> None:
    """Add `rows` as PostgreSQL's text format, many lines at a time."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {where} FROM STDIN") as copy:
        for some in batched(rows, ROWS_AT_ONCE):
            copy.write("".join(f"{'\t'.join(map(_text, row))}\n" for row in some))


def _text(value: Any) -> str:
    """Return `value` as COPY reads it."""
    return r"\N" if value is None else str(value)
