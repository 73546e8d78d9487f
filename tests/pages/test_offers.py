"""What pages offer: nobody is led to what they may not do."""

import re
from html import unescape
from urllib.parse import urljoin

import pytest

from stakeholders.standings import rebuild
from tests.records import make

pytestmark = pytest.mark.django_db
PAGES = [
    *("/today/", "/dashboard/", "/people/", "/people/archive/", "/conversations/"),
    *("/promises/", "/promises/?state=closed", "/units/", "/report/", "/map/", "/start/"),
]


@pytest.fixture
def spoken():
    """Return pages of a person and of a conversation with a promise, of long ago."""
    dana, omar = make.colleague(), make.person(unit=make.unit("Operations"))
    talk = make.conversation(dana, omar)
    make.promise(dana, omar, interaction=talk)
    make.concern(omar)
    rebuild()
    return [
        f"/people/{omar.pk}/",
        f"/people/{omar.pk}/briefing/",
        f"/conversations/{talk.pk}/",
    ]


def offered(client, page):
    """Return the addresses on our site that `page` leads to."""
    answer = client.get(page, follow=True)
    found = re.findall(r'\b(?:data-|hx-get=|)href="([^"#]+)', answer.text)
    there = {urljoin(answer.request["PATH_INFO"], unescape(one)) for one in found}
    return {one for one in there if one.startswith("/") and "/static/" not in one}


@pytest.mark.parametrize("role", ["viewer", "member", "manager"])
@pytest.mark.parametrize("empty", [True, False])
def test_nobody_is_led_to_what_is_refused_to_them(client, request, role, empty):
    more = [] if empty else request.getfixturevalue("spoken")
    client.force_login(make.user(role))
    ways = set().union(*(offered(client, page) for page in [*PAGES, *more]))
    assert len(ways) > 10
    assert {one for one in ways if client.get(one).status_code in (403, 404)} == set()
