"""Today: which conversations are suggested to whom, and what becomes of them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from stakeholders.models import Plan, Stakeholder
from stakeholders.standings import rebuild
from tests.pages.desk import answers, desk
from tests.records import make

pytestmark = pytest.mark.django_db
TODAY = "/today/"


def ago(days):
    """Return the day so many days before today."""
    return timezone.localdate() - timedelta(days=days)


def going_cold(at, person, **more):
    """Let Dana keep `person`, who matters and was met every week until a month ago."""
    facts = {"counterpart": at.dana, "criticality": 3, "influence": 5, **more}
    Stakeholder.objects.filter(pk=person.pk).update(**facts)
    for days in (89, 82, 75, 68, 61, 54, 47):
        make.conversation(at.dana, person, on=ago(days))
    make.conversation(at.dana, make.person("Somebody else"), on=ago(0))
    rebuild()


def cards(client, **asked):
    """Return the cards of the page, by the person's name."""
    page = client.get(TODAY, asked).context["page"]
    return {card.person.name: card for card in page.cards}


def text_of(page):
    """Return the words of a page on one line."""
    return " ".join(page.text.split())


def test_a_person_going_cold_is_suggested_with_the_reason_in_true_numbers(client):
    at = desk(client)
    going_cold(at, at.omar)
    make.promise(at.dana, at.omar, "The numbers", made_on=ago(40), due_on=ago(2))
    page = client.get(TODAY)
    said = text_of(page)
    assert "One conversation would help most; one promise of yours is late." in said
    [card] = page.context["page"].cards
    assert [name for name, _ in card.causes()] == ["quiet", "ours_late"]
    assert card.person.days_in_90 == 7
    assert "likely to stay quiet for the next 30 days" in said
    assert "you owe" in said


def test_opening_the_site_leads_to_today(client):
    desk(client)
    assert client.get("/", follow=True).redirect_chain[-1][0] == TODAY


def test_it_opens_with_what_the_last_conversation_left_open(client):
    at = desk(client)
    going_cold(at, at.omar)
    make.conversation(at.dana, at.omar, summary="Night shifts?", on=ago(40), outcome="open")
    make.concern(at.omar, heard_on=ago(50))
    rebuild()
    opening = cards(client)["Omar Haddad"].opening()
    assert (opening.begin, opening.quote) == (
        "Pick up what was left open:",
        "Night shifts?",
    )


def test_it_opens_with_what_matters_to_them_where_nothing_was_left_open(client):
    at = desk(client)
    going_cold(at, at.omar)
    make.concern(at.omar, text="Night shifts", heard_on=ago(50))
    assert cards(client)["Omar Haddad"].opening().quote == "Night shifts"


def test_a_secret_conversation_is_no_opening_for_others(client):
    at = desk(client)
    going_cold(at, at.omar)
    secret = {"outcome": "open", "confidential": True, "summary": "A quiet word"}
    make.conversation(at.priya, at.omar, on=ago(10), **secret)
    assert cards(client)["Omar Haddad"].opening().quote == ""


def test_the_counterpart_should_have_it_or_whoever_is_closest(client):
    at = desk(client)
    noor = make.colleague("Noor")
    make.conversation(noor, at.omar, on=ago(60))
    going_cold(at, at.omar)
    assert [one.name for one in cards(client)["Omar Haddad"].keepers] == [
        "Dana Levi",
        "Noor",
    ]
    Stakeholder.objects.update(counterpart=None)
    keepers = cards(client, whose="all")["Omar Haddad"].keepers
    assert [one.name for one in keepers] == ["Dana Levi"]


def test_a_member_sees_their_own_and_may_look_at_everybodys(client):
    at = desk(client)
    going_cold(at, at.omar, counterpart=make.colleague("Noor"))
    assert cards(client) == {}
    assert list(cards(client, whose="all")) == ["Omar Haddad"]


def test_logging_it_takes_the_person_off_the_list(client):
    at = desk(client)
    going_cold(at, at.omar)
    today = timezone.localdate().isoformat()
    client.post("/log/", answers(at.dana, at.omar, happened_on=today))
    assert cards(client) == {}


def test_not_now_leaves_somebody_out_until_then_and_can_be_undone(client):
    at = desk(client)
    going_cold(at, at.omar)
    client.post(f"/today/not-now/{at.omar.pk}/", {"days": 7})
    assert cards(client) == {}
    client.post(f"/today/suggest/{at.omar.pk}/")
    assert list(cards(client)) == ["Omar Haddad"]


def test_not_now_is_each_readers_own(client):
    at = desk(client)
    going_cold(at, at.omar)
    client.post(f"/today/not-now/{at.omar.pk}/", {"days": 7})
    assert list(cards(at.colleague(), whose="all")) == ["Omar Haddad"]


