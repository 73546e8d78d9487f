"""One rig for every test: both databases, a browser that complains, and the cast."""

import os

import pytest

# Playwright keeps an event loop in the main thread, where Django would refuse to query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(items):
    """Mark what touches the database, so that it can be run on another one."""
    for item in items:
        asks = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if asks or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


def pytest_sessionfinish(session, exitstatus):
    """Fail a run that skipped anything where `RELMAP_TEST_SKIP_NOTHING` is set."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter and reporter.stats.get("skipped")
    if skipped and not exitstatus and "RELMAP_TEST_SKIP_NOTHING" in os.environ:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
