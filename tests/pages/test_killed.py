"""A process that saves conversations is killed, again and again, at any moment.

RELMAP_TEST_WRITES=1000 asks for as many on each database; without it there are few, since
every run of all tests waits for them.
"""

import os
import signal
from collections import Counter
from itertools import count
from random import Random
from threading import Timer

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client

from stakeholders.models import Interaction
from stakeholders.standings import settling
from stakeholders.standings.verifying import verify
from tests.pages.desk import answers, desk

pytestmark = pytest.mark.django_db(transaction=True)

WRITES = int(os.environ.get("RELMAP_TEST_WRITES", "30"))
LIVES = 6  # at least
LIFE = (0.0, 0.3)  # seconds after its first save
DURABLE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"


def test_every_acknowledged_conversation_is_there_once_and_counted(client):
    at = desk(client)
    random, acknowledged, lives = Random(9), 0, 0
    assert client.post("/log/", form(at, 0)).status_code == 302
    while acknowledged < WRITES or lives < LIVES:
        acknowledged += life(at, acknowledged, random.uniform(*LIFE))
        lives += 1
    kept = Counter(Interaction.objects.values_list("summary", flat=True))
    assert set(kept.values()) == {1}
    assert {summary(number) for number in range(acknowledged)} <= kept.keys()
    assert len(kept) <= acknowledged + 1  # the last one was not waited for
    assert not [found for found in verify() if found.differ]


def life(at, first, seconds):
    """Return how many saves from `first` on a process acknowledged until it was killed."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # its threads would not be there in another process
    heard, told = os.pipe()
    process = os.fork()
    if not process:
        try:
            save_until_killed(at, first, told)
        finally:
            os._exit(1)  # nothing that pytest would do at its end
    os.close(told)
    death = Timer(seconds, os.kill, (process, signal.SIGKILL))
    with os.fdopen(heard, "rb", buffering=0) as pipe:
        acknowledged = len(pipe.read(1))
        death.start()
        acknowledged += len(pipe.readall())
    death.join()
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL
    return acknowledged


def save_until_killed(at, first, told):
    """Save conversations from number `first` on, as a browser asks for them."""
    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"]["init_command"] = DURABLE
    # As on a large site: what all share is settled beside the saving, after a moment.
    settings.SETTLE_ON_COMMIT, settling.SMALL, settling.QUIET = True, 0, 1.0
    browser = Client()
    browser.cookies = at.client.cookies
    for number in count(first):
        if browser.post("/log/", form(at, number)).status_code != 302:
            return
        os.write(told, b".")


def form(at, number):
    """Return what a browser sends for the conversation of this number."""
    other = (at.omar, at.priya)[number % 2]
    key = {"key": f"form {number}", f"mood_{other.pk}": number % 5 - 2}
    return answers(at.dana, other, summary=summary(number), **key)


def summary(number):
    """Return the line that tells one conversation from every other."""
    return f"Spoke, number {number}"
