"""The conversations: their list, its filters, and one of them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stakeholders.views import paging
from tests.pages.desk import HTMX, desk
from tests.records import make

pytestmark = pytest.mark.django_db
LIST = "/conversations/"


@pytest.fixture
def at(client):
    return desk(client)


def listed(at, **asked):
    """Return the lines of the conversations a list shows, in its order."""
    page = at.client.get(LIST, asked)
    return [one.summary for one in page.context["listed"].rows]


def test_the_newest_is_first(at):
    make.conversation(at.dana, at.omar, summary="Old", on=make.DAY - timedelta(9))
    make.conversation(at.dana, at.omar, summary="New")
    assert listed(at) == ["New", "Old"]


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "migration omar"},
        {"channel": "video"},
        {"formality": "formal"},
        {"layer": "vendor"},
        {"since": "2026-11-20"},
        {"until": "2026-11-20", "since": "2026-11-20"},
    ],
    ids=str,
)
def test_a_filter_in_the_address_narrows_the_list(at, asked):
    vendor = make.person("Vera", layer="vendor")
    make.conversation(at.dana, at.priya, summary="Lunch", on=make.DAY - timedelta(3))
    wanted = {"summary": "The migration", "channel": "video", "formality": "formal"}
    make.conversation(at.dana, at.omar, vendor, **wanted)
    assert listed(at, **asked) == ["The migration"]


def test_a_day_before_which_it_happened_narrows_the_list(at):
    make.conversation(at.dana, at.omar, summary="Old", on=make.DAY - timedelta(9))
    make.conversation(at.dana, at.omar, summary="New")
    assert listed(at, until=(make.DAY - timedelta(1)).isoformat()) == ["Old"]


def test_two_people_asked_for_were_both_there(at):
    make.conversation(at.dana, at.omar, summary="Two")
    make.conversation(at.dana, at.omar, at.priya, summary="Three")
    assert listed(at, person=[at.omar.pk, at.priya.pk]) == ["Three"]


def test_a_unit_finds_those_of_its_departments(at):
    company = make.unit("Bank")
    below = make.unit("Treasury", parent=company)
    make.conversation(at.dana, make.person("Tara", unit=below), summary="Rates")
    make.conversation(at.dana, at.omar, summary="Lunch")
    assert listed(at, unit=company.pk) == ["Rates"]


@pytest.mark.parametrize(
    "asked",
    [{"q": "a\0b"}, {"since": "soon"}, {"person": "9" * 40}, {"unit": "9" * 40}],
    ids=str,
)
def test_a_filter_nobody_understands_is_left_out_and_said(at, asked):
    make.conversation(at.dana, at.omar, summary="Lunch")
    page = at.client.get(LIST, asked)
    assert "This filter is left out." in page.text
    assert listed(at, **asked) == ["Lunch"]


def test_each_filter_in_use_can_be_taken_away(at):
    page = at.client.get(LIST, {"channel": "video", "q": "rates"})
    hrefs = {chip["label"]: chip["href"] for chip in page.context["listed"].chips}
    assert hrefs["Channel: Video call"] == "?q=rates"


def test_a_filter_reads_those_asked_for_and_not_the_whole_company(at):
    make.conversation(at.dana, at.omar)
    unit = make.unit()
    with CaptureQueriesContext(connection) as asked:
        page = at.client.get(LIST, {"person": at.omar.pk, "unit": unit.pk}).text
    assert f"With all of: {at.omar}" in page
    assert f"With somebody of: {unit}" in page
    of_all = r'FROM "stakeholders_(stakeholder|unit)"(?!.*( LIMIT |"id" (=|IN) ))'
    assert not [one["sql"] for one in asked if re.search(of_all, one["sql"])]


def test_htmx_gets_the_list_alone(at):
    assert "<html" not in at.client.get(LIST, headers=HTMX).text


def test_the_back_button_gets_the_whole_page(at):
    back = HTMX | {"HX-History-Restore-Request": "true"}
    assert "<html" in at.client.get(LIST, headers=back).text


def test_a_list_too_long_to_be_counted_says_so_and_has_its_first_pages(at, monkeypatch):
    for number in range(3):
        make.conversation(at.dana, at.omar, on=make.DAY - timedelta(number))
    monkeypatch.setattr(paging, "MOST", 3)
    assert re.search(">3.conversations<", at.client.get(LIST).text)
    monkeypatch.setattr(paging, "MOST", 2)
    page = at.client.get(LIST, {"page": 7})  # beyond the last one, which is shown
    assert re.search("More than 2.conversations. Narrow the list", page.text)
    assert len(page.context["listed"].rows) == 2


def test_the_second_page_goes_on(at):
    for number in range(26):
        make.conversation(at.dana, at.omar, summary=f"Talk {number}")
    assert listed(at, page=2) == ["Talk 0"]


def test_an_empty_list_says_what_to_do(at):
    assert "No conversations yet" in at.client.get(LIST).text


def test_ten_more_rows_need_no_more_queries(at):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            at.client.get(LIST)
        return len(seen)

    make.promise(at.dana, at.omar, interaction=make.conversation(at.dana, at.omar))
    before = queries()
    for _ in range(10):
        make.conversation(at.dana, at.omar, make.person())
    assert queries() == before


def test_a_confidential_one_is_for_those_who_took_part(at):
    secret = make.conversation(at.omar, at.priya, summary="Secret", confidential=True)
    address = reverse("conversation", args=[secret.pk])
    assert listed(at) == []
    assert at.client.get(address).status_code == 404


def test_whoever_took_part_sees_a_confidential_one(at):
    make.conversation(at.dana, at.priya, summary="Secret", confidential=True)
    assert listed(at) == ["Secret"]


def test_one_conversation_shows_who_gave_what(at):
    one = make.conversation(at.dana, at.omar)
    make.exchange(one, at.omar, at.dana, kind="introduction", note="to the board")
    make.promise(at.dana, at.omar, "The cutover plan", interaction=one)
    page = at.client.get(reverse("conversation", args=[one.pk]))
    assert "to the board" in page.text
    assert "The cutover plan" in page.text


def test_an_id_too_long_for_any_database_is_not_found(at):
    assert at.client.get(f"{LIST}{'9' * 30}/").status_code == 404