@pytest.mark.parametrize("days", ["", "x", "9999999999", "-1"])
def test_not_now_needs_an_end(client, days):
    at = desk(client)
    going_cold(at, at.omar)
    client.post(f"/today/not-now/{at.omar.pk}/", {"days": days})
    assert list(cards(client)) == ["Omar Haddad"]


def plan(at, **more):
    """Plan a conversation with Omar for tomorrow."""
    said = {"keeper": at.dana.pk, "planned_on": ago(-1).isoformat(), **more}
    return at.client.post(f"/today/plan/{at.omar.pk}/", said)


def planned(client):
    """Return what Today lists as planned."""
    return [str(one.stakeholder) for one in client.get(TODAY).context["page"].plans]


def test_a_plan_takes_the_place_of_the_suggestion_until_it_is_logged(client):
    at = desk(client)
    going_cold(at, at.omar)
    plan(at)
    assert (cards(client), planned(client)) == ({}, ["Omar Haddad"])
    today = timezone.localdate().isoformat()
    client.post("/log/", answers(at.dana, at.omar, happened_on=today))
    assert planned(client) == []
    kept = Plan.objects.get().kept_by
    client.post(f"/conversations/{kept.pk}/delete/")  # the toast's undo
    assert planned(client) == ["Omar Haddad"]


def test_a_plan_sent_twice_is_one(client):
    at = desk(client)
    plan(at)
    plan(at)
    assert Plan.objects.count() == 1


def test_a_plan_can_be_dropped_and_brought_back(client):
    at = desk(client)
    plan(at)
    pk = Plan.objects.get().pk
    client.post(f"/plans/{pk}/drop/")
    assert planned(client) == []
    client.post(f"/plans/{pk}/restore/")
    assert planned(client) == ["Omar Haddad"]


def test_a_second_mover_of_a_plan_is_told(client):
    at = desk(client)
    plan(at)
    made = Plan.objects.get()
    said = {"keeper": at.dana.pk, "version": made.version}
    client.post(f"/plans/{made.pk}/", {**said, "planned_on": ago(-3).isoformat()})
    late = client.post(f"/plans/{made.pk}/", {**said, "planned_on": ago(-5).isoformat()})
    assert late.status_code == 409
    made.refresh_from_db()
    assert made.planned_on == ago(-3)


@pytest.mark.parametrize("wrong", [{"planned_on": ""}, {"keeper": "x"}, {"keeper": ""}])
def test_a_plan_that_says_too_little_is_asked_about(client, wrong):
    at = desk(client)
    assert plan(at, **wrong).status_code == 422
    assert plan(at, planned_on=ago(1).isoformat()).status_code == 422


def test_a_viewer_plans_nothing(client):
    at = desk(client)
    viewer = at.colleague(role="viewer")
    said = {"keeper": at.dana.pk, "planned_on": ago(-1).isoformat()}
    assert viewer.post(f"/today/plan/{at.omar.pk}/", said).status_code == 403


def test_the_agreed_rhythm_is_told_when_it_has_passed(client):
    at = desk(client)
    Stakeholder.objects.filter(pk=at.omar.pk).update(cadence_days=10, counterpart=at.dana)
    make.conversation(at.dana, at.omar, on=ago(11))
    rebuild()
    [(person, _)] = client.get(TODAY).context["page"].overdue()
    assert person.name == "Omar Haddad"


def test_somebody_with_nothing_to_do_reads_why_and_one_habit(client):
    at = desk(client)
    Stakeholder.objects.filter(pk=at.omar.pk).update(counterpart=at.dana, criticality=2)
    make.conversation(at.dana, at.omar, on=ago(11))
    page = client.get(TODAY)
    assert "Nobody needs you first" in page.text
    assert page.context["page"].habit().words == "Note what matters to them."
    assert page.context["page"].habit().person == at.omar


def test_where_nothing_is_logged_nobody_is_praised(client):
    at = desk(client)
    before = client.get(TODAY).text
    assert "Nothing is logged yet" in before
    assert "keeping a rhythm" not in before
    make.conversation(at.dana, at.omar, on=ago(11))
    rebuild()
    assert "Nothing is logged yet" not in client.get(TODAY).text


def test_an_empty_site_offers_ways_to_start(client):
    client.force_login(make.user("manager"))
    assert "Load the example organisation" in client.get(TODAY).text


def test_ten_more_people_cost_no_more_queries(client, django_assert_num_queries):
    at = desk(client)
    going_cold(at, at.omar)
    with CaptureQueriesContext(connection) as before:
        client.get(TODAY)
    for number in range(10):
        one = make.person(f"Person {number}")
        make.promise(at.dana, one, made_on=ago(9), due_on=ago(1))
        going_cold(at, one)
    with django_assert_num_queries(len(before)):
        client.get(TODAY)
