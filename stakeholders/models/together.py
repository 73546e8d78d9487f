"""Together: the rows of several queries in one, so that a page asks once for all it tells.

Each row travels as a list in JSON beside the name of its query and its place there.
Numbers with a fraction do not travel so: SQLite writes fifteen digits of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from json import loads
from operator import itemgetter
from typing import Any, Final, NamedTuple

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import F, QuerySet, TextField, Value, Window
from django.db.models.functions import Cast, JSONArray, RowNumber

ROW: Final = ("told_part", "told_place", "told_row")
WHERE: Final = itemgetter(0, 1)  # in a row: which part it is of, and its place there

type Row = tuple[str, int, str]


class Told(NamedTuple):
    """Which fields are told of each row of a query, and what record they make, if any.

    Of what a row leads to, "unit__name"; its "unit__pk" must be among them.
    """

    fields: tuple[str, ...]
    model: type[models.Model] | None = None


def together(
    parts: Mapping[str, QuerySet[Any, Any]], told: Mapping[str, Told]
) -> QuerySet[Any, Row]:
    """Return the rows of all `parts` as one query, each by the name of its part.

    told: of each part by its name. The rows are in no order, see `sorted_out`.
    """
    first, *others = (_told(name, rows, told[name].fields) for name, rows in parts.items())
    found: QuerySet[Any, Row] = first.union(*others, all=True).order_by()
    return found


def _told(name: str, rows: QuerySet[Any, Any], fields: Sequence[str]) -> Any:
    """Return `rows` as they travel."""
    order: Any = rows.query.order_by or rows.model._meta.ordering
    part, place, row = ROW
    told = rows.order_by().annotate(
        **{
            part: Cast(Value(name), TextField()),
            place: Window(RowNumber(), order_by=[_ordered(one) for one in order]),
            row: JSONArray(*fields, output_field=TextField()),
        }
    )
    return told.values_list(*ROW)


def _ordered(by: Any) -> Any:
    """Return an expression for one name of an ordering."""
    if not isinstance(by, str):
        return by
    return F(by[1:]).desc() if by.startswith("-") else F(by).asc()


def sorted_out(rows: Iterable[Row], told: Mapping[str, Told]) -> dict[str, list[Any]]:
    """Return what `rows` of `together` tell, in order, by the name of their part.

    A row becomes a record where its part has a model, else it stays a list.
    """
    found: dict[str, list[Any]] = {name: [] for name in told}
    for name, _, text in sorted(rows, key=WHERE):
        fields, model = told[name]
        row = loads(text)
        found[name].append(record(model, fields, row) if model else row)
    return found


def record[Model: models.Model](
    model: type[Model], fields: tuple[str, ...], row: Sequence[Any]
) -> Model:
    """Return a record of which only `fields` are known yet, whose values are the `row`."""
    own, ends = _plan(model, fields)
    made = model.from_db(
        DEFAULT_DB_ALIAS,
        [field.attname for field, _ in own],
        [field.to_python(row[place]) for field, place in own],
    )
    for end, (other, names, places) in ends.items():
        said = [row[place] for place in places]
        there = said[names.index("pk")] is not None
        setattr(made, end, record(other, names, said) if there else None)
    return made


type Ends = dict[str, tuple[Any, tuple[str, ...], list[int]]]


@cache
def _plan(
    model: type[models.Model], names: tuple[str, ...]
) -> tuple[list[tuple[Any, int]], Ends]:
    """Return which of `names` are fields of its own, in order, and which lead elsewhere.

    Each with its place among them.
    """
    own: dict[Any, int] = {}
    led: dict[str, list[tuple[str, int]]] = {}
    for place, name in enumerate(names):
        end, _, rest = name.partition("__")
        field: Any = model._meta.pk if name == "pk" else model._meta.get_field(end)
        if not rest or rest == "pk":
            own[field] = place
        if rest:
            led.setdefault(end, []).append((rest, place))
    ends: Ends = {}
    for end, told in led.items():
        there: Any = model._meta.get_field(end)
        kept, places = zip(*told, strict=True)
        ends[end] = (there.related_model, kept, list(places))
    return [(one, own[one]) for one in model._meta.concrete_fields if one in own], ends
