"""Lists are read from the replica, but never by somebody who has just written."""

import pytest

from relmap.replica import PAGES
from stakeholders.urls import urlpatterns
from tests.rig.site import manage, surroundings


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Return what a site with a replica that lags behind shows, step by step."""
    room = tmp_path_factory.mktemp("site")
    home, copy = (f"sqlite:///{room}/{name}.sqlite3" for name in ("home", "copy"))
    more = {"DATABASE_URL": home, "DATABASE_REPLICA_URL": copy, "RELMAP_DEBUG": "on"}
    site = surroundings(room, **more)
    told = manage(site, "shell", "-c", "from tests.rig.two_databases import tell; tell()")
    assert told.returncode == 0, told.stdout
    return dict(line.rsplit(" ", 1) for line in told.stdout.splitlines() if " " in line)


def test_every_page_that_may_is_a_page():
    assert {page.name for page in urlpatterns} >= PAGES


def test_what_is_edited_is_read_from_the_database_itself(said):
    assert said["editing"] == "True"


def test_whoever_just_wrote_sees_the_database_itself(said):
    assert said["after writing"] == "True"


def test_a_while_later_lists_are_read_from_the_replica(said):
    assert said["later"] == "False"


def test_nothing_is_written_to_the_replica(said):
    assert said["copied"] == "False"


def test_a_map_holds_nobody_whom_the_replica_does_not_know(said):
    assert said["map"] == "200"
