"""Tasks that leave traces, so that a test sees how often each was begun and done."""

import os
import time
from pathlib import Path

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
