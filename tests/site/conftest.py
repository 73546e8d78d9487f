"""What several tests of the site stand on."""

import pytest

from tests.rig import postgres


@pytest.fixture(scope="session")
def postgres_url():
    """Return the address of a PostgreSQL of our own; skip where there is none."""
    folder = postgres.binaries()
    if folder is None:
        pytest.skip(postgres.MISSING)
    with postgres.cluster(folder) as url:
        yield url
