"""What a click changes is read and held in one transaction, so no other save is lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(client):
    return desk(client)


def first_read(client, address, table):
    """Return what a click at `address` runs up to its first look at `table`."""
    with CaptureQueriesContext(connection) as ran:
        assert client.post(address).status_code == 302
    said = [query["sql"] for query in ran]
    place = next(n for n, sql in enumerate(said) if f'FROM "{table}"' in sql)
    return said[: place + 1]


def assert_held(ran):
    """Check that the last of `ran` reads inside a transaction, and holds what it read."""
    assert any(sql.startswith("SAVEPOINT") for sql in ran)
    assert not any(sql.startswith("RELEASE") for sql in ran)
    assert "FOR UPDATE" in ran[-1] or not connection.features.has_select_for_update


@pytest.mark.parametrize("way", ["reopen", "delete", "restore"])
def test_a_promise_is_held_before_it_changes(at, way):
    promise = make.promise(at.dana, at.omar)
    address = f"/promises/{promise.pk}/{way}/"
    assert_held(first_read(at.client, address, "stakeholders_commitment"))


@pytest.mark.parametrize("way", ["settle", "reopen"])
def test_a_concern_is_held_before_it_changes(at, way):
    concern = make.concern(at.omar)
    address = f"/people/{at.omar.pk}/concern/{concern.pk}/{way}/"
    assert_held(first_read(at.client, address, "stakeholders_concern"))
