"""A room for one benchmark: a fresh database and a folder, both gone afterwards."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.rig import postgres

# As a server with memory to spare is set up; every commit waits for the disk.
SERVER = "-c shared_buffers=512MB -c synchronous_commit=on"
PORT = "18731"


class NoServerError(Exception):
    """There is no PostgreSQL here to start; the message says how to get one."""


@contextmanager
def room(database: str) -> Iterator[Mapping[str, str]]:
    """Yield the environment of a site with an empty database, sqlite or postgres."""
    with TemporaryDirectory(prefix="relmap-bench-") as folder, _server(database) as url:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("RELMAP_")}
        yield {
            **kept,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "relmap.settings",
            "PORT": PORT,
            # Tasks wait for a worker, who would only take time from what is measured.
            "RELMAP_TASKS": "database",
            "RELMAP_VAR": folder,
        }


@contextmanager
def _server(database: str) -> Iterator[str]:
    """Yield the address of the database; empty: a file in the room."""
    if database == "sqlite":
        yield ""
        return
    folder: Path | None = postgres.binaries()
    if folder is None:
        raise NoServerError(postgres.MISSING)
    with postgres.cluster(folder, SERVER) as url:
        yield url
