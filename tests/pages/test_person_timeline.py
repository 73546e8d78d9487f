"""The timeline and the ties of a person: what is told, to whom, of what is asked."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stakeholders.standings import rebuild
from tests.pages.desk import HTMX
from tests.records import make

pytestmark = pytest.mark.django_db


def shown(client, person, **asked):
    """Return the text of the page of `person`."""
    return client.get(f"/people/{person.pk}/", asked).text


def test_the_timeline_tells_conversations_promises_and_gifts_newest_first(
    client, member, today
):
    omar, dana = make.person(), make.colleague()
    talk = make.conversation(omar, dana, summary="Migration", on=today - timedelta(days=5))
    make.exchange(talk, omar, dana, kind="help", note="Lent us a tester")
    promise = make.promise(omar, dana, what="Budget", made_on=today - timedelta(days=9))
    promise.close("kept", today - timedelta(days=2))
    promise.save()
    page = client.get(f"/people/{omar.pk}/")
    told = [(entry.kind, str(entry.record)) for entry in page.context["timeline"].entries]
    assert [kind for kind, _ in told] == ["closed", "conversation", "promised"]
    assert "Lent us a tester" in page.text


def test_a_timeline_of_all_days_compares_none(client, member, today):
    omar, dana = make.person(), make.colleague()
    make.promise(omar, dana, made_on=today).close("kept", today)
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/people/{omar.pk}/")
    (timeline,) = [one["sql"] for one in asked if "event_day" in one["sql"]]
    assert 'closed_on" IS NOT NULL' in timeline
    assert "BETWEEN" not in timeline


def test_only_gifts_of_this_person_are_told(client, member, today):
    omar, dana, lea = make.person(), make.colleague(), make.person("Lea")
    talk = make.conversation(omar, dana, lea, on=today)
    make.exchange(talk, lea, dana, note="Between others")
    assert "Between others" not in shown(client, omar)


def test_a_confidential_conversation_is_seen_by_those_it_is_for(client, member, today):
    omar, dana = make.person(), make.colleague()
    talk = make.conversation(omar, dana, summary="Secret", on=today, confidential=True)
    make.promise(omar, dana, what="Hidden", interaction=talk, made_on=today)
    text = shown(client, omar)
    assert ("Secret" in text, "Hidden" in text) == (False, False)
    member.stakeholder = dana
    member.save()
    text = shown(client, omar)
    assert ("Secret" in text, "Hidden" in text) == (True, True)


def test_a_deleted_conversation_is_not_told(client, member, today):
    omar = make.person()
    talk = make.conversation(omar, summary="By mistake", on=today)
    type(talk).objects.filter(pk=talk.pk).archive()
    assert "By mistake" not in shown(client, omar)


def test_more_of_the_timeline_comes_page_by_page(client, member, today):
    omar = make.person()
    for ago in range(11):
        make.conversation(omar, summary=f"Talk {ago:02}.", on=today - timedelta(days=ago))
    first = client.get(f"/people/{omar.pk}/").text
    assert ("Talk 09." in first, "Talk 10." in first) == (True, False)
    more = client.get(f"/people/{omar.pk}/", {"page": 2}, headers=HTMX).text
    assert ("<html" in more, "Talk 09." in more, "Talk 10." in more) == (False, False, True)
    assert "<html" in shown(client, omar, page=2)


@pytest.mark.parametrize("asked", ["123456789x", "9" * 5_000, "-1", "0", "٣", "x", ""])
def test_an_odd_page_is_the_first_or_one_with_nothing_more(client, member, today, asked):
    omar = make.person()
    make.conversation(omar, summary="Talk.", on=today)
    answer = client.get(f"/people/{omar.pk}/", {"page": asked})
    assert answer.status_code == 200
    assert ("Talk." in answer.text) == (not asked.startswith("99"))


@pytest.fixture
def busy(member, today):
    """Return a person with one thing of each kind, some of them long ago."""
    omar, dana = make.person("Omar"), make.colleague()
    old = today - timedelta(days=200)
    talk = make.conversation(omar, dana, summary="Cutover", on=today)
    make.exchange(talk, omar, dana, kind="feedback", note="Too slow")
    make.exchange(talk, dana, omar, kind="help", note="A tester")
    make.promise(omar, dana, what="Budget", made_on=old)
    make.concern(omar, "Night shifts", heard_on=old)
    return omar


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({}, ["conversation", "promised", "heard"]),
        ({"kind": "conversations"}, ["conversation"]),
        ({"kind": "promises"}, ["promised"]),
        ({"kind": "exchanges"}, ["given", "given"]),
        ({"kind": "feedback"}, ["given"]),
        ({"kind": "notes"}, ["heard"]),
        ({"days": "90"}, ["conversation"]),
        ({"kind": "promises", "days": "90"}, []),
        ({"kind": "gossip", "days": "-1"}, ["conversation", "promised", "heard"]),
    ],
)
def test_the_timeline_shows_what_the_address_asks_for(client, busy, asked, kinds):
    context = client.get(f"/people/{busy.pk}/", asked).context
    assert [entry.kind for entry in context["timeline"].entries] == kinds


def test_a_filtered_timeline_is_a_part_of_the_page_and_a_page(client, busy):
    address = f"/people/{busy.pk}/?kind=feedback"
    part, whole = client.get(address, headers=HTMX).text, client.get(address).text
    assert ("<html" in part, "Too slow" in part, "A tester" in part) == (False, True, False)
    assert ("<html" in whole, "Too slow" in whole) == (True, True)


def test_feedback_given_in_confidence_is_seen_by_those_it_is_for(client, busy):
    type(busy).objects.get(pk=busy.pk).conversations.update(confidential=True)
    assert "Too slow" not in shown(client, busy, kind="feedback")


def test_older_entries_are_of_the_kind_asked_for(client, member, today):
    omar, dana = make.person(), make.colleague()
    for ago in range(11):
        make.conversation(omar, on=today - timedelta(days=ago))
        make.promise(omar, dana, what=f"Word {ago:02}.", made_on=today - timedelta(ago))
    asked = {"kind": "promises", "days": 30, "page": 2}
    more = client.get(f"/people/{omar.pk}/", asked, headers=HTMX).context["timeline"]
    assert [str(entry.record) for entry in more.entries] == ["Word 10."]
    assert more.newer == "?kind=promises&days=30&page=1"


def test_the_ties_to_others_are_listed(client, member, today):
    omar, lea = make.person(), make.person("Lea Brandt")
    make.conversation(omar, lea, on=today)
    rebuild()
    ties = client.get(f"/people/{omar.pk}/").context["page"].ties
    assert [tie.other.name for tie in ties] == ["Lea Brandt"]


def test_the_small_map_draws_both_directions_of_each_tie_and_leads_to_the_other(
    client, member, today
):
    omar, lea, dana = make.person(), make.person("Lea Brandt"), make.colleague()
    for ago in range(6):
        make.conversation(omar, lea, on=today - timedelta(days=ago))
    make.conversation(dana, omar, on=today)
    rebuild()
    drawn = client.get(f"/people/{omar.pk}/").context["page"].around().spokes
    assert [spoke.tie.other.name for spoke in drawn] == ["Lea Brandt", "Dana Levi"]
    (there, back), (ours, theirs) = ([s.width for s in spoke.strokes] for spoke in drawn)
    assert there == 6.0 > theirs > back == ours == 0.7
    text = shown(client, omar)
    svg = text.split('<svg class="around"')[1].split("</svg>")[0]
    assert f'href="/people/{lea.pk}/"' in svg
    assert svg.count('class="stroke') == 4
    assert "style=" not in svg


def test_trust_in_a_tie_reads_from_the_person_shown(client, member, today):
    omar, lea = make.person("Omar"), make.person("Lea")
    for what in "abc":
        promise = make.promise(lea, omar, what=what, made_on=today)
        promise.close("broken", today)
        promise.save()
    rebuild()
    seen_by_omar, seen_by_lea = (
        client.get(f"/people/{one.pk}/").context["page"].ties[0] for one in (omar, lea)
    )
    assert seen_by_omar.trusts < 0
    assert seen_by_omar.trusts == seen_by_lea.trusted
