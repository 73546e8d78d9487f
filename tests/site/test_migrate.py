"""Migrating an empty database makes everything the site needs."""

import sqlite3

from tests.rig.site import manage, surroundings


def test_migrating_also_makes_the_table_of_the_cache(tmp_path):
    done = manage(surroundings(tmp_path), "migrate", "--verbosity", "0")
    assert done.returncode == 0, done.stdout
    tables = sqlite3.connect(tmp_path / "relmap.sqlite3").execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    )
    assert ("relmap_cache",) in tables.fetchall()
