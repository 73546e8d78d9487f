"""Django's PostgreSQL, where a statement is planned once and values travel beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final, Self

from django.db.backends.postgresql import base
from psycopg import ClientCursor
from psycopg.adapt import AdaptersMap
from psycopg.types.numeric import IntBinaryDumper, IntDumper

MOST: Final = 65_535  # values that the protocol sends beside one statement


class Cursor(base.ServerBindingCursor):
    """A cursor that writes into the statement what cannot travel beside it."""

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

    def get_connection_params(self) -> dict[str, Any]:
        """Return how to connect."""
        known = super().get_connection_params()
        return {
            **known,
            "cursor_factory": Cursor,
            "context": _of_one_size(known["context"]),
        }

    @contextmanager
    def planned_alike(self) -> Iterator[None]:
        """Let what is asked inside be planned once, whatever its values are.

        PostgreSQL else plans a statement anew each time where it guesses that a plan for
        just these values is a little better; for what a page asks about one person,
        planning takes ten times as long as answering.
        """
        self._alike, before = True, self._alike
        try:
            yield
        finally:
            self._alike = before

    def create_cursor(self, name: str | None = None) -> Any:
        """Return a cursor of a connection that plans as is wanted now."""
        if self.autocommit:
            self._plan(self._alike)
        return super().create_cursor(name)

    def _set_autocommit(self, autocommit: bool) -> None:
        """Begin no transaction that plans alike: undone, it would plan so again."""
        if not autocommit:
            self._plan(False)
        super()._set_autocommit(autocommit)  # type: ignore[misc]

    def _plan(self, alike: bool) -> None:
        """Tell the server how to plan, unless it knows; a connection outlives this."""
        here: Any = self.connection
        if getattr(here, "plans_alike", False) != alike:
            mode = "force_generic_plan" if alike else "auto"
            with self.wrap_database_errors:
                here.execute(f"SET plan_cache_mode = {mode}")
            here.plans_alike = alike


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
