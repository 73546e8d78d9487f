"""A process that saves conversations until it is killed.

Forked from one that has no thread: a fork of the tests' own process, which serves pages
and drives a browser, may wait for ever for what a thread held that it does not have.
"""

import os
from itertools import count
from multiprocessing import get_context

import django

# pytest has done all this; the process that the savers are forked from has not.
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from stakeholders.standings import settling  # noqa: E402
from tests.pages.desk import answers  # noqa: E402

CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])

DURABLE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"


def save(database, user, people, first, told):
    """Save conversations from number `first` on, as the browser of `user` asks for them.

    told: where a byte is written for each that was acknowledged.
    """
    connection.settings_dict["NAME"] = database
    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"]["init_command"] = DURABLE
    # As on a large site: what all share is settled beside the saving, after a moment.
    settings.SETTLE_ON_COMMIT, settling.SMALL, settling.QUIET = True, 0, 1.0
    browser = Client(headers={"host": "localhost"})
    browser.force_login(user)
    for number in count(first):
        if browser.post("/log/", form(people, number)).status_code != 302:
            return
        os.write(told.fileno(), b".")


def form(people, number):
    """Return what a browser sends for the conversation of this number."""
    dana, *others = people
    other = others[number % len(others)]
    key = {"key": f"form {number}", f"mood_{other.pk}": number % 5 - 2}
    return answers(dana, other, summary=summary(number), **key)


def summary(number):
    """Return the line that tells one conversation from every other."""
    return f"Spoke, number {number}"
