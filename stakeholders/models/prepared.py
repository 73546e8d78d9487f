"""Prepared: a query that is put together and translated once, and asked ever after.

Django takes several times as long to put a query together and to translate it as the
database takes to answer it. A function marked `prepared` is called when a shape of its
arguments is new, with slots in place of numbers, days and readers; its SQL is kept, and
asked with what stands in the slots. So it must not decide anything by their values.
"""

from collections.abc import Callable, Hashable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial, update_wrapper
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import DateField, IntegerField, Model, QuerySet, Value
from django.db.models.query import ModelIterable, ValuesListIterable
from django.db.models.sql.compiler import SQLCompiler

from stakeholders.models.truths import told

SHAPES: Final = 64  # of one query; whoever asks oddly fills no memory
KINDS: Final[dict[type, Any]] = {int: IntegerField(), date: DateField()}
SINGLE: Final = 4  # lists of up to so many ids share a shape; beyond, twice as many

type Shape = tuple[tuple[str, Hashable], ...]


class Slot(Value):
    """Where one value stands that is known once the query is asked."""

    def __init__(self, name: str, kind: type = int, place: int | None = None) -> None:
        """Take the argument's name; place: of a list, which of its values."""
        super().__init__(name, KINDS[kind])
        self.name, self.kind, self.place = name, kind, place

    def as_sql(self, *_: Any) -> tuple[str, tuple[Any, ...]]:
        """Return a parameter that is still to be filled."""
        return "%s", (self,)

    as_sqlite = as_sql  # type: ignore[assignment]

    def _combine(self, *with_what: Any) -> Any:
        """Refuse to count from a day: databases do that each in their own way."""
        if self.kind is date:
            raise TypeError(f"Give {self.name} as the day it is to be compared with.")
        return super()._combine(*with_what)  # type: ignore[misc]

    def filled(self, given: Mapping[str, Any]) -> Any:
        """Return what stands here among the arguments `given`."""
        value = given[self.name]
        if self.place is None:
            return value
        return value[min(self.place, len(value) - 1)]


class Ids(Slot):
    """Where a list of ids stands, made longer by its last one."""

    def __init__(self, name: str, count: int) -> None:
        """Take the argument's name, and how many ids there is room for."""
        super().__init__(name)
        self.count = count

    def as_sql(self, *_: Any) -> tuple[str, tuple[Any, ...]]:
        """Return a parameter for each of them."""
        slots = tuple(Slot(self.name, place=n) for n in range(self.count))
        return f"({', '.join(['%s'] * self.count)})", slots

    as_sqlite = as_sql


class Reader(Slot):
    """Whoever reads; what they may see is decided by what every reader has."""

    is_authenticated = True

    def __init__(self, name: str, known: bool) -> None:
        """Take the argument's name; known: whether they are one of the people."""
        super().__init__(name)
        self.pk = self
        self.stakeholder_id = Slot(f"{name}.stakeholder") if known else None


@dataclass(frozen=True, slots=True)
class Translated:
    """A query in one shape, as one database understands it."""

    rows: QuerySet[Any, Any]
    compiler: SQLCompiler
    sql: str
    parameters: tuple[Any, ...]  # slots among them
    converters: dict[int, Any]  # of columns that a database says otherwise
    listed: bool  # what is asked for is rows of values
    fields: tuple[str, ...]  # what records are made of, if of a row and nothing beside it

    def ask(self, given: Mapping[str, Any], using: str) -> list[Any]:
        """Return what the database answers; what is kept is shared, and not touched."""
        connection: Any = connections[using]
        with connection.planned_alike():
            return self._ask(given, connection)

    def _ask(self, given: Mapping[str, Any], connection: Any) -> list[Any]:
        """Return what the database at the end of `connection` answers."""
        filled = self._filled(given, connection.ops.adapt_datefield_value)
        if self.listed:
            return self._fetched(filled, connection)
        if self.fields:
            make = partial(self.rows.model.from_db, connection.alias, self.fields)
            return [*map(make, self._fetched(filled, connection))]
        compiler, rows, sql = self._compiler_of(connection), self.rows.all(), self.sql
        setattr(compiler, "as_sql", lambda *_, **__: (sql, filled))  # noqa: B010
        setattr(compiler, "get_converters", lambda *_: self.converters)  # noqa: B010
        setattr(rows.query, "get_compiler", lambda *_, **__: compiler)  # noqa: B010
        return list(rows)

    def _fetched(self, filled: tuple[Any, ...], connection: Any) -> list[tuple[Any, ...]]:
        """Return the rows that the database answers with."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, filled)
            found = cursor.fetchall()
        if not self.converters:
            return list(found)
        compiler = self._compiler_of(connection)
        return [*map(tuple, compiler.apply_converters(found, self.converters))]

    def _compiler_of(self, connection: Any) -> Any:
        """Return a compiler of its own for this thread's `connection`."""
        compiler = copy(self.compiler)
        compiler.connection = connection
        return compiler

    def _filled(
        self, given: Mapping[str, Any], of_day: Callable[[date], Any]
    ) -> tuple[Any, ...]:
        """Return the parameters with what is `given`; of_day: a day as it is sent."""
        return tuple(
            one
            if not isinstance(one, Slot)
            else of_day(one.filled(given))
            if one.kind is date
            else one.filled(given)
            for one in self.parameters
        )


