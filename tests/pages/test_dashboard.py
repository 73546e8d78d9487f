"""The dashboard says how we stand, checked against plain arithmetic over the records."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from stakeholders.standings import fold
from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db
DASHBOARD = reverse("dashboard")


def spoke(*people, days_ago, **more):
    """Log a conversation some days before today."""
    on = timezone.localdate() - timedelta(days=days_ago)
    made = make.conversation(*people, on=on, **more)
    fold(one.pk for one in people)
    return made


def state(client):
    """Return the dashboard's overview."""
    return client.get(DASHBOARD).context["state"]


def test_an_empty_site_offers_ways_to_start(client):
    client.force_login(make.user("manager"))
    assert "Load the example organisation" in client.get(DASHBOARD).text


def test_whoever_has_no_conversation_yet_is_unknown_not_bad(client):
    desk(client)
    assert state(client).bands["unknown"] == 2
    assert "Too little is known yet" in client.get(DASHBOARD).text


def test_a_pair_that_fell_silent_is_going_cold(client):
    at = desk(client)
    for days_ago in (160, 152, 144, 136, 128, 120):
        spoke(at.dana, at.omar, days_ago=days_ago)
    spoke(at.dana, at.priya, days_ago=0)  # or the clock would stop with the log
    assert [one.target for one in state(client).cooling] == [at.omar.pk]


def test_the_reason_names_the_likely_silence(client):
    at = desk(client)
    for days_ago in (160, 152, 144, 136, 128, 120):
        spoke(at.dana, at.omar, days_ago=days_ago)
    spoke(at.dana, at.priya, days_ago=0)
    assert "Silence is likely in the next 30 days" in client.get(DASHBOARD).text


def test_layers_count_their_people(client):
    desk(client)
    make.person("Victor Lang", layer="vendor")
    assert {one.layer: one.people for one in state(client).layers} == {
        "peer": 2,
        "vendor": 1,
    }


def test_archived_people_are_left_out(client):
    at = desk(client)
    type(at.omar).objects.filter(pk=at.omar.pk).archive()
    assert state(client).people == 1


def test_kept_promises_are_a_share_of_those_closed(client):
    at = desk(client)
    today = timezone.localdate()
    for outcome in ("kept", "kept", "kept", "broken"):
        make.promise(at.dana, at.omar, state=outcome, made_on=today, closed_on=today)
    spoke(at.dana, at.omar, days_ago=0)
    [peers] = state(client).layers
    assert peers.kept == pytest.approx(3 / 4)


def test_what_we_owe_soon_is_listed(client):
    at = desk(client)
    today = timezone.localdate()
    soon = make.promise(at.dana, at.omar, made_on=today, due_on=today + timedelta(days=3))
    make.promise(at.dana, at.omar, made_on=today, due_on=today + timedelta(days=60))
    assert list(client.get(DASHBOARD).context["due"].we_owe()) == [soon]


def test_only_promises_with_the_people_of_the_scope_are_listed(client):
    at, today = desk(client), timezone.localdate()
    lea = make.person("Lea", layer="vendor")
    ours = make.promise(at.dana, lea, made_on=today, due_on=today)
    theirs = make.promise(lea, at.dana, made_on=today, due_on=today)
    make.promise(at.dana, at.omar, made_on=today, due_on=today)
    make.promise(at.omar, at.dana, made_on=today, due_on=today)
    shown = client.get(DASHBOARD, {"layer": "vendor"}).context
    assert (shown["due"].we_owe(), shown["due"].owed_to_us()) == ([ours], [theirs])


def test_a_promise_from_a_secret_conversation_stays_secret(client):
    at = desk(client)
    today = timezone.localdate()
    secret = spoke(at.omar, at.priya, days_ago=0, confidential=True)
    make.promise(
        at.omar, at.dana, "A quiet word", made_on=today, due_on=today, interaction=secret
    )
    assert "A quiet word" not in client.get(DASHBOARD).text


def test_a_log_that_stopped_is_shown_as_of_its_last_day(client):
    at = desk(client)
    spoke(at.dana, at.omar, days_ago=400)
    assert "as it was on that day" in client.get(DASHBOARD).text


def test_ten_more_people_cost_no_more_queries(client, django_assert_num_queries):
    at = desk(client)
    spoke(at.dana, at.omar, days_ago=3)
    with CaptureQueriesContext(connection) as before:
        client.get(DASHBOARD)
    for number in range(10):
        spoke(at.dana, make.person(f"Person {number}"), days_ago=number)
    with django_assert_num_queries(len(before)):
        client.get(DASHBOARD)


def test_names_are_escaped(client):
    at = desk(client)
    someone = make.person("<b>Bold</b>")
    for days_ago in (160, 152, 144, 136, 128, 120):
        spoke(at.dana, someone, days_ago=days_ago)
    spoke(at.dana, at.omar, days_ago=0)
    page = client.get(DASHBOARD).text
    assert "&lt;b&gt;Bold&lt;/b&gt;" in page
    assert "<b>Bold</b>" not in page


def test_a_stranger_is_asked_to_sign_in(client):
    make.user()
    assert client.get(DASHBOARD).url.startswith(reverse("sign-in"))
