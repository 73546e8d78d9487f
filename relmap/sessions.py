"""Sessions in the database, read past Django's queries: every page begins with one.

Putting that query together takes longer than all the rest of it.
"""

from typing import Any, Final

from django.contrib.sessions.backends import db
from django.db import connections
from django.utils import timezone

FIELDS: Final = ("session_key", "session_data")  # nobody asks when it expires


class SessionStore(db.SessionStore):
    """The session of one browser."""

    def _get_session_from_db(self) -> Any:
        """Return the row of this session, None where there is none or it has expired."""
        there: Any = connections[self.model.objects.db]
        now = there.ops.adapt_datetimefield_value(timezone.now())
        asked = "SELECT {} FROM django_session WHERE session_key = %s AND expire_date > %s"
        with there.planned_alike(), there.cursor() as cursor:
            cursor.execute(asked.format(", ".join(FIELDS)), [self.session_key, now])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return None
        return self.model.from_db(there.alias, FIELDS, found)
