"""Background: long tasks in a thread, for a site without workers."""

from threading import Thread
from typing import Any, Final
from weakref import WeakSet

from django.db import connections
from django.tasks import TaskResult
from django.tasks.backends.immediate import ImmediateBackend

started: Final[WeakSet[Thread]] = WeakSet()


def finish() -> None:
    """Wait until every task that was started here is done."""
    for thread in list(started):
        thread.join()


class ThreadBackend(ImmediateBackend):
    """Starts a task at once, beside the request that asked for it.

    The thread ends with the process, at once: a task must leave nothing half done. A
    command that is to end by itself ends once its tasks are done (see `finish`).
    """

    def _execute_task(self, task_result: TaskResult[Any, Any]) -> None:
        """Start a thread for the task and return."""
        name = task_result.task.module_path
        thread = Thread(target=self._run, args=(task_result,), name=name, daemon=True)
        started.add(thread)
        thread.start()

    def _run(self, task_result: TaskResult[Any, Any]) -> None:
        """Run the task, and give back what connections the thread has opened."""
        try:
            super()._execute_task(task_result)  # type: ignore[misc]
        finally:
            connections.close_all()
