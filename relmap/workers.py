"""Workers: processes that do queued tasks, and what happens to the tasks of dead ones.

The queue is django-tasks-db's: a worker claims a task under a row lock that others skip.
Killed by force, it leaves its task running for ever. So each worker here holds a row (a
`Chore`) that it renews as long as it lives; a task whose worker holds none is dead and
goes back to the queue. Tasks may therefore run twice, and must bear it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from stakeholders.models import Chore

PREFIX: Final = "worker-"
MOST_TRIES: Final = 3  # a task that kills its worker again and again is given up
KEPT: Final = timedelta(days=7)  # how long it is known what became of a task
BEATS: Final = 3  # of a living worker in the time after which it counts as dead


class DiedError(Exception):
    """Every worker that took the task died at it."""


def lease() -> timedelta:
    """Return how long a worker counts as living after its last sign of life."""
    return timedelta(seconds=settings.WORKER_SILENCE)


@contextmanager
def living(worker: str) -> Iterator[None]:
    """Count `worker` (its id) as living while the block runs."""
    over, name = Event(), PREFIX + worker
    _beat(name)
    thread = Thread(target=_keep_beating, args=(name, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        Chore.objects.filter(pk=name).delete()


def _keep_beating(name: str, over: Event) -> None:
    """Give a sign of life again and again; a database out of reach is tried again."""
    while not over.wait(settings.WORKER_SILENCE / BEATS):
        try:
            _beat(name)
        except DatabaseError:
            connections.close_all()
    connections.close_all()


def _beat(name: str) -> None:
    """Give a sign of life."""
    until = timezone.now() + lease()
    Chore.objects.update_or_create(pk=name, defaults={"held_until": until})


@transaction.atomic
def reap() -> int:
    """Give the tasks of dead workers back to the queue; return how many.

    One that every worker died at MOST_TRIES times has failed.
    """
    now = timezone.now()
    alive = set(
        Chore.objects.filter(pk__startswith=PREFIX, held_until__gte=now).values_list(
            "pk", flat=True
        )
    )
    Chore.objects.filter(pk__startswith=PREFIX, held_until__lt=now - timedelta(1)).delete()
    running = DBTaskResult.objects.running().select_for_update(skip_locked=True)
    dead = [one for one in running if PREFIX + one.worker_ids[-1] not in alive]
    for task in dead:
        if len(task.worker_ids) < MOST_TRIES:
            task.status = TaskResultStatus.READY
            task.save(update_fields=["status"])
        else:
            task.set_failed(DiedError(f"{len(task.worker_ids)} workers died at it"))
    return len(dead)


def forget() -> None:
    """Forget tasks that ended long ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
