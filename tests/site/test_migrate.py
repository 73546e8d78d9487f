"""Migrating makes everything the site needs, of an empty database and of an older one."""

import re
import sqlite3

from tests.rig.site import manage, surroundings


def migrated(room):
    """Return what each table and index of the site in `room` is made of, in any order."""
    done = manage(surroundings(room), "migrate", "--verbosity", "0")
    assert done.returncode == 0, done.stdout
    made = sqlite3.connect(room / "relmap.sqlite3").execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    )
    return {name: sorted(re.split(r', (?="|CONSTRAINT)', sql[:-1])) for name, sql in made}


def test_an_older_site_comes_to_the_same_tables_as_a_new_one(tmp_path):
    older, new = tmp_path / "older", tmp_path / "new"
    older.mkdir()
    new.mkdir()
    grow = "from tests.rig.older import grow; grow()"
    assert manage(surroundings(older), "shell", "-c", grow).returncode == 0
    tables = migrated(new)
    assert "relmap_cache" in tables
    assert migrated(older) == tables
    found = sqlite3.connect(older / "relmap.sqlite3").execute(
        "SELECT found_by FROM stakeholders_unit"
    )
    assert found.fetchall() == [("buro",)]
