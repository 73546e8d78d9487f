"""The database is set up as the handbook promises."""

import pytest
from django.core.cache import cache
from django.db import connection

pytestmark = pytest.mark.django_db


def asked(question):
    with connection.cursor() as cursor:
        return cursor.execute(question).fetchone()[0]


def test_the_cache_is_kept_in_the_database():
    cache.set("greeting", "hello")
    assert cache.get("greeting") == "hello"


def test_readers_go_on_while_somebody_writes():
    if connection.vendor == "sqlite":
        assert asked("PRAGMA journal_mode") == "wal"
    else:
        assert asked("SHOW transaction_isolation") == "read committed"


def test_what_is_asked_often_is_planned_once_on_postgresql():
    for number in range(4):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 + %s", [number])
            assert cursor.fetchone() == (1 + number,)
    if connection.vendor == "postgresql":
        planned = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE"
        assert asked(f"{planned} 'SELECT 1 + $1%'") == 1


def test_a_list_may_be_longer_than_what_travels_beside_a_statement():
    cache.set("greeting", "hello")
    with connection.cursor() as cursor:
        many = [*range(66_000), 77_777]
        marks = ", ".join(["%s"] * len(many))
        cursor.execute(f"SELECT count(*) FROM relmap_cache WHERE 77777 IN ({marks})", many)
        assert cursor.fetchone()[0] >= 1
