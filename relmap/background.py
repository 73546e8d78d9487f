"""Background: long tasks in a thread, for a site without workers."""

import threading
from typing import Any

from django.db import connections
from django.tasks import TaskResult
from django.tasks.backends.immediate import ImmediateBackend


class TaskThread(threading.Thread):
    """The thread of one task."""


def finish() -> None:
    """Wait until every task that was started here is done, and those that they started."""
    while tasks := [one for one in threading.enumerate() if isinstance(one, TaskThread)]:
        for task in tasks:
            task.join()


class ThreadBackend(ImmediateBackend):
    """Starts a task at once, beside the request that asked for it.

    The thread ends with the process, at once: a task must leave nothing half done. A
    command that is to end by itself ends once its tasks are done (see `finish`).
    """

    def _execute_task(self, task_result: TaskResult[Any, Any]) -> None:
        """Start a thread for the task and return."""
        name = task_result.task.module_path
        TaskThread(target=self._run, args=(task_result,), name=name, daemon=True).start()

    def _run(self, task_result: TaskResult[Any, Any]) -> None:
        """Run the task, and give back what connections the thread has opened."""
        try:
            super()._execute_task(task_result)  # type: ignore[misc]
        finally:
            connections.close_all()
