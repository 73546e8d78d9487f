"""The house rules that a tool can check."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management.utils import get_random_secret_key

from tests.rig.site import MANAGE, manage, run, surroundings

TEMPLATES = sorted(Path("templates").rglob("*.html"))


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
def test_tool_finds_nothing(command, tmp_path):
    done = run(surroundings(tmp_path), *command)
    assert done.returncode == 0, done.stdout


def test_deployment_check_has_no_warning(tmp_path):
    key = get_random_secret_key()
    public = surroundings(tmp_path, RELMAP_HTTPS="on", RELMAP_SECRET_KEY=key)
    done = manage(public, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("lock", sorted(Path().glob("requirements*.txt")), ids=str)
def test_every_library_is_locked_by_hash(lock):
    entries = lock.read_text().replace("\\\n", " ").splitlines()
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_locks_name_no_address():
    locks = [*Path().glob("requirements*.txt"), Path("package-lock.json")]
    assert not [str(lock) for lock in locks if "resolved" in lock.read_text()]


def test_nothing_fetched_is_committed():
    tracked = subprocess.check_output(["git", "ls-files"], text=True).splitlines()
    assert not [name for name in tracked if "node_modules/" in name or "vendor/" in name]
