"""Signed out while writing: nothing is saved, nothing is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stakeholders.models import Interaction, Stakeholder
from tests.pages.desk import HTMX, answers, desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def left(client):
    """Return a desk whose browser is signed out meanwhile."""
    at = desk(client)
    client.logout()
    return at


def test_a_part_of_a_page_stays_as_it_is(left):
    sent = answers(left.dana, left.omar)
    for answer in (
        left.client.get(reverse("log"), headers=HTMX),
        left.client.post(reverse("log"), sent, headers=HTMX),
    ):
        assert (answer.status_code, answer.content) == (401, b"")
    assert not Interaction.objects.exists()


def test_what_was_sent_is_there_to_be_sent_again(left):
    sent = answers(left.dana, left.omar, summary='\n<b>"Two"\nlines</b>')
    page = left.client.post(reverse("log"), sent)
    assert page.status_code == 401
    assert "no-store" in page.headers["Cache-Control"]
    assert "<b>" not in page.text
    assert page.text.count('<textarea name="people" hidden>') == 2
    assert ("summary", sent["summary"]) in page.context["sent"]


def test_a_password_is_not_handed_back(left):
    typed = {"old_password": "once-only", "new_password1": "and-another"}
    answer = left.client.post(reverse("change-password"), typed)
    assert "Only the password is asked for again." in answer.text
    assert not any(one in answer.text for one in typed.values())


def test_a_page_leads_to_the_sign_in_and_back(left):
    page = left.client.get(reverse("people"))
    assert page.url == f"{reverse('sign-in')}?next={reverse('people')}"


def test_a_file_has_to_be_chosen_again(left):
    sent = {"file": SimpleUploadedFile("people.csv", b"name\nOmar\n")}
    page = left.client.post(reverse("imports"), sent)
    assert page.url.startswith(reverse("sign-in"))


def test_a_stranger_changes_nothing(left):
    page = left.client.post(reverse("archive-person", args=[left.omar.pk]))
    assert page.status_code == 401
    assert not Stakeholder.objects.get(pk=left.omar.pk).archived_at
