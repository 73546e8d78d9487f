"""Together: the rows of several queries in one, so that a page asks once for all it tells.

Each row travels as JSON beside the name of its query, in the order its query has.
Numbers with a fraction do not travel so: SQLite writes fifteen digits of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import F, QuerySet, TextField, Value, Window
from django.db.models.functions import Cast, JSONObject, RowNumber

ROW: Final = ("told_part", "told_place", "told_row")

type Row = tuple[str, int, dict[str, Any]]


class Part(NamedTuple):
    """One of the queries, and the fields that are told of each row.

    Of what a row leads to, "unit__name"; its "unit__pk" must be among them.
    """

    rows: QuerySet[Any, Any]
    fields: Sequence[str]


def together(parts: Mapping[str, Part]) -> QuerySet[Any, Row]:
    """Return the rows of all `parts` as one query, each by the name of its part."""
    first, *others = (_told(name, *part) for name, part in parts.items())
    found: QuerySet[Any, Row] = first.union(*others, all=True).order_by(*ROW[:2])
    return found


def _told(name: str, rows: QuerySet[Any, Any], fields: Sequence[str]) -> Any:
    """Return `rows` as they travel."""
    order: Any = rows.query.order_by or rows.model._meta.ordering
    part, place, row = ROW
    told = rows.order_by().annotate(
        **{
            part: Cast(Value(name), TextField()),
            place: Window(RowNumber(), order_by=[_ordered(one) for one in order]),
            row: JSONObject(**{field: F(field) for field in fields}),
        }
    )
    return told.values_list(*ROW)


def _ordered(by: Any) -> Any:
    """Return an expression for one name of an ordering."""
    if not isinstance(by, str):
        return by
    return F(by[1:]).desc() if by.startswith("-") else F(by).asc()


def sorted_out(
    rows: Iterable[Row], models: Mapping[str, type[models.Model]]
) -> dict[str, list[Any]]:
    """Return the records that `rows` of `together` tell of, by the name of their part."""
    found: dict[str, list[Any]] = {name: [] for name in models}
    for name, _, row in rows:
        found[name].append(record(models[name], row))
    return found


def record[Model: models.Model](model: type[Model], row: Mapping[str, Any]) -> Model:
    """Return a record of which only the fields in `row` are known yet."""
    own, ends = _plan(model, tuple(row))
    made = model.from_db(
        DEFAULT_DB_ALIAS,
        [field.attname for field, _ in own],
        [field.to_python(row[name]) for field, name in own],
    )
    for end, (other, names) in ends.items():
        there = row[f"{end}__pk"] is not None
        said = {name: row[f"{end}__{name}"] for name in names}
        setattr(made, end, record(other, said) if there else None)
    return made


@cache
def _plan(
    model: type[models.Model], names: tuple[str, ...]
) -> tuple[list[tuple[Any, str]], dict[str, tuple[Any, list[str]]]]:
    """Return which of `names` are fields of its own, in order, and which lead elsewhere."""
    ends: dict[str, tuple[Any, list[str]]] = {}
    own: dict[Any, str] = {}
    for name in names:
        end, _, rest = name.partition("__")
        field: Any = model._meta.pk if name == "pk" else model._meta.get_field(end)
        own[field] = own.get(field, name) if rest else name
        if rest == "pk":
            own[field] = name
        if rest:
            ends.setdefault(end, (field.related_model, []))[1].append(rest)
    ordered = [(one, own[one]) for one in model._meta.concrete_fields if one in own]
    return ordered, ends
