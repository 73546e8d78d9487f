"""Changing several people at once, columns, tags, and the list as a file."""

import csv
from io import StringIO

import pytest

from stakeholders.models import SavedView, Stakeholder, Standing, Tag
from stakeholders.standings import rebuild
from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db


def selected(*people):
    """Return what a browser sends for these people, as they are now."""
    now = Stakeholder.objects.in_bulk([one.pk for one in people])
    return [f"{pk}.{one.version}" for pk, one in now.items()]


def change(at, people, **values):
    """Change several people and follow to the list; return what it says."""
    sent = {"person": people, **values}
    page = at.client.post("/people/change/", sent, follow=True)
    return [str(one) for one in page.context["messages"]], list(page.context["messages"])


def undo_of(messages):
    """Return where the last message can be undone."""
    return messages[-1].extra_tags.removeprefix("undo:").split()[0]


def now(person):
    """Return the person as they are."""
    return Stakeholder.objects.get(pk=person.pk)


def test_several_people_get_the_same_values_and_can_be_as_before(client):
    at = desk(client)
    both = selected(at.omar, at.priya)
    said, told = change(at, both, counterpart=at.dana.pk, cadence_days=30, add_tag="board")
    assert said == ["Changed 2 people."]
    assert (now(at.omar).counterpart, now(at.priya).cadence_days) == (at.dana, 30)
    assert list(Tag.objects.current().values_list("name", flat=True)) == ["board"] * 2
    assert now(at.omar).history.first().cadence_days == 30
    client.post(undo_of(told))
    assert (now(at.omar).counterpart, now(at.priya).cadence_days) == (None, None)
    assert not Tag.objects.current().exists()


def test_nobody_is_changed_where_somebody_else_was_faster(client):
    at = desk(client)
    both = selected(at.omar, at.priya)
    now(at.priya).save()
    said, _ = change(at, both, cadence_days=30)
    assert said == ["Priya Nair changed since you looked. Nothing was changed."]
    assert now(at.omar).cadence_days is None


def test_nothing_is_undone_over_a_later_change(client):
    at = desk(client)
    _, told = change(at, selected(at.omar), cadence_days=30)
    now(at.omar).save()
    client.post(undo_of(told))
    assert now(at.omar).cadence_days == 30


def test_only_who_changed_it_can_undo_it(client):
    at = desk(client)
    _, told = change(at, selected(at.omar), cadence_days=30)
    at.colleague().post(undo_of(told))
    client.post("/people/change/undo/forged/")
    assert now(at.omar).cadence_days == 30


def test_another_layer_is_another_standing(client):
    at = desk(client)
    make.conversation(at.dana, at.omar)
    rebuild()
    change(at, selected(at.omar), layer="vendor")
    assert Standing.objects.get(pk=at.omar.pk).layer == "vendor"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Choose what to change."),
        ({"cadence_days": "0"}, "greater than or equal to 1"),
        ({"layer": "asset"}, "asset is not one of the available choices"),
        ({"counterpart": "x"}, "Select a valid choice"),
        ({"add_tag": "x" * 51}, "at most 50 characters"),
        ({"person": ["x", "1.x", "9" * 30 + ".1"], "cadence_days": "3"}, "Select somebody"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(client, values, words):
    at = desk(client)
    said, _ = change(at, values.pop("person", selected(at.omar)), **values)
    assert words in said[0]


def test_nobody_keeps_themselves(client):
    at = desk(client)
    said, _ = change(at, selected(at.omar, at.dana), counterpart=at.dana.pk)
    assert said == ["Dana Levi cannot keep themselves. Nothing was changed."]
    assert now(at.omar).counterpart is None


def test_a_viewer_changes_nobody(client):
    at = desk(client)
    sent = {"person": selected(at.omar), "cadence_days": 30}
    viewer = at.colleague(role="viewer")
    assert viewer.post("/people/change/", sent).status_code == 403
    assert "Change <span" not in viewer.get("/people/").text


def test_a_tag_taken_off_comes_back_as_the_same_one(client):
    at = desk(client)
    change(at, selected(at.omar), add_tag="board")
    change(at, selected(at.omar), remove_tag="board")
    assert not Tag.objects.current().exists()
    change(at, selected(at.omar), add_tag="board")
    assert Tag.objects.get().archived_at is None


def test_the_list_is_filtered_by_tag_with_a_chip_to_take_it_off(client):
    at = desk(client)
    change(at, selected(at.omar), add_tag="board")
    found = client.get("/people/", {"tag": "board"}).context["people"]
    assert [row.person for row in found.rows] == [at.omar]
    assert found.chips() == [{"label": "Tag: board", "href": "/people/"}]


def test_columns_are_chosen_and_kept_in_the_address(client):
    at = desk(client)
    change(at, selected(at.omar), add_tag="board")
    page = client.get("/people/", {"show": ["tags", "email", "salary"], "q": "omar"})
    people = page.context["people"]
    assert [head["label"] for head in people.heads()] == ["Name", "Tags", "Mail"]
    assert people.address() == "/people/?show=tags.email&q=omar"
    assert client.get(people.address()).context["people"].columns == ("tags", "email")


def test_the_file_holds_exactly_what_is_shown(client):
    at = desk(client)
    make.person("=cmd|calc", email="x@larkfield.example")
    change(at, selected(at.omar), add_tag="board")
    asked = {"show": "tags.email", "layer": "peer", "sort": "-name"}
    sent = client.get("/people/list.csv", asked)
    text = b"".join(sent.streaming_content).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [
        ["Name", "Tags", "Mail"],
        ["Priya Nair", "", ""],
        ["Omar Haddad", "board", ""],
        ["'=cmd|calc", "", "x@larkfield.example"],
    ]


def test_a_view_of_the_list_is_kept_under_a_name(client):
    desk(client)
    query = client.get("/people/", {"show": "tags", "page": "2"}).context["people"].query
    sent = {"page": "people", "name": "Tags", "query": query}
    assert client.post("/views/add/", sent).url == "/people/?show=tags"
    assert SavedView.objects.get().query == "show=tags"
