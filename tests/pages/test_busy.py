"""Saving while somebody else writes for long."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from django.db import connection, transaction
from django.urls import reverse

from relmap import busy
from stakeholders.models import Stakeholder, Standing
from tests.records import make

ASKED = {"postgresql": "SHOW lock_timeout", "sqlite": "PRAGMA busy_timeout"}
pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def written_for_long(person):
    """Hold `person` in a transaction of somebody else, as a long import would."""
    begun, done = Event(), Event()

    def write():
        try:
            with transaction.atomic():
                Stakeholder.objects.select_for_update().get(pk=person.pk)
                begun.set()
                done.wait(timeout=60)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(write)
        assert begun.wait(timeout=60)
        try:
            yield
        finally:
            done.set()


def test_who_cannot_save_for_long_is_told_and_readers_go_on(client, monkeypatch):
    monkeypatch.setattr(busy, "TO_SAVE", 50)
    omar = make.person()
    client.force_login(make.user())
    typed = {"name": "Omar H.", "layer": "peer", "criticality": "1", "version": "1"}
    with written_for_long(omar):
        answer = client.post(f"/people/{omar.pk}/edit/", typed)
        read = [client.get(page) for page in ("/today/", "/today/changes/", "/people/")]
    assert answer.status_code == 503
    assert "What you sent was not saved" in answer.text
    assert [page.status_code for page in read] == [200, 200, 200]
    client.post(f"/people/{omar.pk}/edit/", typed)
    assert Stakeholder.objects.get().name == "Omar H."


@pytest.mark.postgresql
def test_who_only_reads_what_is_being_counted_is_told_so(client, monkeypatch):
    monkeypatch.setattr(busy, "TO_READ", 50)
    client.force_login(make.user())
    here = connection.connection
    with type(here).connect(here.info.dsn, password=here.info.password) as counting:
        counting.execute(f"LOCK TABLE {Standing._meta.db_table}")
        answer = client.get("/people/")
    assert answer.status_code == 503
    assert "is being counted" in answer.text
    assert "What you sent" not in answer.text


def test_whoever_waited_in_vain_waits_as_long_the_next_time(client, monkeypatch):
    monkeypatch.setattr(busy, "TO_SAVE", 50)
    omar = make.person()
    client.force_login(make.user())
    with written_for_long(omar):
        client.post(f"/people/{omar.pk}/edit/", {"name": "Omar H."})
        assert patience()[0] in {50, "50ms"}


def patience():
    """Return how long this connection waits for others, as its database says it."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED[connection.vendor])
        return cursor.fetchone()


def test_how_long_a_request_waits_is_forgotten_with_its_connection(client):
    connection.close()
    usual = patience()
    client.get(reverse("sign-in"))
    assert patience() != usual
    for _ in range(10):  # a pool hands out its connections in turn
        connection.close()
        assert patience() == usual
