"""The map of more people than are drawn."""

import networkx as nx
import pytest

from stakeholders.models import Place
from stakeholders.standings import fold
from tests.pages.mapped import sent
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def cast(shared_db):
    """Return Ida whom nobody knows, Dana of our team, Omar, and Vera whom Dana calls."""
    people = [
        make.person("Ida Alone"),
        make.colleague("Dana Levi"),
        make.person("Omar Haddad"),
        make.person("Vera Bold", layer="vendor"),
    ]
    _, dana, omar, vera = people
    for _ in range(3):
        make.conversation(dana, omar)
        make.conversation(omar, dana)
    make.conversation(dana, vera)
    fold(person.pk for person in people)
    return people


@pytest.fixture
def few(monkeypatch):
    """Let two people be drawn at most."""
    for module in ("views.map_data", "standings.whole"):
        monkeypatch.setattr(f"stakeholders.{module}.DRAWN", 2)


def test_the_best_connected_are_drawn(reader, cast, few):
    data = sent(reader)
    assert data["people"]["name"] == ["Dana Levi", "Omar Haddad"]
    assert data["everybody"] == 4
    assert (data["ties"]["low"], data["ties"]["high"]) == ([0], [1])


def test_who_is_drawn_keeps_what_they_have_with_everybody(reader, cast, few):
    some = sent(reader)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("stakeholders.views.map_data.DRAWN", 4)
        whole = sent(reader)
    rows = [whole["people"]["id"].index(pk) for pk in some["people"]["id"]]
    for column in ("contact", "central", "band"):
        assert some["people"][column] == [whole["people"][column][row] for row in rows]
    assert some["ties"]["thread"] == whole["ties"]["thread"][:1]


def test_before_places_are_known_the_first_are_drawn(reader, cast, few):
    sent(reader)
    Place.objects.all().delete()
    assert sent(reader)["people"]["name"] == ["Ida Alone", "Dana Levi"]


def test_together_means_those_who_are_drawn(reader, cast, few):
    drawn = sent(reader)
    places = reader.get("/map/by/layer.json").json()
    assert (places["count"], places["mark"]) == (2, drawn["mark"])


def test_the_table_has_everybody(reader, cast, few):
    page = reader.get("/map/", {"view": "table"}).text
    assert all(one.name in page for one in cast)


def test_who_is_not_drawn_stands_below_the_map_in_a_file(reader, cast, few):
    sent(reader)
    graph = nx.parse_graphml(reader.get("/map/out.graphml").content.decode())
    heights = {node["label"]: float(node["y"]) for _, node in graph.nodes(data=True)}
    below = {name for name, height in heights.items() if height < -1000}
    assert below == {"Ida Alone", "Vera Bold"}
