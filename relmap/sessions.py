"""Sessions in the database, read past Django's queries: every page begins with one.

Putting that query together takes longer than all the rest of it.
"""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connections
from django.utils import timezone


class SessionStore(db.SessionStore):
    """The session of one browser."""

    def _get_session_from_db(self) -> Any:
        """Return the row of this session, None where there is none or it has expired."""
        rows = self.model.objects
        now = connections[rows.db].ops.adapt_datetimefield_value(timezone.now())
        asked = "SELECT * FROM django_session WHERE session_key = %s AND expire_date > %s"
        found = next(iter(rows.raw(asked, [self.session_key, now])), None)
        if found is None:
            self._session_key = None
        return found
