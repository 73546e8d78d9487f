"""Waiting for others who write: not long, and never without a word.

An import of many rows is one transaction of minutes. On SQLite nobody else writes
meanwhile, on PostgreSQL nobody else the same rows; whoever saves is told so in time,
before those behind them wait too.
"""

from collections.abc import Callable
from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED
from typing import Any

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TO_SAVE = 5_000  # milliseconds a change waits for its turn
TO_READ = 500  # reading needs no turn; what a page notes on the side can be left
IN_VAIN = {"55P03", "40P01"}  # waited long enough, or for somebody who waits for us
SAFE = {"GET", "HEAD", "OPTIONS"}


class Busy:
    """Lets each request wait for its turn a while, then says that it was in vain."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, waiting no longer than this kind of request may."""
        here: Any = connection
        here.wait_for_others(TO_READ if request.method in SAFE else TO_SAVE)
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """Say in a sentence that somebody else writes; leave other errors alone."""
        if not isinstance(error, OperationalError) or not is_busy(error.__cause__):
            return None
        said = {"reading": request.method in SAFE}
        answer = render(request, "503.html", said, status=503)
        answer["Retry-After"] = "30"
        return answer


def is_busy(cause: BaseException | None) -> bool:
    """Return whether a database gave up waiting for another who writes."""
    of_sqlite = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    of_postgres = getattr(cause, "sqlstate", None)
    return of_sqlite in {SQLITE_BUSY, SQLITE_LOCKED} or of_postgres in IN_VAIN
