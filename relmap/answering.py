"""Answering: what each web process runs, for as long as the one that serves does."""

import os
import signal
from collections.abc import Callable
from threading import Lock, Thread
from time import sleep
from typing import Any, Final

LOOK: Final = 1.0  # seconds between two looks
# Of each process: one works, the others send long files or wait for their turn. There are
# as many as granian takes without a warning, and no more than connections (see `pool`).
THREADS: Final = min(8, 2 * (os.cpu_count() or 1) + 1)
PATIENCE: Final = 0.5  # seconds; a long answer holds others up for no more

type Answer = Callable[[Any, Any], Any]  # what WSGI calls an application


def application(target: str, *, server: int) -> Answer:
    """Return what answers; `target` is what granian calls it.

    server: the process that serves. Killed by force it can end nobody: its web processes
    would go on answering, and hold the port against the next one.
    """
    from relmap.wsgi import application  # noqa: PLC0415 only a web process answers

    Thread(target=_end_with, args=(server,), daemon=True).start()
    return in_turn(application)


def in_turn(answer: Answer, patience: float = PATIENCE) -> Answer:
    """Let those who ask at once be answered one after the other.

    Threads that work in one interpreter at once take it from each other in the middle of
    what they do. What is sent line by line is sent out of turn, however slowly it is read;
    whoever waited for `patience` (seconds) goes ahead, beside somebody's long work.
    """
    turn = Lock()

    def answer_in_turn(environ: Any, start_response: Any) -> Any:
        mine = turn.acquire(timeout=patience)
        try:
            return answer(environ, start_response)
        finally:
            if mine:
                turn.release()

    return answer_in_turn


def _end_with(parent: int) -> None:
    """End this process, as a server would, once it is no child of `parent` any more."""
    while os.getppid() == parent:
        sleep(LOOK)
    os.kill(os.getpid(), signal.SIGTERM)
