"""Any number of workers share one queue; one killed by force loses nothing."""

import os
import signal
from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from relmap import workers
from relmap.management.commands.worker import Worker
from relmap.ticking import tick
from stakeholders.models import Chore
from stakeholders.standings import chores
from tests.rig.process import started, until
from tests.rig.site import MANAGE, manage, surroundings


def enqueued(**more):
    """Return a task that a worker took and still holds."""
    known = {"worker_ids": ["gone"], "status": "RUNNING", "backend_name": "default"}
    return DBTaskResult.objects.create(
        args_kwargs={}, task_path="tests.rig.errands.errand", **{**known, **more}
    )


@pytest.mark.django_db
def test_the_task_of_a_dead_worker_goes_back_to_the_queue():
    task = enqueued()
    assert workers.reap() == 1
    task.refresh_from_db()
    assert task.status == "READY"


@pytest.mark.django_db
def test_the_task_of_a_living_worker_stays_with_it():
    task = enqueued(worker_ids=["here"])
    soon = timezone.now() + timedelta(seconds=5)
    Chore.objects.create(pk=f"{workers.PREFIX}here", held_until=soon)
    assert workers.reap() == 0
    task.refresh_from_db()
    assert task.status == "RUNNING"


@pytest.mark.django_db
def test_a_task_that_every_worker_dies_at_is_given_up():
    task = enqueued(worker_ids=["one", "two", "three"])
    workers.reap()
    task.refresh_from_db()
    assert task.status == "FAILED"
    assert "3 workers died at it" in task.traceback


@pytest.mark.django_db
def test_a_second_tick_at_the_same_time_does_nothing():
    assert tick()
    assert not tick()
    Chore.objects.filter(pk="tick").update(done_at=timezone.now() - timedelta(minutes=5))
    with chores.held("tick"):
        assert not tick()
    assert tick()


def test_a_worker_told_to_stop_leaves_no_question_half_asked():
    how: dict = {"queue_names": [], "excluded_queue_names": []}
    how |= {"interval": 1, "batch": False, "backend_name": "default", "worker_id": "one"}
    worker = Worker(**how, startup_delay=False, max_tasks=None)
    worker.shutdown(signal.SIGTERM, None)
    assert not worker.running
    with pytest.raises(SystemExit):
        worker.shutdown(signal.SIGTERM, None)


def test_a_worker_killed_by_force_leaves_every_task_done_once(postgres_url, tmp_path):
    site = surroundings(
        tmp_path,
        DATABASE_URL=postgres_url,
        RELMAP_TASKS="database",
        RELMAP_WORKER_SILENT_SECONDS="2",
    )
    begin = f"from tests.rig.errands import begin; begin({str(tmp_path)!r})"
    assert manage(site, "shell", "-c", begin).returncode == 0
    command = [*MANAGE, "worker", "--interval", "0.1"]
    with started(command, site) as first:
        until(lambda: list(tmp_path.glob("begun-long-*")))
        os.kill(first.process.pid, signal.SIGKILL)
        first.process.wait()
    (tmp_path / "go").touch()
    with started(command, site) as second, started(command, site) as third:
        done = tmp_path / "done"
        until(lambda: done.exists() and len(done.read_text().split()) >= 21)
        until(lambda: not unfinished(postgres_url))
        assert second.stop() == third.stop() == 0
    assert sorted(done.read_text().split()) == sorted(["long", *map(str, range(20))])
    assert len(list(tmp_path.glob("begun-long-*"))) == 2


def test_a_command_ends_once_its_tasks_and_theirs_are_done(tmp_path):
    leave = f"from tests.rig.errands import leave; leave({str(tmp_path)!r})"
    assert manage(surroundings(tmp_path), "shell", "-c", leave).returncode == 0
    assert (tmp_path / "done").read_text().split() == ["last"]


def unfinished(url):
    """Return how many tasks are not done."""
    table = "django_tasks_database_dbtaskresult"
    with psycopg.connect(url) as database:
        asked = f"SELECT count(*) FROM {table} WHERE status <> 'SUCCESSFUL'"
        return database.execute(asked).fetchone()[0]
