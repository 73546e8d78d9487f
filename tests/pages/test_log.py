"""The quick log: one conversation in one line, saved once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from stakeholders.models import Commitment, Exchange, Interaction, Tie
from stakeholders.standings.verifying import verify
from tests.pages.desk import HTMX, answers, desk, rows
from tests.records import make

pytestmark = pytest.mark.django_db
LOG = "/log/"


@pytest.fixture
def at(client):
    return desk(client)


def the_only():
    return Interaction.objects.get()


def test_one_line_and_one_person_are_enough(at):
    at.client.post(LOG, answers(at.dana, at.omar))
    assert the_only().summary == "Spoke about the migration"


def test_everybody_chosen_takes_part(at):
    at.client.post(LOG, answers(at.dana, at.omar, at.priya))
    assert set(the_only().people.all()) == {at.dana, at.omar, at.priya}


def test_we_reached_out_unless_said_otherwise(at):
    page = at.client.get(LOG)
    assert page.context["form"]["initiator"].value() == at.dana.pk


def test_i_take_part_unless_i_take_myself_out(at):
    page = at.client.get(LOG)
    assert page.context["form"].chosen == [at.dana]


def test_somebody_else_may_have_reached_out(at):
    at.client.post(LOG, answers(at.dana, at.omar, initiator=at.omar.pk))
    assert the_only().participations.get(initiator=True).stakeholder == at.omar


def test_once_i_am_taken_out_nobody_reached_out(at):
    at.client.post(LOG, answers(at.omar, at.priya, initiator=at.dana.pk))
    assert not the_only().participations.filter(initiator=True).exists()


def test_the_day_is_today(at):
    page = at.client.get(LOG)
    assert page.context["form"]["happened_on"].value() == timezone.localdate()


def test_the_channel_is_the_one_used_last(at):
    at.client.post(LOG, answers(at.dana, at.omar, channel="video"))
    assert at.client.get(LOG).context["form"]["channel"].value() == "video"


def test_from_a_persons_page_that_person_is_chosen(at):
    page = at.client.get(LOG, {"person": at.omar.pk})
    assert page.context["form"].chosen == [at.omar, at.dana]


def test_the_ties_follow_at_once(at):
    at.client.post(LOG, answers(at.dana, at.omar))
    assert Tie.objects.get(source=at.dana, target=at.omar).contacts > 0


def test_who_logged_it_is_kept(at):
    at.client.post(LOG, answers(at.dana, at.omar))
    assert the_only().created_by == at.user


def test_the_answer_to_a_page_is_the_conversation_with_undo(at):
    page = at.client.post(LOG, answers(at.dana, at.omar), follow=True)
    assert page.request["PATH_INFO"] == reverse("conversation", args=[the_only().pk])
    assert reverse("delete-conversation", args=[the_only().pk]) in page.text


def test_the_answer_to_a_dialog_tells_every_list(at):
    answer = at.client.post(LOG, answers(at.dana, at.omar), headers=HTMX)
    assert "conversation-logged" in answer.headers["HX-Trigger"]
    assert 'hx-swap-oob="beforeend"' in answer.text


def test_a_dialog_gets_the_form_alone(at):
    answer = at.client.get(LOG, headers=HTMX)
    assert "<html" not in answer.text
    assert 'name="dialog"' in answer.text


def test_the_back_button_gets_the_whole_page(at):
    back = HTMX | {"HX-History-Restore-Request": "true"}
    assert "<html" in at.client.get(LOG, headers=back).text


def test_sent_twice_it_is_saved_once(at):
    for _ in range(2):
        answer = at.client.post(LOG, answers(at.dana, at.omar), follow=True)
    assert answer.request["PATH_INFO"] == reverse("conversation", args=[the_only().pk])


def test_sent_again_after_undo_it_is_back(at):
    at.client.post(LOG, answers(at.dana, at.omar))
    at.client.post(reverse("delete-conversation", args=[the_only().pk]))
    at.client.post(LOG, answers(at.dana, at.omar))
    assert the_only().archived_at is None


def test_another_line_in_the_same_form_is_another_conversation(at):
    at.client.post(LOG, answers(at.dana, at.omar))
    at.client.post(LOG, answers(at.dana, at.omar, summary="And about the budget"))
    assert Interaction.objects.count() == 2


def test_two_people_sending_the_same_form_log_one_each(at):
    other = at.colleague()
    for client in (at.client, other):
        client.post(LOG, answers(at.dana, at.omar))
    assert Interaction.objects.count() == 2


def test_moods_are_kept_for_each(at):
    said = {f"mood_{at.omar.pk}": "-1", f"mood_{at.dana.pk}": ""}
    at.client.post(LOG, answers(at.dana, at.omar, **said))
    moods = dict(the_only().participations.values_list("stakeholder", "mood"))
    assert moods == {at.omar.pk: -1, at.dana.pk: None}


def test_a_promise_each_way(at):
    due = (make.DAY + timedelta(7)).isoformat()
    ours = {"promiser": at.dana.pk, "what": "The numbers", "due_on": due}
    theirs = {"promisee": at.dana.pk, "what": "A decision"}
    at.client.post(LOG, answers(at.dana, at.omar) | rows("promises", ours, theirs))
    ends = {(one.promiser, one.promisee) for one in Commitment.objects.all()}
    assert ends == {(at.dana, at.omar), (at.omar, at.dana)}


def test_what_was_given_is_kept(at):
    gift = {"kind": "help", "giver": at.omar.pk, "receiver": at.dana.pk, "weight": 3}
    at.client.post(LOG, answers(at.dana, at.omar) | rows("exchanges", {"kind": ""}, gift))
    given = Exchange.objects.get()
    assert (given.giver, given.weight, given.created_by) == (at.omar, 3, at.user)


def test_all_that_was_said_reaches_the_standings_at_once(at):
    gift = {"kind": "credit", "giver": at.omar.pk, "receiver": at.dana.pk, "weight": 2}
    mood = {f"mood_{at.priya.pk}": "-2", "channel": "mail"}
    form = answers(at.dana, at.omar, at.priya, **mood) | rows("exchanges", gift)
    at.client.post(LOG, form)
    assert Tie.objects.filter(target=at.priya, evidence__gt=0).exists()
    assert not [found for found in verify() if found.differ]


def test_an_untouched_row_says_nothing(at):
    empty = {"promiser": at.dana.pk, "promisee": "", "what": "", "due_on": ""}
    at.client.post(LOG, answers(at.dana, at.omar) | rows("promises", empty))
    assert not Commitment.objects.exists()


def test_asking_for_another_row_keeps_what_was_typed(at):
    sent = answers(at.dana, at.omar, summary="Half a", redraw="promises")
    page = at.client.post(LOG, sent)
    assert 'value="Half a"' in page.text
    assert page.context["entry"].promises.total_form_count() == 1
    assert not Interaction.objects.exists()


def test_choosing_somebody_asks_how_they_felt(at):
    sent = answers(at.dana, at.priya, redraw="people")
    part = at.client.post(LOG, sent, headers=HTMX)
    assert f'name="mood_{at.priya.pk}"' in part.text
    assert "<html" not in part.text
