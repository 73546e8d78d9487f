"""Answering: what each web process runs, for as long as the one that serves does."""

import os
import signal
from collections.abc import Callable
from threading import Thread
from time import sleep
from typing import Any, Final

LOOK: Final = 1.0  # seconds between two looks


def application(target: str, *, server: int) -> Callable[..., Any]:
    """Return what answers; `target` is what granian calls it.

    server: the process that serves. Killed by force it can end nobody: its web processes
    would go on answering, and hold the port against the next one.
    """
    from relmap.wsgi import application  # noqa: PLC0415 only a web process answers

    Thread(target=_end_with, args=(server,), daemon=True).start()
    return application


def _end_with(parent: int) -> None:
    """End this process, as a server would, once it is no child of `parent` any more."""
    while os.getppid() == parent:
        sleep(LOOK)
    os.kill(os.getpid(), signal.SIGTERM)
