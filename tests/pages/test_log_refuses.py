"""What the quick log refuses: with a sentence, keeping every word, changing nothing."""

import pytest
from django.utils import timezone
from django.utils.html import escape

from stakeholders.models import Commitment, Interaction
from tests.pages.desk import HTMX, answers, desk, rows
from tests.records import make

pytestmark = pytest.mark.django_db
LOG = "/log/"
TOMORROW = (timezone.localdate() + timezone.timedelta(1)).isoformat()


@pytest.fixture
def at(client):
    return desk(client)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"summary": ""}, "Say in one line what it was about."),
        ({"summary": "a" * 10_000}, "at most 300 characters"),
        ({"summary": "a\0b"}, "Null characters are not allowed."),
        ({"people": []}, "Choose who took part."),
        ({"people": ["987654321", "987654322"]}, "Somebody you chose is no longer here."),
        ({"people": ["9" * 40]}, "Choose people from the list."),
        ({"people": ["Omar"]}, "Choose people from the list."),
        ({"happened_on": TOMORROW}, "This day is still to come."),
        ({"happened_on": "31.02.2026"}, "Enter a valid date."),
        ({"minutes": "-5"}, "greater than or equal to 1"),
        ({"channel": "smoke"}, "Select a valid choice."),
        ({"initiator": "987654321"}, "Select a valid choice."),
        ({"promises-TOTAL_FORMS": "many"}, "Some of this was lost on its way here."),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_wrong_answer_gets_a_sentence(at, wrong, sentence):
    page = at.client.post(LOG, answers(at.dana, at.omar) | wrong)
    assert page.status_code == 422
    assert sentence in page.text
    assert not Interaction.objects.exists()


def test_alone_is_no_conversation(at):
    page = at.client.post(LOG, answers(at.dana))
    assert escape("A conversation takes two. Choose whom else it was with.") in page.text


def test_whoever_is_none_of_the_people_is_told_to_choose_who_was_there(at):
    at.client.force_login(make.user("member", "robin"))
    page = at.client.post(LOG, answers(at.omar))
    assert "Your sign-in is not yet one of the people here" in page.text


def test_the_same_one_spelt_twice_is_still_one(at):
    sent = answers(at.dana) | {"people": [f"{at.dana.pk}", f"0{at.dana.pk}"]}
    assert "A conversation takes two." in at.client.post(LOG, sent).text
    sent["people"].append(f"{at.omar.pk}")
    at.client.post(LOG, sent)
    assert Interaction.objects.get().participations.count() == 2


def test_rows_that_are_said_to_be_here_but_were_not_sent_are_not_made(at):
    sent = answers(at.dana, at.omar) | {"promises-INITIAL_FORMS": 10**9}
    assert at.client.post(LOG, sent).status_code == 302
    assert not Commitment.objects.exists()


def test_every_word_is_kept(at):
    wrong = answers(at.dana, at.omar, summary="Kept words", happened_on=TOMORROW)
    page = at.client.post(LOG, wrong)
    assert 'value="Kept words"' in page.text
    assert f'<option value="{at.omar.pk}" selected>Omar Haddad</option>' in page.text


def test_rows_that_say_nothing_yet_are_drawn_again(at):
    blank = {"promiser": at.dana.pk, "what": "", "promisee": "", "due_on": ""}
    form = answers(at.dana, at.omar, summary="") | rows("promises", blank, blank)
    page = at.client.post(LOG, form).text
    assert 'name="promises-1-what"' in page
    assert 'name="promises-2-what"' not in page


def test_a_dialog_gets_the_sentence_in_place(at):
    answer = at.client.post(LOG, answers(at.dana, at.omar, summary=""), headers=HTMX)
    assert answer.status_code == 422
    assert "<html" not in answer.text


def test_html_in_a_line_stays_words(at):
    line = "<img src=x onerror=alert(1)>"
    page = at.client.post(LOG, answers(at.dana, at.omar, summary=line), follow=True)
    assert line not in page.text
    assert escape(line) in page.text


def test_a_promise_to_oneself_is_refused(at):
    row = {"promiser": at.dana.pk, "promisee": at.dana.pk, "what": "Rest"}
    page = at.client.post(LOG, answers(at.dana, at.omar) | rows("promises", row))
    assert "Choose two different people." in page.text
    assert not Interaction.objects.exists()


def test_a_promise_due_before_it_was_made_is_refused(at):
    row = {"promiser": at.dana.pk, "what": "The numbers", "due_on": "2026-01-01"}
    page = at.client.post(LOG, answers(at.dana, at.omar) | rows("promises", row))
    assert "It is due before it was made." in page.text


def test_of_three_people_the_other_end_must_be_named(at):
    row = {"promiser": at.dana.pk, "what": "The numbers"}
    sent = answers(at.dana, at.omar, at.priya) | rows("promises", row)
    assert "Choose to whom." in at.client.post(LOG, sent).text


def test_somebody_who_took_no_part_cannot_have_given(at):
    row = {"kind": "help", "giver": at.priya.pk, "receiver": at.dana.pk, "weight": 1}
    page = at.client.post(LOG, answers(at.dana, at.omar) | rows("exchanges", row))
    assert page.status_code == 422
    assert not Interaction.objects.exists()


def test_a_reader_may_not_log(client):
    client.force_login(make.user("viewer"))
    assert client.get(LOG).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client):
    make.user()
    assert client.get(LOG).status_code == 302
