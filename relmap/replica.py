"""Reading from a copy: lists and dashboards may ask a replica of the database.

A replica lags behind. So nobody reads from it right after they wrote: a cookie sends
them to the database itself for a while. And nothing is ever decided by what it says: all
that writes, all inside a transaction, sign-in and tasks use the database itself.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, Final

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.http import HttpRequest, HttpResponse

REPLICA: Final = "replica"
WROTE: Final = "wrote"  # the cookie of somebody who wrote a moment ago
SAFE: Final = {"GET", "HEAD"}
PAGES: Final = {
    *("today", "dashboard", "units", "people", "people-search", "person", "briefing"),
    *("conversations", "promises", "why", "why-number"),
    *("map", "map-data", "map-talks", "map-together"),
}

_from_replica: ContextVar[bool] = ContextVar("from_replica", default=False)


class Router:
    """Sends what a page in PAGES reads to the replica, and everything else home."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str:
        """Return where to read `model`."""
        ours = model._meta.app_label == "stakeholders" and model.__name__ != "User"
        if ours and _from_replica.get() and not _writing():
            return REPLICA
        return DEFAULT_DB_ALIAS

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str:
        """Return the database itself, from which this request reads from now on."""
        _from_replica.set(False)
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: models.Model, other: models.Model, **hints: Any) -> bool:
        """Return that rows of both may be joined: one is a copy of the other."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Return that only the database itself is migrated; the replica follows."""
        return db != REPLICA


def _writing() -> bool:
    """Return whether a transaction is open, whose reads must see what it writes."""
    return bool(transaction.get_connection(DEFAULT_DB_ALIAS).in_atomic_block)


class ReadReplica:
    """Chooses where each request reads, and notes who has just written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; who wrote reads from the database itself for a while."""
        before = _from_replica.set(False)
        try:
            response = self.get_response(request)
        finally:
            _from_replica.reset(before)
        if request.method not in SAFE:
            response.set_cookie(
                WROTE,
                "1",
                max_age=settings.REPLICA_LAG,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """Let a page in PAGES be read from the replica, unless its reader just wrote."""
        match = request.resolver_match
        fits = match is not None and match.url_name in PAGES
        _from_replica.set(fits and request.method in SAFE and WROTE not in request.COOKIES)
