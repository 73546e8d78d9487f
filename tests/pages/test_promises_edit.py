"""Changing promises: add, edit, second editors, delete and bring back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stakeholders.models import Commitment
from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(client):
    return desk(client)


@pytest.fixture
def owed(at):
    """Return what Dana owes Omar."""
    return make.promise(at.dana, at.omar, "The cutover plan")


def address(name, one):
    return reverse(name, args=[one.pk])


def answers(one, other, **more):
    usual = {"what": "The numbers", "made_on": "2026-11-20", "due_on": ""}
    return usual | {"promiser": one.pk, "promisee": other.pk} | more


def test_a_promise_is_added(at):
    at.client.post(reverse("add-promise"), answers(at.omar, at.dana))
    made = Commitment.objects.get()
    assert (made.promiser, made.promisee, made.created_by) == (at.omar, at.dana, at.user)


def test_added_twice_it_is_there_once(at):
    for _ in range(2):
        at.client.post(reverse("add-promise"), answers(at.omar, at.dana))
    assert Commitment.objects.count() == 1


def test_changed_twice_the_same_way_it_is_simply_saved(at, owed):
    sent = answers(at.dana, at.omar, what="My words", version=1)
    codes = [at.client.post(address("edit-promise", owed), sent).status_code for _ in "ab"]
    assert codes == [302, 302]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": ""}, "Say what was promised."),
        ({"what": "a" * 10_000}, "at most 300 characters"),
        ({"what": "a\0"}, "Null characters are not allowed."),
        ({"promisee": []}, "Choose to whom it was promised."),
        ({"promisee": "987654321"}, "Somebody you chose is no longer here."),
        ({"due_on": "2026-11-01"}, "It is due before it was made."),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_wrong_answer_gets_a_sentence(at, wrong, sentence):
    sent = answers(at.dana, at.omar) | wrong
    page = at.client.post(reverse("add-promise"), sent)
    assert page.status_code == 422
    assert sentence in page.text


def test_nobody_promises_themselves(at):
    page = at.client.post(reverse("add-promise"), answers(at.dana, at.dana))
    assert "Choose two different people." in page.text


def test_two_people_cannot_share_one_end(at):
    sent = answers(at.dana, at.omar, promiser=[at.dana.pk, at.priya.pk])
    assert "Choose one person." in at.client.post(reverse("add-promise"), sent).text


def test_a_second_editor_is_told_and_keeps_their_words(at, owed):
    noor = at.colleague()
    due = (make.DAY + timedelta(3)).isoformat()
    first = answers(at.dana, at.omar, what=owed.what, due_on=due, version=1)
    noor.post(address("edit-promise", owed), first)
    mine = answers(at.dana, at.omar, what="My words", version=1)
    page = at.client.post(address("edit-promise", owed), mine)
    assert page.status_code == 409
    assert "Noor, " in page.text
    form = page.context["form"]
    assert (form["what"].value(), form["due_on"].value()) == (
        "My words",
        make.DAY + timedelta(3),
    )


def test_a_deleted_one_comes_back(at, owed):
    page = at.client.post(address("delete-promise", owed), follow=True)
    assert not Commitment.objects.current().exists()
    assert address("restore-promise", owed) in page.text
    at.client.post(address("restore-promise", owed))
    assert Commitment.objects.current().exists()


@pytest.mark.parametrize(
    "name", ["edit-promise", "close-promise", "reopen-promise", "delete-promise"]
)
def test_a_reader_changes_nothing(at, owed, name):
    at.client.force_login(make.user("viewer"))
    assert at.client.post(address(name, owed)).status_code == 403
