"""Stamps: whether anything changed since something was worked out from the records.

What is kept beside the words read before it was worked out is right for as long as they
are the same. They change in the transaction that writes, whatever way it writes, so no
path can forget to; and they are drawn by chance, so that no restored copy of the
database says a word it said before about something else.
"""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from secrets import randbelow
from typing import Any, Final

from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet, Sum

from stakeholders.models.prepared import prepared

WRITES: Final = re.compile(
    r'\s*(INSERT|UPDATE|DELETE)(?: OR IGNORE)?(?: INTO| FROM)? "?stakeholders_(\w+)', re.I
)
AREAS: Final = {  # of tables; every other one is of the people
    **dict.fromkeys(("interaction", "participation", "exchange"), "talks"),
    "commitment": "promises",
    **dict.fromkeys(("tie", "standing", "norm", "tally", "talkday"), "standings"),
    **dict.fromkeys(("repute", "lesson"), "lessons"),
    **dict.fromkeys(("trend", "grouptrend"), "history"),
    **dict.fromkeys(("place", "structurerun"), "structure"),
    **dict.fromkeys(("plan", "snooze", "savedview"), "plans"),
}
UNSAID: Final = dict.fromkeys(("people", *AREAS.values()), 0)  # where nothing was written
ALL_OF_IT: Final = ("talks", "promises", "people")  # of a conversation
# No page that is kept shows these.
SILENT: Final = {"stamp", "chore", "visit", "seating", "keptreport"}
SIGNED_IN: Final = 'UPDATE "stakeholders_user" SET "last_login" = %s WHERE'  # nor this
LARGEST: Final = 2**48

type Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


class Stamp(models.Model):
    """A word that changes whenever something of one area does.

    The sum of its rows is the word of an area. Each who writes at the same time takes a
    row of their own, so that nobody waits.
    """

    area = models.CharField(max_length=20, db_index=True)
    word = models.BigIntegerField()

    def __str__(self) -> str:
        """Return the area."""
        return self.area


def words() -> Mapping[str, int]:
    """Return the word of each area, in one query; read it before what is kept by it."""
    return {**UNSAID, **dict(_words())}


@prepared
def _words() -> QuerySet[Stamp, tuple[str, int]]:
    """Return each area with its word."""
    return Stamp.objects.order_by().values_list("area").annotate(Sum("word"))


def new_word() -> int:
    """Return a word that nobody said before, drawn by chance."""
    return randbelow(LARGEST)


def watch(connection: BaseDatabaseWrapper, **signal: Any) -> None:
    """Let all that is written through `connection` change its words."""
    if stamped not in connection.execute_wrappers:
        connection.execute_wrappers.append(stamped)


def rest(using: str, **signal: Any) -> None:
    """Let the database `using` be migrated unwatched: its stamps may not be there yet."""
    wrappers = connections[using].execute_wrappers
    if stamped in wrappers:
        wrappers.remove(stamped)


def resume(using: str, **signal: Any) -> None:
    """Watch the database `using` again."""
    watch(connections[using])


def stamped(
    execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Run one statement; what writes records changes the word of their area."""
    done = execute(sql, params, many, context)
    written = WRITES.match(sql.lstrip())
    if written and not _shows_nothing(sql, context["cursor"]):
        for area in _areas(*written.groups()):
            _change(area, context["connection"])
    return done


def tell(table: str, connection: BaseDatabaseWrapper) -> None:
    """Change the words of `table`, to which rows were added past Django's cursors."""
    for area in _areas("INSERT", table.removeprefix("stakeholders_")):
        _change(area, connection)


def _shows_nothing(sql: str, cursor: Any) -> bool:
    """Return whether a statement signed somebody in, or deleted from where nothing was.

    What returns rows has not counted them yet.
    """
    deleted = sql.startswith("DELETE") and "RETURNING" not in sql
    return sql.startswith(SIGNED_IN) or (deleted and cursor.rowcount == 0)


def _areas(verb: str, table: str) -> Collection[str]:
    """Return the areas that a statement changes.

    A conversation that was there before takes along what was promised and said in it
    when it is put away, or told to somebody else.
    """
    if table in SILENT or table.startswith("historical"):
        return ()
    shared = table == "interaction_shared_with"
    known = table in {"interaction", "participation"} and verb != "INSERT"
    return ALL_OF_IT if shared or known else (AREAS.get(table, "people"),)


def _change(area: str, connection: BaseDatabaseWrapper) -> None:
    """Change the word of an area, once in a transaction.

    A mark among what waits for the commit tells whether that is done: Django takes it
    away with a savepoint that is rolled back, as the database takes the word.
    """
    mark = _mark(area)
    if any(waiting[1] is mark for waiting in connection.run_on_commit):
        return
    with connection.cursor() as cursor:
        table = f'"{Stamp._meta.db_table}"'
        free = f"SELECT id FROM {table} WHERE area = %s LIMIT 1"  # noqa: S608
        if connection.features.has_select_for_update_skip_locked:
            free += " FOR UPDATE SKIP LOCKED"
        change = f"UPDATE {table} SET word = %s WHERE id = ({free})"  # noqa: S608
        cursor.execute(change, [new_word(), area])
        if not cursor.rowcount:
            into = f"INSERT INTO {table} (area, word) VALUES (%s, %s)"  # noqa: S608
            cursor.execute(into, [area, new_word()])
    if connection.in_atomic_block:
        transaction.on_commit(mark, using=connection.alias)


@cache
def _mark(area: str) -> Callable[[], None]:
    """Return what stands for a changed word until the commit."""

    def changed() -> None:
        """Do nothing: the word is part of the transaction."""

    changed.__name__ = f"{area}_changed"
    return changed
