"""The site as its own processes see it: real settings, a folder and a port of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

MANAGE = (sys.executable, "manage.py")
LONGEST = 240  # seconds that any command may take; a test that hangs for 300 is ended


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
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return finished(command, env=environment, **both)


def finished(command: Iterable[object], **how: Any) -> subprocess.CompletedProcess[str]:
    """Run `command` to its end, which comes in time or fails the test."""
    parts = [str(part) for part in command]
    return subprocess.run(parts, text=True, check=False, timeout=LONGEST, **how)


def free_port() -> int:
    """Return a port that nobody listened at a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
