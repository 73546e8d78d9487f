"""Background: an import runs beside the request that asked for it."""

import os

import pytest

from relmap.background import finish
from stakeholders.capture import desk
from stakeholders.capture.tasks import carry_out, revive, start
from stakeholders.models import Batch, Stakeholder
from tests.capture.files import PEOPLE, imported, prepared, written
from tests.records import make


@pytest.mark.django_db(transaction=True)
def test_an_import_runs_in_a_thread_and_ends_by_itself(tmp_path, settings):
    settings.LONG_TASKS = "thread"
    path = written(tmp_path, "Name", "Dana")
    manager = make.user("manager")
    batch = prepared(path, PEOPLE, by=manager)
    desk.keep(batch, [path.read_bytes()])
    assert start(batch, "import", manager)
    finish()  # with what the import has asked for in turn
    batch.refresh_from_db()
    assert (batch.state, Stakeholder.objects.count()) == (Batch.State.DONE, 1)


@pytest.mark.django_db
def test_a_file_that_was_checked_long_ago_can_still_be_imported(tmp_path, settings):
    waiting = {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}
    settings.TASKS = {**settings.TASKS, "waiting": waiting}
    path, manager = written(tmp_path, "Name", "Dana"), make.user("manager")
    batch = prepared(path, PEOPLE, by=manager)
    desk.keep(batch, [path.read_bytes()])
    start(batch, "check", manager)
    os.utime(note_of(batch), (0, 0))
    settings.LONG_TASKS = "waiting"
    start(batch, "import", manager)
    batch.refresh_from_db()
    revive(batch)
    assert batch.state == Batch.State.RUNNING


def note_of(batch):
    """Return the file that says how far the run of `batch` is."""
    return desk.place(batch).with_suffix(".progress")


@pytest.mark.django_db
def test_an_undoing_that_breaks_off_can_be_tried_again(tmp_path):
    batch = imported(written(tmp_path, "Name", "Dana"), PEOPLE)
    Batch.objects.update(state=Batch.State.UNDOING)
    nobody = 0
    carry_out.enqueue(batch.pk, "undo", nobody)
    batch.refresh_from_db()
    assert (batch.state, Stakeholder.objects.count()) == (Batch.State.DONE, 1)
