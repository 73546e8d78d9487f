"""Saving while somebody else writes for long."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from django.db import connection, transaction
from django.urls import reverse

from relmap import busy
from stakeholders.models import Stakeholder
from tests.records import make

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


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no pool")
def test_how_long_a_request_waits_is_forgotten_with_its_connection(client):
    client.get(reverse("sign-in"))
    waits = set()
    for _ in range(10):  # the pool hands out its connections in turn
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            waits |= {cursor.fetchone()}
    assert waits == {("0",)}
