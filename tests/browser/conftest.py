"""Chromium, and pages that fail a test when the browser complains."""

import shutil

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests.rig.missing import say_once
from tests.rig.trouble import Trouble

# The same engine without the frame of a browser does the same in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), "")
MISSING = "Chromium is missing; get it with: apt install chromium-headless-shell"
PATIENCE = 60_000  # milliseconds; a busy machine is slow, not wrong
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(config, items):
    """Mark every test of this room; without Chromium leave one, to say so in one line."""
    ours = [item for item in items if "tests/browser/" in item.path.as_posix()]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    if not CHROMIUM:
        say_once(config, items, ours, MISSING)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the system's own Chromium."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture
def trouble():
    """Return what the browser complains about during this test."""
    return Trouble()


@pytest.fixture
def page(context, live_server, trouble):
    """Return a page of the live site; the test fails on anything the browser reports.

    Its context closes it. Chromium may forget that a page is to be closed while the next
    one takes its place, and Playwright would wait for that for ever.
    """
    trouble.watch(context)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    surprises = trouble.unexpected()
    assert not surprises, "\n".join(surprises)


@pytest.fixture
def browser_context_args(browser_context_args, live_server):
    """Let tests go to addresses such as `/people/`."""
    return {**browser_context_args, "base_url": live_server.url, "locale": "en-GB"}


@pytest.fixture
def sign_in(context, live_server):
    """Return a function that makes the browser the given user's."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])

    return sign_in
