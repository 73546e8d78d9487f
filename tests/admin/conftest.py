"""What every test of the administration begins with."""

import pytest

from tests.admin.office import office


@pytest.fixture
def at(client, db):
    """Return the office of an administrator who is signed in."""
    return office(client)
