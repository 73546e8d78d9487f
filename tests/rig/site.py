"""The site as its own processes see it: real settings, a folder and a port of its own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

MANAGE = (sys.executable, "manage.py")


def surroundings(room: Path, **more: str) -> dict[str, str]:
    """Return the environment of a site whose files are in `room`."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "relmap.settings"}
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    return {**environment, "DATABASE_URL": "", "RELMAP_VAR": str(room), **more}


def manage(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    """Run `manage.py command` to its end and return how it ended."""
    return run(environment, *MANAGE, *command)


def run(environment: dict[str, str], *command: object) -> subprocess.CompletedProcess[str]:
    """Run `command` to its end and return how it ended."""
    return subprocess.run(
        [str(part) for part in command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def free_port() -> int:
    """Return a port that nobody listened at a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
