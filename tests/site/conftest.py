"""What several tests of the site stand on."""

import pytest

from tests.rig import postgres
from tests.rig.missing import say_once


def pytest_collection_modifyitems(config, items):
    """Say once where there is no PostgreSQL."""
    if not postgres.binaries():
        needy = [item for item in items if "postgres_url" in item.fixturenames]
        say_once(config, items, needy, postgres.MISSING)


@pytest.fixture(scope="session")
def postgres_url():
    """Return the address of a PostgreSQL of our own."""
    with postgres.cluster(postgres.binaries()) as url:
        yield url
