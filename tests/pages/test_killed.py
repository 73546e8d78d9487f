"""A process that saves conversations is killed, again and again, at any moment.

RELMAP_TEST_WRITES=1000 asks for as many on each database; without it there are few, since
every run of all tests waits for them.
"""

import os
import signal
from collections import Counter
from random import Random

import pytest
from django.db import connection

from stakeholders.models import Interaction
from stakeholders.standings.verifying import verify
from tests.pages.desk import desk
from tests.rig import saver
from tests.rig.process import PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)

WRITES = int(os.environ.get("RELMAP_TEST_WRITES", "30"))
LIVES = 6  # at least
LIFE = (0.0, 0.3)  # seconds after its first save


def test_every_acknowledged_conversation_is_there_once_and_counted(client):
    at = desk(client)
    random, acknowledged, lives = Random(9), 0, 0
    assert client.post("/log/", saver.form(people(at), 0)).status_code == 302
    while acknowledged < WRITES or lives < LIVES:
        acknowledged += life(at, acknowledged, random.uniform(*LIFE))
        lives += 1
    kept = Counter(Interaction.objects.values_list("summary", flat=True))
    assert set(kept.values()) == {1}
    assert {saver.summary(number) for number in range(acknowledged)} <= kept.keys()
    assert len(kept) <= acknowledged + 1  # the last one was not waited for
    assert not [found for found in verify() if found.differ]


def life(at, first, seconds):
    """Return how many saves from `first` on a process acknowledged until it was killed."""
    database = connection.settings_dict["NAME"]
    heard, told = saver.CONTEXT.Pipe(duplex=False)
    process = saver.CONTEXT.Process(
        target=saver.save, args=(database, at.user, people(at), first, told), daemon=True
    )
    process.start()
    told.close()
    try:
        assert heard.poll(PATIENCE), "it never saved anything"
        process.join(seconds)
    finally:
        process.kill()
        process.join(PATIENCE)
    assert process.exitcode == -signal.SIGKILL
    with open(heard.fileno(), "rb", closefd=False) as pipe:
        acknowledged = len(pipe.read())
    heard.close()
    return acknowledged


def people(at):
    """Return whom all these conversations are with, and who logs them."""
    return at.dana, at.omar, at.priya
