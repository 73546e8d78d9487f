"""Changing conversations: edit, second editors, delete and bring back."""

import pytest
from django.urls import reverse

from stakeholders.models import Commitment, Exchange, Interaction, Tie
from stakeholders.standings import rebuild
from tests.pages.desk import answers, desk, rows
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(client):
    return desk(client)


@pytest.fixture
def talk(at):
    """Return a conversation Dana and Omar had, of which the ties know."""
    one = make.conversation(at.dana, at.omar, created_by=at.user)
    rebuild()
    return one


def address(name, one):
    return reverse(name, args=[one.pk])


def edited(at, one, *people, version=1, was=None, **more):
    """Return what a browser sends that was shown `one` at `version` with `was` in it."""
    shown = {"initial-people": [who.pk for who in was or (at.dana, at.omar)]}
    initiator = {"initial-initiator": at.dana.pk}
    people = people or (at.dana, at.omar)
    return answers(*people, version=version) | shown | initiator | more


def test_an_edit_is_kept(at, talk):
    sent = edited(at, talk, summary="Spoke about money", our_view="Fine")
    at.client.post(address("edit-conversation", talk), sent)
    talk.refresh_from_db()
    assert (talk.summary, talk.our_view) == ("Spoke about money", "Fine")


def test_the_form_begins_with_what_is_known(at, talk):
    form = at.client.get(address("edit-conversation", talk)).context["form"]
    assert form["summary"].value() == talk.summary
    assert form.chosen == [at.dana, at.omar]
    assert form["initiator"].value() == at.dana.pk


def test_taking_somebody_out_takes_the_tie_away(at, talk):
    sent = edited(at, talk, at.dana, at.priya)
    at.client.post(address("edit-conversation", talk), sent)
    assert not Tie.objects.filter(source=at.dana, target=at.omar).exists()
    assert Tie.objects.filter(source=at.dana, target=at.priya).exists()


def test_a_row_taken_out_is_archived(at, talk):
    gift = make.exchange(talk, at.omar, at.dana)
    row = {"id": gift.pk, "version": 1, "kind": "help", "weight": 1, "DELETE": "on"}
    sent = edited(at, talk) | rows("exchanges", row, held=1)
    at.client.post(address("edit-conversation", talk), sent)
    assert Exchange.objects.get().archived_at


def test_a_promise_can_be_changed_in_its_conversation(at, talk):
    promise = make.promise(at.dana, at.omar, interaction=talk)
    ends = {"promiser": at.dana.pk, "promisee": at.omar.pk}
    row = {"id": promise.pk, "version": 1, "what": "The plan", "due_on": "", **ends}
    sent = edited(at, talk) | rows("promises", row, held=1)
    at.client.post(address("edit-conversation", talk), sent)
    assert Commitment.objects.get().what == "The plan"


class TestSecondEditor:
    """Noor saves while Dana still writes."""

    @pytest.fixture
    def answer(self, at, talk):
        noor = at.colleague()
        first = edited(at, talk, at.dana, at.omar, at.priya, channel="video")
        noor.post(address("edit-conversation", talk), first)
        mine = edited(at, talk, summary="What Dana wrote")
        return at.client.post(address("edit-conversation", talk), mine)

    def test_is_told_who_changed_what(self, answer):
        assert answer.status_code == 409
        assert "Noor, " in answer.text
        assert "channel from “In person” to “Video call”" in answer.text

    def test_changes_nothing_yet(self, answer, talk):
        talk.refresh_from_db()
        assert talk.summary == "Spoke about the migration"

    def test_keeps_what_they_wrote(self, answer):
        assert answer.context["form"]["summary"].value() == "What Dana wrote"

    def test_is_shown_what_the_first_one_wrote(self, answer, at):
        form = answer.context["form"]
        assert form["channel"].value() == "video"
        shown = [int(pk) for pk in form["people"].value()]
        assert shown == [at.dana.pk, at.omar.pk, at.priya.pk]

    def test_may_save_over_it(self, answer, at, talk):
        sent = edited(at, talk, summary="What Dana wrote", channel="video", version=2)
        at.client.post(address("edit-conversation", talk), sent)
        talk.refresh_from_db()
        assert talk.summary == "What Dana wrote"


