"""What import-linter cannot say about the house."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

MODULES = sorted(Path("stakeholders/scores").rglob("*.py"))
SCORES = [path for path in MODULES if path.stem != "__main__"]
MAY_KNOW = {"numpy", "scipy", "networkx", "stakeholders"}
STANDARD = {"abc", "bisect", "collections", "dataclasses", "datetime", "enum", "functools"}
STANDARD |= {"heapq", "itertools", "math", "operator", "string", "typing"}
CLOCKS = {"now", "today", "utcnow", "localdate"}
WRITTEN_BY_PEOPLE = (".py", ".js", ".mjs", ".html", ".css")


def imported(source):
    """Return the packages that `source` imports from."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def called(source):
    """Return the names of the functions that `source` calls."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


@pytest.mark.parametrize("path", SCORES, ids=lambda path: path.stem)
def test_a_score_rests_on_arithmetic_alone(path):
    assert set(imported(path.read_text())) <= MAY_KNOW | STANDARD


@pytest.mark.parametrize("path", SCORES, ids=lambda path: path.stem)
def test_a_score_is_told_the_day(path):
    assert not CLOCKS & set(called(path.read_text()))


def test_no_file_has_grown_past_300_lines():
    tracked = subprocess.check_output(["git", "ls-files"], text=True).splitlines()
    written = [name for name in tracked if name.endswith(WRITTEN_BY_PEOPLE)]
    ours = [Path(name) for name in written if "/migrations/" not in name]
    long = [f"{path}" for path in ours if path.exists() and lines(path) > 300]
    assert not long


def test_a_page_of_a_browser_is_closed_with_its_context_alone():
    rooms = [path.read_text() for path in Path("tests").rglob("*.py")]
    assert not [room for room in rooms if re.search(r"(page|tab)[a-z_]*\.close\(", room)]


def lines(path):
    """Return how many lines `path` has."""
    return len(path.read_text().splitlines())
