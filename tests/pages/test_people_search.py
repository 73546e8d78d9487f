"""Finding people by a few letters."""

import re

import pytest

from stakeholders.standings import rebuild
from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(client):
    return desk(client)


def found(at, q):
    text = at.client.get("/people/search/", {"q": q}).text
    return [int(pk) for pk in re.findall(r'role="option" data-value="(\d+)"', text)]


def test_letters_of_a_name_find_its_people(at):
    assert found(at, "had") == [at.omar.pk]


def test_whom_i_spoke_with_last_comes_first(at):
    make.conversation(at.dana, at.priya)
    rebuild()
    assert found(at, "")[0] == at.priya.pk


def test_a_name_is_shown_with_its_role(at):
    make.person("Tara", title="Treasurer", unit=make.unit("Bank"))
    page = at.client.get("/people/search/", {"q": "tara"})
    assert "Tara <small>Treasurer, Bank</small>" in page.text


def test_html_in_a_name_stays_words(at):
    make.person("<b>Bold</b>")
    assert "<b>" not in at.client.get("/people/search/", {"q": "bold"}).text


def test_somebody_archived_is_not_offered(at):
    type(at.omar).objects.filter(pk=at.omar.pk).archive()
    assert found(at, "omar") == []


@pytest.mark.parametrize("q", ["a\0b", "a" * 10_000])
def test_what_no_name_can_be_finds_nobody(at, q):
    assert found(at, q) == []
