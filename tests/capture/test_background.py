"""Background: an import runs beside the request that asked for it."""

import threading

import pytest

from stakeholders.capture import desk
from stakeholders.capture.tasks import start
from stakeholders.models import Batch, Stakeholder
from tests.capture.files import PEOPLE, prepared, written
from tests.records import make


def begun(batch, by):
    """Begin to import `batch` and return the threads that this started."""
    before = set(threading.enumerate())
    assert start(batch, "import", by)
    return set(threading.enumerate()) - before


@pytest.mark.django_db(transaction=True)
def test_an_import_runs_in_a_thread_and_ends_by_itself(tmp_path, settings):
    settings.LONG_TASKS = "thread"
    path = written(tmp_path, "Name", "Dana")
    manager = make.user("manager")
    batch = prepared(path, PEOPLE, by=manager)
    desk.keep(batch, [path.read_bytes()])
    for thread in begun(batch, manager):
        thread.join(timeout=60)
    batch.refresh_from_db()
    assert (batch.state, Stakeholder.objects.count()) == (Batch.State.DONE, 1)
