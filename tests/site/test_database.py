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
