"""Serve the site with granian."""

import socket
from collections.abc import Callable

from django.db import connection
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from relmap import env

# SQLite takes one writer, and a second thread in the interpreter only adds waiting;
# PostgreSQL answers while Python waits.
THREADS = {"sqlite": 1, "postgresql": 4}


class CannotListenError(Exception):
    """The address cannot be served at; the message says why and what to do."""


def address() -> tuple[str, int]:
    """Return the host and the port that `HOST` and `PORT` ask for."""
    return env.text("HOST", "127.0.0.1"), env.whole("PORT", 8000, least=1, most=65535)


def serve(host: str, port: int, announce: Callable[[], None]) -> None:
    """Serve until told to stop, and call `announce` once the address is ours."""
    refuse_unless_free(host, port)
    server = Server(
        "relmap.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS[connection.vendor],
        websockets=False,
        workers_kill_timeout=10,  # seconds for a last answer; then it is cut off
        log_level=LogLevels.warning,
    )
    server.on_startup(announce)
    connection.close()
    server.serve()


def refuse_unless_free(host: str, port: int) -> None:
    """Raise CannotListenError unless somebody may listen at `host` and `port` now."""
    try:
        family, kind, *_, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotListenError(
            f"Cannot serve at {host}, port {port}: {why}. "
            f"Choose another, such as: PORT={port % 65535 + 1} make run"
        ) from None
