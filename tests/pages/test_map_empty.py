"""The map of a site that knows nobody, or no ties."""

import pytest

from tests.pages.mapped import sent
from tests.records import make

pytestmark = pytest.mark.django_db


def test_an_empty_site_sends_an_empty_map(reader):
    assert sent(reader)["people"]["id"] == []


@pytest.mark.parametrize("address", ["/map/", "/map/?view=table", "/map/?on=2020-01-01"])
def test_a_map_of_nobody_offers_ways_to_start_and_no_tools(reader, address):
    page = reader.get(address).text
    assert "An empty map" in page
    for tool in ("<relationship-map", "data-play", "map-q"):
        assert tool not in page


def test_a_table_without_ties_says_how_they_come(reader):
    make.person("Omar Haddad")
    assert "No ties yet" in reader.get("/map/?view=table&of=ties").text
