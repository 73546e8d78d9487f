"""Whole columns travel between the tables and numpy unchanged."""

from time import monotonic

import numpy as np
import pytest
from django.db import connection
from django.db.models import Q

from stakeholders.models import (
    Commitment,
    Participation,
    Place,
    Stakeholder,
    Tie,
    bulk,
    bulk_postgres,
)
from tests.records import make

pytestmark = pytest.mark.django_db


def both_ways(one, two):
    """Return columns of the ties of two people (ids)."""
    names = [field.attname for field in Tie._meta.concrete_fields if field.attname != "id"]
    columns = {name: np.array([1 / 3, 1e-300]) for name in names}
    for day in ("first_day", "last_day"):
        columns[day] = np.array([739_000, 739_211], np.int32)
    ends = {"source_id": np.array([one, two]), "target_id": np.array([two, one])}
    return columns | ends


def told(people, *far):
    """Return columns of places for `people`, so far to the right; NaN: not drawn."""
    many = len(people)
    return {
        "stakeholder_id": np.array(people),
        "x": np.array(far),
        "between": np.zeros(many),
        "broker": np.array(["liaison"] * many, object),
    }


def test_numbers_truths_and_days_are_read_as_columns():
    dana, omar = make.colleague(), make.person()
    talk = make.conversation(dana, omar)
    seats = Participation.objects.values_list(
        "stakeholder_id", "initiator", "interaction__happened_on"
    )
    who, led, day = bulk.read(seats)
    assert dict(zip(who.tolist(), led.tolist(), strict=True)) == {dana.pk: 1, omar.pk: 0}
    assert day.tolist() == [talk.happened_on.toordinal()] * 2


def test_what_nobody_has_is_read_as_empty_columns():
    rows = Commitment.objects.filter(~Q(state="")).values_list("pk", "made_on")
    assert [len(column) for column in bulk.read(rows)] == [0, 0]
    nobody = Commitment.objects.filter(pk__in=[]).values_list("pk", "made_on")
    assert [len(column) for column in bulk.read(nobody)] == [0, 0]


def test_what_is_not_known_cannot_be_read_as_a_number():
    make.person("Omar", influence=3)
    make.person("Dana")
    with pytest.raises(ValueError, match="null"):
        bulk.read(Stakeholder.objects.values_list("influence"))


def test_columns_are_written_to_the_last_digit():
    one, two = make.person("Omar").pk, make.person("Dana").pk
    bulk.write(Tie, both_ways(one, two))
    kept = Tie.objects.order_by("pk").values_list("source_id", "last_day", "attention")
    assert list(kept) == [(one, 739_000, 1 / 3), (two, 739_211, 1e-300)]


def test_a_table_becomes_what_is_told_and_rows_that_say_it_already_stay():
    ids = [make.person(f"Person {n}").pk for n in range(3)]
    bulk.replace(Place, told(ids, 0.5, np.nan, 0.25))
    first = dict(Place.objects.values_list("stakeholder_id", "pk"))
    bulk.replace(Place, told(ids[1:], np.nan, 0.75))
    kept = Place.objects.order_by("stakeholder_id").values_list("stakeholder_id", "x", "pk")
    assert [row[:2] for row in kept] == [(ids[1], None), (ids[2], 0.75)]
    if connection.vendor == "postgresql":
        assert [row[2] == first[row[0]] for row in kept] == [True, False]
    bulk.replace(Place, told([]))
    assert not Place.objects.exists()


def indexes(model=Tie):
    """Return what each index of a table is, and the number PostgreSQL gave it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_indexdef(indexrelid), indexrelid, conname, contype"
            " FROM pg_index LEFT JOIN pg_constraint ON conindid = indexrelid"
            f" WHERE indrelid = '{model._meta.db_table}'::regclass"
        )
        return {(made, *rule): number for made, number, *rule in cursor.fetchall()}


@pytest.mark.postgresql
def test_many_rows_are_indexed_once_they_are_in_an_empty_table(monkeypatch):
    monkeypatch.setattr(bulk_postgres, "MANY", 2)
    before = indexes()
    bulk.replace(Tie, both_ways(1, 2))
    now = indexes()
    assert before.keys() == now.keys()
    assert not set(before.values()) & set(now.values())
    assert Tie.objects.count() == 2


@pytest.mark.postgresql
def test_indexes_stay_where_a_key_is_still_to_be_checked(monkeypatch):
    monkeypatch.setattr(bulk_postgres, "MANY", 2)
    before = indexes(Place)
    bulk.replace(Place, told([1, 2], 0.5, 0.25))
    assert indexes(Place) == before


@pytest.mark.postgresql
def test_indexes_stay_where_somebody_looks_who_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(bulk_postgres, "MANY", 2)
    before, begun, here = indexes(), monotonic(), connection.connection
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout TO '20s'")
    with type(here).connect(here.info.dsn, password=here.info.password) as somebody:
        somebody.execute(f"SELECT FROM {Tie._meta.db_table}")
        bulk.replace(Tie, both_ways(1, 2))
    assert monotonic() - begun < 10
    assert indexes() == before
    assert Tie.objects.count() == 2


@pytest.mark.postgresql
def test_rows_are_compared_by_hash_where_none_were_counted():
    before, now = (told(range(first, first + 5_000), *range(5_000)) for first in (1, 2))
    plans = []

    def explained(execute, sql, *rest):
        """Note how PostgreSQL is going to compare two tables, and let it."""
        if "NOT EXISTS" in sql:
            execute(f"EXPLAIN {sql}", *rest)
            plans.append(" ".join(line for (line,) in rest[-1]["cursor"].fetchall()))
        return execute(sql, *rest)

    bulk.write(Place, before)
    Place.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem TO 64")  # as small as a million rows are large
        cursor.execute(f"ANALYZE {Place._meta.db_table}")
    bulk.write(Place, before)
    with connection.execute_wrapper(explained):
        bulk.replace(Place, now)
    assert len(plans) == 2
    assert all("Hash" in plan and "Nested Loop" not in plan for plan in plans)