class Prepared[**P, Row]:
    """A function that returns rows, see the module; it is called by name alone."""

    def __init__(self, make: Callable[P, QuerySet[Any, Row]]) -> None:
        """Take what puts the query together."""
        self.make: Callable[..., QuerySet[Any, Row]] = make
        self._model = lru_cache(maxsize=SHAPES)(self._read)
        self._translated = lru_cache(maxsize=SHAPES)(self._translate)
        update_wrapper(self, make)

    def __call__(self, *_: P.args, **given: P.kwargs) -> list[Row]:
        """Return the rows for these arguments."""
        shape = tuple((name, _kind(value)) for name, value in given.items())
        using = router.db_for_read(self._model(shape))
        translated = self._translated(shape, using)
        return translated.ask(_values(given), using) if translated else []

    def _read(self, shape: Shape) -> type[Model]:
        """Return the model that is read for arguments of this `shape`."""
        return self._put_together(shape).model

    def _put_together(self, shape: Shape) -> QuerySet[Any, Row]:
        """Return the query for arguments of this `shape`."""
        return self.make(**{name: _slot(name, kind) for name, kind in shape})

    def _translate(self, shape: Shape, using: str) -> Translated | None:
        """Return the same as the database `using` understands it; None: no row can be.

        Django alters a query while it translates it, so none is translated that another
        thread could be at.
        """
        rows = self._put_together(shape)
        compiler: Any = rows.query.get_compiler(using)
        try:
            sql, parameters = told(connections[using].vendor, *compiler.as_sql())
        except EmptyResultSet:
            return None
        columns = [column for column, *_ in compiler.select[: compiler.col_count]]
        converters = compiler.get_converters(columns)
        compiler.connection = None  # which is this thread's, and goes with it
        alone = not compiler.has_extra_select  # no column that only orders them
        listed = alone and rows._iterable_class is ValuesListIterable
        fields = _fields(rows, compiler) if alone else ()
        return Translated(rows, compiler, sql, parameters, converters, listed, fields)


def _fields(rows: QuerySet[Any, Any], compiler: Any) -> tuple[str, ...]:
    """Return the attributes that each of `rows` fills; none where Django adds to them."""
    if rows._iterable_class is not ModelIterable:
        return ()
    known: Any = rows
    beside = known._prefetch_related_lookups or known._known_related_objects
    if beside or len(compiler.klass_info["select_fields"]) < compiler.col_count:
        return ()
    return tuple(column.target.attname for column, *_ in compiler.select)


def prepared[**P, Row](make: Callable[P, QuerySet[Any, Row]]) -> Prepared[P, Row]:
    """Let the query that `make` puts together be kept; its arguments go by name."""
    return Prepared(make)


def _kind(value: Any) -> Hashable:
    """Return what of an argument decides how the query looks; what has no slot is all."""
    if type(value) in KINDS:
        return (type(value),)
    if isinstance(value, AbstractBaseUser):
        return (Reader, getattr(value, "stakeholder_id", None) is not None)
    if isinstance(value, list):
        return (list, _room(len(value)))
    one: Hashable = value
    return one


def _room(count: int) -> int:
    """Return for how many ids there is room where a list has `count`."""
    return max(SINGLE, 1 << (count - 1).bit_length()) if count else 0


def _slot(name: str, kind: Any) -> Any:
    """Return what stands for an argument while a query is put together."""
    match kind:
        case (type() as one,):
            return Slot(name, one)
        case (cls, known) if cls is Reader:
            return Reader(name, known)
        case (cls, count) if cls is list:
            return Ids(name, count) if count else []
    return kind


def _values(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what fills the slots of the arguments `given`."""
    values = dict(given)
    for name, value in given.items():
        if isinstance(value, AbstractBaseUser):
            values[name] = value.pk
            values[f"{name}.stakeholder"] = getattr(value, "stakeholder_id", None)
    return values
