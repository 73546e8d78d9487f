"""Who looks at the pages, and when."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.records import make


@pytest.fixture
def member(client):
    """Return a member who is signed in."""
    user = make.user()
    client.force_login(user)
    return user


@pytest.fixture
def reader():
    """Return the browser of somebody signed in."""
    client = Client()
    client.force_login(make.user())
    return client


@pytest.fixture(scope="module")
def today():
    """Return the day the pages are shown on."""
    return timezone.localdate()
