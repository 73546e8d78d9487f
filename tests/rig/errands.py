"""Tasks that leave traces, so that a test sees how often each was begun and done."""

import os
import time
from pathlib import Path
from threading import Timer

from django.core.management import call_command
from django.tasks import task


@task
def errand(name: str, room: str, wait: bool = False) -> None:
    """Leave a trace in `room` when begun and when done; wait until it holds `go`."""
    begun = Path(room, f"begun-{name}-{os.getpid()}")
    begun.touch()
    while wait and not Path(room, "go").exists():
        time.sleep(0.05)
    with Path(room, "done").open("a") as file:
        file.write(f"{name}\n")


@task
def round_of_errands(room: str) -> None:
    """Ask for an errand in a thread of its own, which can be done only after a while."""
    errand.using(backend="thread").enqueue("last", room, wait=True)
    later = Timer(0.2, Path(room, "go").touch)
    later.daemon = True
    later.start()


def leave(room: str) -> None:
    """Ask for a task in a thread that asks for another, and go."""
    round_of_errands.using(backend="thread").enqueue(room)


def begin(room: str) -> None:
    """Ask for one long errand and, after it, twenty short ones."""
    call_command("migrate", verbosity=0)
    errand.enqueue("long", room, wait=True)
    for number in range(20):
        errand.enqueue(str(number), room)
