"""Django's PostgreSQL, where a statement is planned once and values travel beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any, Final, Self

from django.db.backends.postgresql import base
from psycopg import ClientCursor
from psycopg._queries import PostgresQuery, _query2pg_nocache
from psycopg.adapt import AdaptersMap
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus
from psycopg.types.numeric import IntBinaryDumper, IntDumper

MOST: Final = 65_535  # values that the protocol sends beside one statement
TEXTS: Final = 512  # statements kept
LONGEST: Final = 8_000  # characters of one that is; bulk writes are longer
BEGIN: Final = "BEGIN; SET LOCAL plan_cache_mode = auto; SET LOCAL lock_timeout = {}"
USUAL: Final = {"plan_cache_mode": "auto", "lock_timeout": "DEFAULT"}


class Statement(PostgresQuery):
    """A statement that is known again, with what travels beside it.

    By itself psycopg looks through each that is long, or has many values, for where they
    stand, which takes longer than the statement itself.
    """

    def convert(self, query: Any, vars: Any) -> None:
        """Take `query` with its values."""
        if vars is None or not isinstance(query, str) or len(query) > LONGEST:
            return super().convert(query, vars)
        known = _looked_through(query, self._tx.encoding)
        self.query, self._want_formats, self._order, self._parts = known
        return self.dump(vars)


@lru_cache(maxsize=TEXTS)
def _looked_through(query: str, encoding: str) -> tuple[Any, ...]:
    """Return `query` as PostgreSQL wants it, and how its values travel."""
    return _query2pg_nocache(query.encode(encoding), encoding)


class Cursor(base.ServerBindingCursor):
    """A cursor that writes into the statement what cannot travel beside it."""

    _query_cls = Statement

    def execute(self, query: Any, params: Any = None, **how: Any) -> Self:
        """Run `query`; a list of a hundred thousand ids is said in its text."""
        if params is not None and len(params) > MOST:
            here: Any = self.connection  # type: ignore[attr-defined]
            query, params = ClientCursor(here).mogrify(query, params), None
        super().execute(query, params, **how)  # type: ignore[misc]
        return self


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the server."""

    _alike = False  # whether what is asked now is planned without looking at its values
    _patience = USUAL["lock_timeout"]  # milliseconds to wait for others who write

    def get_connection_params(self) -> dict[str, Any]:
        """Return how to connect."""
        known = super().get_connection_params()
        return {
            **known,
            "cursor_factory": Cursor,
            "context": _of_one_size(known["context"]),
        }

    def _configure_connection(self, connection: Any) -> bool:
        """Make a new `connection` ours; return whether that has to be committed."""
        connection.prepared_max = TEXTS
        return bool(super()._configure_connection(connection))  # type: ignore[misc]

    @contextmanager
    def planned_alike(self) -> Iterator[None]:
        """Let what is asked inside be planned once, whatever its values are.

        PostgreSQL else plans a statement anew each time where it guesses that a plan for
        just these values is a little better; for what a page asks about one person,
        planning takes ten times as long as answering. A transaction plans as usual.
        """
        self._alike, before = True, self._alike
        try:
            yield
        finally:
            self._alike = before

    def wait_for_others(self, milliseconds: int) -> None:
        """Wait no longer than that for others who write, until the connection is closed.

        A statement in no transaction may wait less: pages and saves take turns on a
        connection, which would be told anew for each.
        """
        self._patience = str(milliseconds)

    def create_cursor(self, name: str | None = None) -> Any:
        """Return a cursor of a connection that does as is wanted now."""
        if self.autocommit:
            mode = "force_generic_plan" if self._alike else "auto"
            self._tell(plan_cache_mode=mode, lock_timeout=self._patience)
        return super().create_cursor(name)

    def _set_autocommit(self, autocommit: bool) -> None:
        """Begin a transaction at once, and say how it plans and waits: all in one message.

        Inside nothing is told for good: the server forgets what it was told if undone.
        """
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        if not autocommit:
            with self.wrap_database_errors:
                begun = self.connection.pgconn.exec_(BEGIN.format(self._patience).encode())
                if begun.status != ExecStatus.COMMAND_OK:
                    self.connection.close()  # which would begin by itself from here on
                    raise error_from_result(begun)

    def _tell(self, **wanted: str) -> None:
        """Tell the server its settings, unless it knows; a connection outlives this."""
        here: Any = self.connection
        known = getattr(here, "told", USUAL)
        news = [name for name in wanted if not _does(known[name], wanted[name])]
        if news:
            said = "; ".join(f"SET {name} = {wanted[name]}" for name in news)
            with self.wrap_database_errors:
                here.execute(said, prepare=False)
            here.told = known | {name: wanted[name] for name in news}

    def _close(self) -> None:
        """Give the connection back, and be as patient as usual over the next one."""
        self._patience = USUAL["lock_timeout"]
        super()._close()  # type: ignore[misc]


def _does(known: str, wanted: str) -> bool:
    """Return whether a setting that is `known` does as is `wanted`.

    Who waits so many milliseconds waits no longer than more of them.
    """
    waits = known.isdecimal() and wanted.isdecimal()
    return known == wanted or (waits and int(known) < int(wanted))


class WholeNumber(IntDumper):
    """Sends small whole numbers in four bytes, as those that need them.

    By itself psycopg sends as few as a value needs, and PostgreSQL plans a statement again
    for each combination of sizes.
    """

    _int2_dumper = IntDumper._int4_dumper  # type: ignore[assignment]


class WholeNumberInBinary(IntBinaryDumper):
    """The same for one number; a list of them travels as text."""

    _int2_dumper = IntBinaryDumper._int4_dumper  # type: ignore[assignment]


@cache
def _of_one_size(known: AdaptersMap) -> AdaptersMap:
    """Return how values travel: as `known`, but whole numbers as WholeNumber sends them."""
    adapters = AdaptersMap(known)
    for sent in (WholeNumber, WholeNumberInBinary):  # where both can, the last one does
        adapters.register_dumper(int, sent)
    return adapters
