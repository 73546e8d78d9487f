"""The house rules that a tool can check."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management.utils import get_random_secret_key

TEMPLATES = [str(path) for path in sorted(Path("templates").rglob("*.html"))]
MANAGE = [sys.executable, "manage.py"]


def run(*command, **environment):
    """Run `command` from the top of the checkout and return how it ended."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "relmap.settings", **environment}
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    return subprocess.run(
        [str(part) for part in command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def tool(name):
    """Return where the tests' own copy of `name` is."""
    return Path(sys.executable).with_name(name)


@pytest.mark.parametrize(
    "command",
    [
        [tool("ruff"), "check"],
        [tool("ruff"), "format", "--check"],
        [tool("mypy")],
        [tool("djade"), "--check", *TEMPLATES],
        [tool("lint-imports")],
        [*MANAGE, "makemigrations", "--check", "--dry-run"],
    ],
    ids=["ruff", "ruff format", "mypy", "djade", "import-linter", "migrations"],
)
def test_tool_finds_nothing(command):
    done = run(*command)
    assert done.returncode == 0, done.stdout


def test_deployment_check_has_no_warning():
    check = [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"]
    done = run(*check, RELMAP_HTTPS="on", RELMAP_SECRET_KEY=get_random_secret_key())
    assert done.returncode == 0, done.stdout
