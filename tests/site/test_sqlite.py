"""SQLite as many use it at once."""

import shutil
import sqlite3
from urllib.parse import urlsplit

import pytest
from django.db import OperationalError, connections

from relmap import database
from relmap.sqlite import log
from relmap.sqlite.base import DatabaseWrapper

PAGE = 4096

pytestmark = pytest.mark.django_db  # which lets a test connect at all


@pytest.fixture
def joined(tmp_path):
    """Return a function that connects to one file of its own, as a site does."""
    one = database.sqlite("URL", urlsplit(f"sqlite:///{tmp_path}/one.sqlite3"))
    settings = connections.configure_settings({"default": one})
    made = []

    def joined():
        made.append(DatabaseWrapper(settings["default"], f"file {len(made)}"))
        return made[-1]

    with joined().cursor() as cursor:
        cursor.execute("CREATE TABLE said (words TEXT)")
    log.take_in(made[0])
    yield joined
    for connection in made:
        connection.close()


def say(connection, pages):
    """Write so many pages."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.executemany("INSERT INTO said VALUES (%s)", [("x" * PAGE,)] * pages)
        cursor.execute("COMMIT")


def in_the_file_alone(path):
    """Return how many rows the file holds without its log."""
    alone = shutil.copy(path, path.with_name("copy.sqlite3"))
    with sqlite3.connect(alone) as copy:
        return copy.execute("SELECT count(*) FROM said").fetchone()[0]


def test_what_was_saved_gets_into_the_file_beside_and_a_long_log_begins_anew(
    joined, tmp_path
):
    path = tmp_path / "one.sqlite3"
    saver, beside = joined(), joined()
    say(saver, log.LONG)
    assert in_the_file_alone(path) == 0
    log.take_in(beside)
    assert in_the_file_alone(path) == log.LONG
    before = path.with_name("one.sqlite3-wal").stat().st_size
    say(saver, 10)
    assert path.with_name("one.sqlite3-wal").stat().st_size == before


def test_a_reader_keeps_what_it_reads_while_the_log_is_taken_in(joined, tmp_path):
    reader, saver = joined(), joined()
    with reader.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT count(*) FROM said")
        say(saver, log.LONG)
        log.take_in(joined())
        assert cursor.execute("SELECT count(*) FROM said").fetchone() == (0,)
        cursor.execute("COMMIT")
    say(saver, 1)
    log.take_in(joined())
    assert in_the_file_alone(tmp_path / "one.sqlite3") == log.LONG + 1


def test_whoever_waits_in_vain_for_their_turn_is_told_and_stays_as_patient(joined):
    first, second = joined(), joined()
    second.ensure_connection()
    second.connection.execute("PRAGMA busy_timeout = 50")
    first.cursor().execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        second._start_transaction_under_autocommit()
    first.cursor().execute("ROLLBACK")
    assert second.connection.execute("PRAGMA busy_timeout").fetchone() == (50,)
    second._start_transaction_under_autocommit()


def test_a_percent_sign_stays_one_however_often_it_is_asked(joined):
    with joined().cursor() as cursor:
        for number in (1, 2):
            cursor.execute("SELECT '100%%', %s", [number])
            assert cursor.fetchone() == ("100%", number)
