"""Whatever people write is shown as text on a person's page."""

import pytest

from stakeholders.standings import rebuild
from tests.records import make

pytestmark = pytest.mark.django_db


def shown(client, person):
    """Return the text of the page of `person`."""
    return client.get(f"/people/{person.pk}/").text


def test_html_in_any_of_their_words_is_text(client, member, today):
    evil = "<script>alert(1)</script>"
    omar = make.person(evil, evil, make.unit(evil), notes=evil, phone=evil)
    dana = make.colleague(evil)
    talk = make.conversation(omar, dana, summary=evil, on=today)
    make.exchange(talk, omar, dana, note=evil)
    make.promise(omar, dana, what=evil, made_on=today)
    make.concern(omar, evil)
    make.term(omar, evil, evil, meaning=evil)
    make.connection(omar, dana, note=evil)
    rebuild()
    text = shown(client, omar)
    assert evil not in text
    assert text.count("&lt;script&gt;") > 12


@pytest.mark.parametrize("name", ["x" * 200, "محمد بن سلمان"])
def test_any_name_has_a_page(client, member, name):
    assert f"<h1><bdi>{name}</bdi></h1>" in shown(client, make.person(name))
