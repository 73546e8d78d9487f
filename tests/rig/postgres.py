"""A PostgreSQL of our own: started in a temporary folder, gone afterwards.

Run tests, or anything else, on it with
`python -m tests.rig.postgres .venv/bin/pytest tests/records`.
"""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from tests.rig.site import LONGEST

MISSING = "PostgreSQL is missing; get it with: apt install postgresql"
# Durable for nobody: the cluster dies with the tests. Tables grow and vanish faster than
# a vacuum counts them, and what it counted between two tests misleads the planner. A lock
# that nobody gives back is told to whoever waits for it.
HURRIED = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off"
    " -c lock_timeout=60s"
)


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL server here, None where there is none."""
    on_path = shutil.which("initdb")
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: float(path.parts[-3]),
    )
    found = [*debian, *([Path(on_path).resolve()] if on_path else [])]
    return found[-1].parent if found else None


def owner() -> str | None:
    """Return the user the server must run as: PostgreSQL refuses to be root."""
    return "postgres" if os.geteuid() == 0 else None


@contextmanager
def cluster(folder: Path, options: str = HURRIED) -> Iterator[str]:
    """Start a server that listens on a socket in a new room, and yield its address.

    options: how it differs from PostgreSQL's defaults.
    """
    room = Path(mkdtemp(prefix="relmap-pg-"))
    run = partial(
        subprocess.run,
        check=True,
        user=owner(),
        cwd=room,
        stdout=subprocess.DEVNULL,
        timeout=LONGEST,
    )
    if account := owner():
        os.chown(room, pwd.getpwnam(account).pw_uid, -1)
    try:
        run([folder / "initdb", "-D", room / "data", "-U", "postgres", "-A", "trust", "-N"])
        control = [folder / "pg_ctl", "-D", room / "data", "-l", room / "log", "-w"]
        listen = f"-c listen_addresses='' -k {room}"
        run([*control, "-o", f"{listen} {options}", "start"])
        try:
            yield f"postgresql://postgres@/postgres?host={room}"
        finally:
            run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(room)


def main(command: list[str]) -> int:
    """Run `command` with the tests' database on a cluster of its own."""
    folder = binaries()
    if folder is None:
        sys.exit(MISSING)
    with cluster(folder) as url:
        environment = {**os.environ, "RELMAP_TEST_DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
