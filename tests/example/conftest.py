"""Larkfield, loaded once for every test that reads it."""

from datetime import date

import pytest

from stakeholders import example
from stakeholders.models import Stakeholder
from stakeholders.standings import reading

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def larkfield(shared_db):
    """Load the example for one module."""
    example.load(today=TODAY)
    return TODAY


@pytest.fixture
def with_us(larkfield, django_db_blocker):
    """Return a way to ask how our team stands with somebody."""

    def ask(name):
        pk = Stakeholder.objects.get(name=name).pk
        return reading.with_us([pk], day=larkfield).get(pk)

    with django_db_blocker.unblock():
        yield ask
