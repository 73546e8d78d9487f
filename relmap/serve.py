"""Serve the site with granian."""

import multiprocessing
import os
import socket
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from threading import Thread

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from relmap import answering, env
from relmap.sqlite import log
from relmap.ticking import ticking


class CannotServeError(Exception):
    """The site cannot be served; the message says why and what to do."""


def address() -> tuple[str, int]:
    """Return the host and the port that `HOST` and `PORT` ask for."""
    return env.text("HOST", "127.0.0.1"), env.whole("PORT", 8000, least=1, most=65535)


def serve(host: str, port: int, announce: Callable[[], None]) -> None:
    """Serve until told to stop, and call `announce` once the site answers."""
    refuse_unless_free(host, port)
    connections.close_all()
    # A forked worker would inherit the database's pool without the threads that run it.
    multiprocessing.set_start_method("spawn")
    server = Server(
        "relmap.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.WEB_PROCESSES,
        respawn_failed_workers=True,
        blocking_threads=answering.THREADS,
        websockets=False,
        workers_kill_timeout=10,  # seconds for a last answer; then it is cut off
        log_level=LogLevels.warning,
    )
    Thread(target=announce_once_open, args=(host, port, announce), daemon=True).start()
    with log.taken_in(), nullcontext() if settings.TASKS_ARE == "database" else ticking():
        server.serve(target_loader=partial(answering.application, server=os.getpid()))


def announce_once_open(host: str, port: int, announce: Callable[[], None]) -> None:
    """Call `announce` as soon as somebody can connect to `host` and `port`."""
    while True:
        try:
            socket.create_connection((host, port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return announce()


def refuse_unless_collected() -> None:
    """Raise CannotServeError unless the files that pages link to are in place."""
    if getattr(staticfiles_storage, "hashed_files", None) == {}:
        raise CannotServeError(
            "The static files are not in place: start with `make run`, which collects them."
        )


def refuse_unless_free(host: str, port: int) -> None:
    """Raise CannotServeError unless somebody may listen at `host` and `port` now."""
    try:
        family, kind, *_, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotServeError(
            f"Cannot serve at {host}, port {port}: {why}. "
            f"Choose another, such as: PORT={port % 65535 + 1} make run"
        ) from None
