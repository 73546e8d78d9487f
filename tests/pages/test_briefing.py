"""A briefing tells on one page what to know before a meeting, and only what one may see."""

import sys
from datetime import timedelta
from importlib.util import find_spec

import pytest
from django.urls import reverse
from django.utils import timezone

from stakeholders.views.paper import warm_up
from tests.pages.desk import desk
from tests.records import make
from tests.rig.process import PATIENCE

pytestmark = pytest.mark.django_db


def sheet(at, who, name="briefing"):
    return at.client.get(reverse(name, args=[who.pk]))


def test_what_is_owed_both_ways_what_matters_and_their_words_are_there(client):
    at = desk(client)
    make.promise(at.dana, at.omar, "The cutover plan")
    make.promise(at.omar, at.dana, "The list of shifts")
    make.concern(at.omar, "Night shifts during the cutover")
    make.term(at.omar, "the switch", "the migration")
    page = sheet(at, at.omar).text
    for words in ("The cutover plan", "The list of shifts", "Night shifts", "the switch"):
        assert words in page


def test_what_was_left_open_is_what_to_ask(client):
    at = desk(client)
    make.conversation(at.dana, at.omar, summary="Shifts in May", outcome="open")
    [first, *_] = sheet(at, at.omar).context["questions"]
    assert (first.ask.split(".")[0], first.quote) == ("We left this open", "Shifts in May")


def test_a_stale_concern_is_asked_again(client):
    at = desk(client)
    heard = timezone.localdate() - timedelta(days=200)
    make.concern(at.omar, "No outage in winter", heard_on=heard)
    assert "No outage in winter" in [
        one.quote for one in sheet(at, at.omar).context["questions"]
    ]


def test_only_the_last_three_conversations_are_told(client):
    at = desk(client)
    for number in range(5):
        on = timezone.localdate() - timedelta(days=number)
        make.conversation(at.dana, at.omar, summary=f"Talk {number}", on=on)
    told = [one.summary for one in sheet(at, at.omar).context["talks"]]
    assert told == ["Talk 0", "Talk 1", "Talk 2"]


def test_a_secret_conversation_is_not_told(client):
    at = desk(client)
    make.conversation(at.omar, at.priya, summary="A quiet word", confidential=True)
    assert "A quiet word" not in sheet(at, at.omar).text


def test_a_pdf_is_sent_or_the_page_says_what_is_missing(client):
    at = desk(client)
    answer = sheet(at, at.omar, "briefing-pdf")
    if find_spec("weasyprint"):
        assert answer.content.startswith(b"%PDF")
    else:
        assert answer.status_code == 501
        assert "WeasyPrint, which is not installed" in answer.text


def test_a_server_loads_what_makes_pdfs_where_there_is_any_before_it_is_asked():
    thread = warm_up()
    if thread:
        thread.join(PATIENCE)
    assert bool(thread) == bool(find_spec("weasyprint")) == ("weasyprint" in sys.modules)


def test_nobody_is_briefed_on_somebody_who_is_not_there(client):
    at = desk(client)
    at.omar.pk += 1_000
    assert sheet(at, at.omar).status_code == 404
