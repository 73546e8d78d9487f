"""Taking the map out: files that open elsewhere and say what the map says."""

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pytest
from django.utils.timezone import localdate

from stakeholders.models import Stakeholder, User
from stakeholders.standings import fold, structure
from stakeholders.views.map_data import network
from stakeholders.views.map_graph import COLOURS
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def cast(shared_db):
    """Return Dana, Omar who answers, and a vendor with a name of all sorts."""
    people = [
        make.colleague("Dana Levi"),
        make.person("Omar Haddad", "COO", unit=make.unit(), influence=5),
        make.person("=<b>&\x0b ☃", layer="vendor"),
    ]
    for _ in range(4):
        make.conversation(people[0], people[1])
        make.conversation(people[1], people[0])
        make.conversation(people[0], people[2])
        make.promise(people[1], people[0], state="kept", closed_on=make.DAY)
    fold(one.pk for one in people)
    structure.look.call()
    return people


def out(reader, kind, query=""):
    """Return the file of one kind."""
    return reader.get(f"/map/out.{kind}{query}").content


def test_graphml_read_back_is_the_same_graph(reader, cast):
    seen = network(User.objects.get(), day=localdate())
    back = nx.read_graphml(BytesIO(out(reader, "graphml")))
    assert set(back) == {str(one.pk) for one in cast}
    weights = {(int(u), int(v)): tie["weight"] for u, v, tie in back.edges(data=True)}
    ids = seen.ids.tolist()
    there = zip(seen.low, seen.high, seen.there, seen.back, strict=True)
    both = [((ids[a], ids[b]), to) for a, b, to, _ in there]
    there = zip(seen.low, seen.high, seen.there, seen.back, strict=True)
    both += [((ids[b], ids[a]), back) for a, b, _, back in there]
    assert weights == {ends: weight for ends, weight in both if weight > 0}


def test_graphml_carries_positions_and_colours(reader, cast):
    dana = nx.read_graphml(BytesIO(out(reader, "graphml"))).nodes[str(cast[0].pk)]
    assert (dana["r"], dana["g"], dana["b"]) == tuple(bytes.fromhex(COLOURS["team"][1:]))
    assert dana["x"] == pytest.approx(1000 * cast[0].place.x)
    assert dana["size"] > 8


def test_gexf_read_back_has_every_tie_with_its_weight(reader, cast):
    back = nx.read_gexf(BytesIO(out(reader, "gexf")))
    other = nx.read_graphml(BytesIO(out(reader, "graphml")))
    assert {(u, v): tie["weight"] for u, v, tie in back.edges(data=True)} == {
        (u, v): tie["weight"] for u, v, tie in other.edges(data=True)
    }
    for look in (b"viz:position", b"viz:color", b"viz:size"):
        assert look in out(reader, "gexf")


def test_what_is_unknown_is_left_out(reader, cast):
    back = nx.read_graphml(BytesIO(out(reader, "graphml")))
    dana, omar, vendor = (str(one.pk) for one in cast)
    assert back.edges[dana, omar]["trust"] > 0
    assert "trust" not in back.edges[dana, vendor]


def test_kumu_gets_elements_and_connections_told_apart_by_their_ids(reader, cast):
    make.person("Omar Haddad")  # a namesake, whose label is the same
    told = json.loads(out(reader, "json"))
    assert set(told) == {"elements", "connections"}
    elements = {one["id"]: one for one in told["elements"]}
    assert len(elements) == len(cast) + 1
    assert elements[str(cast[0].pk)]["label"] == "Dana Levi"
    assert elements[str(cast[0].pk)]["type"] == "Our team"
    ways = {(one["from"], one["to"]): one for one in told["connections"]}
    dana, omar, vendor = (str(one.pk) for one in cast)
    assert set(ways) == {(dana, omar), (omar, dana), (dana, vendor)}
    assert {one["direction"] for one in ways.values()} == {"directed"}
    assert ways[dana, omar]["type"] == "healthy"
    assert ways[dana, omar]["trust"] > 0


@pytest.mark.parametrize("kind", ["graphml", "gexf", "json", "csv"])
def test_a_name_of_nothing_is_called_that(reader, kind):
    make.conversation(make.colleague(" "), make.person("Omar Haddad"))
    fold(Stakeholder.objects.values_list("pk", flat=True))
    assert "(no name)" in out(reader, kind).decode()


def test_no_cell_of_the_csv_is_a_formula(reader, cast):
    rows = list(csv.reader(StringIO(out(reader, "csv").decode("utf-8-sig"))))
    assert rows[0][:2] == ["From", "To"]
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_a_file_holds_what_the_address_asks_for(reader, cast):
    back = nx.read_graphml(BytesIO(out(reader, "graphml", "?layer=vendor")))
    assert back.number_of_edges() == 1


def test_another_kind_is_not_there(reader):
    assert reader.get("/map/out.exe").status_code == 404


@pytest.mark.parametrize("layer", COLOURS)
def test_the_colours_are_those_of_the_pages(layer):
    tokens = Path("static/css/tokens.css").read_text()
    assert re.search(rf"--{layer}: light-dark\((#\w+)", tokens)[1] == COLOURS[layer]
