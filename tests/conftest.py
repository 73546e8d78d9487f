"""One rig for every test: both databases, a browser that complains, and the cast."""

import gc
import os
import re

import pytest
from django.db import transaction

from stakeholders.standings import expecting, ground, latest, learning, scoped_days
from stakeholders.templatetags.kept import PIECES
from stakeholders.views import map_data

# Playwright keeps an event loop in the main thread, where Django would refuse to query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Public data lies beside the checkout or does not; no package manager brings it.
FORGIVEN = re.compile(r"public data|public logs|shared folder")
ON_POSTGRESQL = os.environ.get("RELMAP_TEST_DATABASE_URL", "").startswith("postgres")
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


@pytest.fixture(autouse=True)
def _remember_nothing():
    """Forget what this process learned of the records of another test."""
    forget()


def forget():
    """Let this process learn anew what the records say."""
    expecting.taught.cache_clear()
    ground.counted.cache_clear()
    PIECES.clear()
    latest.KEPT.clear()
    learning.KEPT.clear()
    map_data.KEPT.clear()
    scoped_days.KEPT.clear()


@pytest.fixture(scope="module")
def shared_db(django_db_setup, django_db_blocker):
    """Let fixtures of a module write once what its tests read, and take it away again.

    Each test that is marked `django_db` gives back what it changed; unmarked ones run
    later than those of all other modules, so that all would be written twice.
    """
    forget()
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def pytest_collection_modifyitems(items):
    """Mark what touches the database, so that it can be run on another one.

    What holds of PostgreSQL alone is left to the run there. The longest test, all of
    these on PostgreSQL, starts first: others run beside it.
    """
    if not ON_POSTGRESQL:
        items[:] = [one for one in items if not one.get_closest_marker("postgresql")]
    items.sort(key=lambda item: item.path.stem != "test_postgres")
    for item in items:
        asks = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if asks or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


def pytest_collection_finish():
    """Spare the collector what lasts as long as the run: a tenth of all time went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def pytest_sessionfinish(session, exitstatus):
    """Fail a run that skipped anything where `RELMAP_TEST_SKIP_NOTHING` is set."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus or reporter is None or "RELMAP_TEST_SKIP_NOTHING" not in os.environ:
        return
    reasons = [str(report.longrepr) for report in reporter.stats.get("skipped", [])]
    if any(not FORGIVEN.search(reason) for reason in reasons):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
