"""Django's PostgreSQL, where values travel beside a statement, however many there are."""

from typing import Any, Final, Self

from django.db.backends.postgresql import base
from psycopg import ClientCursor

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

    def get_connection_params(self) -> dict[str, Any]:
        """Return how to connect."""
        return {**super().get_connection_params(), "cursor_factory": Cursor}
