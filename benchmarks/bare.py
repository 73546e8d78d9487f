"""The yardstick of a save: a bare view of Django that takes the same requests.

It writes the rows of a conversation and of its pairs, and answers with a number of each of
its people. No form, no check of what is sent, no score, no history, no pages that are kept:
what is left is what Django, the database and its disk take for themselves.
"""

from collections.abc import Callable
from datetime import date
from itertools import permutations
from random import Random
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.test import Client, override_settings
from django.urls import path
from django.utils.html import format_html_join

from benchmarks import clients, saves
from benchmarks.pages import browser
from benchmarks.timing import Figures, series
from stakeholders.models import User

WITHIN = (  # all that a request must have to be somebody's
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
)
TABLES = (
    "CREATE TABLE bare_talk (key TEXT PRIMARY KEY, summary TEXT, day INTEGER)",
    "CREATE TABLE bare_seat (talk TEXT, person BIGINT, PRIMARY KEY (talk, person))",
    "CREATE TABLE bare_tie (source BIGINT, target BIGINT, talks FLOAT, last INTEGER,"
    " PRIMARY KEY (source, target))",
    "CREATE TABLE bare_person AS"
    " SELECT id, name, 0.0 AS talks, 0 AS last FROM stakeholders_stakeholder",
    "CREATE UNIQUE INDEX bare_person_once ON bare_person (id)",
)
MORE = (
    "ON CONFLICT (source, target)"
    " DO UPDATE SET talks = bare_tie.talks + 1, last = excluded.last"
)


def beside(ours: Figures, user: User) -> Figures:
    """Return what a bare save takes, and how many of it one of `ours` takes."""
    _make_tables()
    outside = {"ROOT_URLCONF": __name__, "MIDDLEWARE": WITHIN}
    with override_settings(**outside):
        client, random = browser(user), Random(3)
        works = [_saves(client, saves.people(user, random), key) for key in _keys()]
        found = series("bare", works)
    return {
        "save.bare_ms": found["bare.p50_ms"],
        "save.ratio_to_bare": round(ours["save.p50_ms"] / found["bare.p50_ms"], 2),
    }


def _keys() -> list[str]:
    return [f"bare-{number}" for number in range(saves.TIMES)]


def _saves(client: Client, people: list[int], key: str) -> Callable[[], None]:
    """Return a call that sends what the dialog would, and is answered."""
    sent = clients.form(saves.answers(people, key))

    def save() -> None:
        answer = client.post("/log/", sent, saves.FORM)
        if answer.status_code != 200:
            raise RuntimeError(f"the bare log answered {answer.status_code}")

    return save


def _make_tables() -> None:
    """Make the tables that the view writes to, with everybody of the site."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(table)


def log(request: HttpRequest) -> HttpResponse:
    """Save one conversation, and answer with its people and a number of each."""
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    people = [int(one) for one in request.POST.getlist("people")]
    day = date.fromisoformat(request.POST["happened_on"]).toordinal()
    with transaction.atomic(), connection.cursor() as cursor:
        _write(cursor, request.POST["key"], request.POST["summary"], day, people)
        cursor.execute(f"SELECT name, talks FROM bare_person {_among(people)}", people)
        return HttpResponse(format_html_join("", "<li>{}, {}</li>", cursor.fetchall()))


def _write(cursor: Any, key: str, summary: str, day: int, people: list[int]) -> None:
    """Write one conversation, its seats, and a count of it for its pairs and people."""
    _insert(cursor, "bare_talk", [(key, summary, day)])
    _insert(cursor, "bare_seat", [(key, one) for one in people])
    _insert(cursor, "bare_tie", [(*pair, 1, day) for pair in permutations(people, 2)], MORE)
    counted = f"UPDATE bare_person SET talks = talks + 1, last = %s {_among(people)}"
    cursor.execute(counted, [day, *people])


def _insert(cursor: Any, table: str, rows: list[tuple[Any, ...]], clause: str = "") -> None:
    """Insert `rows` by one statement; clause: what is done where one is there."""
    one = f"({', '.join(['%s'] * len(rows[0]))})"
    said = f"INSERT INTO {table} VALUES {', '.join([one] * len(rows))} {clause}"
    cursor.execute(said, [value for row in rows for value in row])


def _among(people: list[int]) -> str:
    return f"WHERE id IN ({', '.join(['%s'] * len(people))})"


urlpatterns = [path("log/", log)]
