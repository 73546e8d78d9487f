"""The database is set up as the handbook promises."""

import psycopg
import pytest
from django.core.cache import cache
from django.db import connection, transaction

from relmap.postgres import base
from stakeholders.standings import rebuild

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
    for number in (0, 300, 70_000, 7):  # which fit into two bytes or four
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 + %s", [number])
            assert cursor.fetchone() == (1 + number,)
    if connection.vendor == "postgresql":
        planned = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE"
        assert asked(f"{planned} 'SELECT 1 + $1%'") == 1


@pytest.mark.postgresql
def test_a_statement_is_looked_through_once_however_long_it_is():
    values = [*range(300)]
    marks = ", ".join(["%s::int"] * len(values))
    before = base._looked_through.cache_info().misses
    for unlike in ("x", "7%"):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT '7%%' LIKE %s, {marks}", [unlike, *values])
            assert cursor.fetchone() == (unlike == "7%", *values)
    assert base._looked_through.cache_info().misses == before + 1


def test_a_list_may_be_longer_than_what_travels_beside_a_statement():
    cache.set("greeting", "hello")
    with connection.cursor() as cursor:
        many = [*range(66_000), 77_777]
        marks = ", ".join(["%s"] * len(many))
        cursor.execute(f"SELECT count(*) FROM relmap_cache WHERE 77777 IN ({marks})", many)
        assert cursor.fetchone()[0] >= 1


def test_a_number_of_any_size_can_be_asked_for_on_postgresql():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for number in (2**31, -(2**40), 2**63, 10**30):
                cursor.execute("SELECT %s::numeric", [number])
                assert cursor.fetchone() == (number,)
            for some in ([1, 2], [1, 2**15], [2**31], [-(2**31)], [2**63]):
                cursor.execute("SELECT (%s)::numeric[]", [some])
                assert cursor.fetchone() == (some,)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_a_page_asks_is_planned_alike_for_everybody_but_in_no_transaction():
    how = "SHOW plan_cache_mode"
    assert asked(how) == "auto"
    with connection.planned_alike():
        assert asked(how) == "force_generic_plan"
        for undone in (False, True):
            with transaction.atomic():
                assert asked(how) == "auto"
                transaction.set_rollback(undone)
            assert asked(how) == "force_generic_plan"
    assert asked(how) == "auto"


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_pages_and_saves_take_turns_on_a_connection_that_is_told_once():
    wait = "SHOW lock_timeout"
    try:
        for milliseconds, alone, in_transaction in (
            (500, "500ms", "500ms"),
            (5_000, "500ms", "5s"),  # who saves does so in a transaction
            (50, "50ms", "50ms"),
        ):
            connection.wait_for_others(milliseconds)
            assert asked(wait) == alone
            with transaction.atomic():
                assert asked(wait) == in_transaction
            assert asked(wait) == alone
        connection.wait_for_others(5_000)
        with connection.planned_alike():  # which tells of the plan, and not of the wait
            assert asked(wait) == "50ms"
        assert connection.connection.told["lock_timeout"] == "50"
    finally:
        connection.close()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_lost_in_the_pool_is_not_handed_out():
    told = connection.get_connection_params()
    lost = asked("SELECT pg_backend_pid()")
    connection.close()
    with psycopg.connect(**told) as other:
        other.execute("SELECT pg_terminate_backend(%s, 60000)", [lost])
    for _ in range(10):  # a pool hands out its connections in turn
        assert asked("SELECT pg_backend_pid()") != lost
        connection.close()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_rebuild_leaves_no_connection_of_the_pool_impatient():
    usual = asked("SHOW lock_timeout")
    rebuild()
    for _ in range(10):  # a pool hands out its connections in turn
        assert asked("SHOW lock_timeout") == usual
        connection.close()
