"""The documents name what there is, and lead to what they name."""

import re
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from relmap.rules import variable
from stakeholders.evidence import Rules

READ_FROM = re.compile(r"""env\.(?!refused)\w+\(\s*"([A-Z_]+)\"""")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
DOCUMENTS = [
    Path(name)
    for name in subprocess.check_output(["git", "ls-files", "*.md"], text=True).split()
]


def settings():
    """Return the name of every variable the site reads."""
    for path in Path("relmap").rglob("*.py"):
        yield from READ_FROM.findall(path.read_text())
    yield from ("DATABASE_URL", "DATABASE_REPLICA_URL", "CACHE_URL")
    yield from (variable(field.name) for field in fields(Rules))


@pytest.mark.parametrize("name", sorted(set(settings())))
def test_each_setting_is_explained(name):
    assert f"`{name}`" in Path("docs/running.md").read_text()


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
def test_each_link_leads_somewhere(path):
    links = LINK.findall(path.read_text())
    assert not [link for link in links if not (path.parent / link).exists()]
