"""Where the public logs are; tests that need them are skipped, and say so, without."""

import os
from pathlib import Path

import pytest

from stakeholders.evaluation.files import read_log

PROJECT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("RELMAP_DATA", PROJECT.parent / "shared" / "data"))


@pytest.fixture(scope="session")
def data():
    """The folder of public logs."""
    if not DATA.is_dir():
        pytest.skip("No public logs here: name their folder in RELMAP_DATA.")
    return DATA


@pytest.fixture(scope="session")
def log(data):
    """Read a public log by name, once."""
    known = {}

    def read(name):
        if name not in known:
            known[name] = read_log(data / f"{name}.csv")
        return known[name]

    return read


@pytest.fixture
def file(tmp_path):
    """Write a small log of one's own."""

    def write(text):
        path = tmp_path / "log.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write
