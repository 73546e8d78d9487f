"""Promises: what we owe, what we are owed, and how each one ended."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from stakeholders.models import Commitment, Tie
from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db
LIST = "/promises/"


@pytest.fixture
def at(client):
    return desk(client)


@pytest.fixture
def owed(at):
    """Return what Dana owes Omar."""
    return make.promise(at.dana, at.omar, "The cutover plan")


def groups(at, **asked):
    """Return what the list shows: each side's promises by its title."""
    shown = at.client.get(LIST, asked).context["listed"].groups
    return {title: [row.what for row in rows] for title, _, rows in shown}


def address(name, one):
    return reverse(name, args=[one.pk])


def close(at, one, state="kept", version=1):
    sent = {"state": state, "version": version}
    return at.client.post(address("close-promise", one), sent, follow=True)


def test_ours_stand_apart_from_theirs(at, owed):
    make.promise(at.omar, at.dana, "A decision")
    make.promise(at.omar, at.priya, "Lunch")
    assert groups(at) == {
        "We owe": ["The cutover plan"],
        "Owed to us": ["A decision"],
        "Among others": ["Lunch"],
    }


def test_what_is_due_first_is_on_top(at, owed):
    for days in (9, 2):
        due = make.DAY + timedelta(days)
        make.promise(at.dana, at.omar, f"In {days}", due_on=due)
    assert groups(at)["We owe"] == ["In 2", "In 9", "The cutover plan"]


def test_the_address_narrows_to_one_person(at, owed):
    make.promise(at.dana, at.priya, "Slides")
    assert groups(at, person=at.priya.pk) == {"We owe": ["Slides"]}


def test_a_promise_of_a_confidential_conversation_is_hidden(at):
    secret = make.conversation(at.omar, at.priya, confidential=True)
    hidden = make.promise(at.omar, at.priya, interaction=secret)
    assert groups(at) == {}
    assert at.client.get(address("edit-promise", hidden)).status_code == 404


def test_ten_more_promises_need_no_more_queries(at, owed):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            at.client.get(LIST)
        return len(seen)

    before = queries()
    for number in range(10):
        make.promise(at.dana, make.person(), f"Promise {number}")
    assert queries() == before


@pytest.mark.parametrize("state", ["kept", "broken", "released"])
def test_a_promise_can_end(at, owed, state):
    close(at, owed, state)
    owed.refresh_from_db()
    assert (owed.state, owed.closed_on) == (state, timezone.localdate())


def test_kept_after_it_was_due_is_late(at):
    overdue = make.promise(at.dana, at.omar, made_on=make.DAY - timedelta(9))
    Commitment.objects.update(due_on=make.DAY - timedelta(5))
    close(at, overdue)
    overdue.refresh_from_db()
    assert overdue.state == "late"


def test_a_kept_promise_counts_at_once(at, owed):
    close(at, owed)
    assert Tie.objects.get(source=at.dana, target=at.omar).kept > 0


def test_a_closed_one_moves_to_the_other_list(at, owed):
    close(at, owed)
    assert groups(at) == {}
    assert groups(at, state="closed") == {"We owe": ["The cutover plan"]}


def test_the_toast_opens_it_again(at, owed):
    assert address("reopen-promise", owed) in close(at, owed).text
    at.client.post(address("reopen-promise", owed))
    owed.refresh_from_db()
    assert (owed.state, owed.closed_on) == ("open", None)


def test_closed_by_somebody_else_meanwhile_stays_as_it_is(at, owed):
    close(at, owed, "broken")
    page = close(at, owed, "kept")
    owed.refresh_from_db()
    assert owed.state == "broken"
    assert "This promise changed since you looked." in page.text


def test_pressed_twice_it_is_closed_once(at, owed):
    close(at, owed)
    assert "Somebody else" not in close(at, owed).text


@pytest.mark.parametrize("sent", [{"state": "open", "version": 1}, {"version": "x"}, {}])
def test_an_end_that_is_none_changes_nothing(at, owed, sent):
    page = at.client.post(address("close-promise", owed), sent, follow=True)
    assert "Choose kept, late, broken or released." in page.text
    assert Commitment.objects.open().count() == 1