def test_the_same_edit_sent_twice_is_saved_once(at, talk):
    sent = edited(at, talk) | rows("exchanges", {"kind": "help", "giver": at.omar.pk})
    sent["exchanges-0-weight"] = 1
    for _ in "ab":
        answer = at.client.post(address("edit-conversation", talk), sent)
    assert answer.status_code == 302
    assert Exchange.objects.count() == 1


def test_a_form_that_lost_everything_on_its_way_is_asked_again(at, talk):
    answer = at.client.post(address("edit-conversation", talk), {})
    assert answer.status_code == 422
    assert "Choose who took part." in answer.text


def test_whoever_is_added_right_after_saving_is_not_lost_without_a_word(at, talk):
    at.client.post(address("edit-conversation", talk), edited(at, talk))
    with_priya = edited(at, talk, at.dana, at.omar, at.priya)
    answer = at.client.post(address("edit-conversation", talk), with_priya)
    assert answer.status_code == 409
    assert answer.context["form"].chosen[-1] == at.priya


@pytest.mark.parametrize(
    ("kind", "row"),
    [("promises", {"what": "The plan"}), ("exchanges", {"kind": "help", "weight": 1})],
)
def test_a_row_added_right_after_saving_is_not_lost_without_a_word(at, talk, kind, row):
    at.client.post(address("edit-conversation", talk), edited(at, talk))
    sent = edited(at, talk) | rows(
        kind, row | {"promiser": at.omar.pk, "giver": at.omar.pk}
    )
    assert at.client.post(address("edit-conversation", talk), sent).status_code == 409


def test_a_promise_closed_meanwhile_is_told_in_its_row(at, talk):
    promise = make.promise(at.dana, at.omar, interaction=talk)
    promise.close("kept", on=make.DAY)
    promise.save()
    ends = {"promiser": at.dana.pk, "promisee": at.omar.pk}
    row = {"id": promise.pk, "version": 1, "what": "The plan", "due_on": "", **ends}
    sent = edited(at, talk) | rows("promises", row, held=1)
    answer = at.client.post(address("edit-conversation", talk), sent)
    assert answer.status_code == 409
    assert "state from “Open” to “Kept”" in answer.text


def test_deleting_asks_first(at, talk):
    at.client.get(address("delete-conversation", talk))
    talk.refresh_from_db()
    assert talk.archived_at is None


def test_a_deleted_one_counts_no_more(at, talk):
    at.client.post(address("delete-conversation", talk))
    assert not Interaction.objects.current().exists()
    assert not Tie.objects.exists()


def test_its_promises_go_with_it(at, talk):
    make.promise(at.dana, at.omar, interaction=talk)
    at.client.post(address("delete-conversation", talk))
    assert not Commitment.objects.current().exists()


def test_the_toast_brings_it_back(at, talk):
    page = at.client.post(address("delete-conversation", talk), follow=True)
    assert address("restore-conversation", talk) in page.text
    at.client.post(address("restore-conversation", talk))
    assert Tie.objects.filter(source=at.dana, target=at.omar).exists()


def test_undo_returns_to_the_page_it_was_pressed_on(at, talk):
    here = {"Referer": "http://testserver/promises/"}
    answer = at.client.post(address("delete-conversation", talk), headers=here)
    assert answer.url == "http://testserver/promises/"


def test_undo_never_leads_to_another_site(at, talk):
    there = {"Referer": "https://elsewhere.example/"}
    answer = at.client.post(address("delete-conversation", talk), headers=there)
    assert answer.url == reverse("conversations")


NAMES = ["edit-conversation", "delete-conversation", "restore-conversation"]


@pytest.mark.parametrize("name", NAMES)
def test_what_i_may_not_see_i_cannot_change(at, name):
    secret = make.conversation(at.omar, at.priya, confidential=True)
    assert at.client.post(address(name, secret)).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_changes_nothing(at, talk, name):
    at.client.force_login(make.user("viewer"))
    assert at.client.post(address(name, talk)).status_code == 403


def test_one_is_added_with_all_its_details(at):
    sent = answers(at.dana, at.omar, why="Costs", touchpoint="review", notes="Long")
    at.client.post(reverse("add-conversation"), sent)
    assert Interaction.objects.get().why == "Costs"
