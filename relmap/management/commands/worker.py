"""`manage.py worker`: does queued tasks, and what is due as time passes."""

from types import FrameType
from typing import Any

from django_tasks_db.management.commands import db_worker

from relmap.ticking import EVERY, ticking
from relmap.workers import lease, living


class Worker(db_worker.Worker):
    """A worker that goes when told to, but never in the middle of a question.

    The library's own leaves from within the signal, which may come while the database is
    about to answer; what is asked on the way out is then refused.
    """

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Go after the task, or the nap, of now; told twice, at once."""
        if not self.running:
            super().shutdown(signum, frame)
        self.running = False


# The command makes its worker itself and asks for none.
db_worker.Worker = Worker  # type: ignore[misc]


class Command(db_worker.Command):
    """Do tasks until told to stop. Any number of workers may run, on any machines."""

    help = __doc__ or ""

    def handle(self, *, worker_id: str, **options: Any) -> None:
        """Do tasks; tasks of workers that died are taken back to the queue."""
        with living(worker_id), ticking(min(EVERY, lease())):
            super().handle(worker_id=worker_id, **options)
