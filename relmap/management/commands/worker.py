"""`manage.py worker`: does queued tasks, and what is due as time passes."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from relmap.ticking import EVERY, ticking
from relmap.workers import lease, living


class Command(db_worker.Command):
    """Do tasks until told to stop. Any number of workers may run, on any machines."""

    help = __doc__ or ""

    def handle(self, *, worker_id: str, **options: Any) -> None:
        """Do tasks; tasks of workers that died are taken back to the queue."""
        with living(worker_id), ticking(min(EVERY, lease())):
            super().handle(worker_id=worker_id, **options)
