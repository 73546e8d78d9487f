"""Only what nothing else leads to is deleted for good."""

import pytest

from stakeholders.models import Concern, Interaction, Stakeholder, Unit
from tests.admin.office import address
from tests.records import make


@pytest.mark.parametrize(
    "leads_to",
    [
        lambda omar, other: make.concern(omar),
        lambda omar, other: make.person(counterpart=omar),
        lambda omar, other: make.user(stakeholder=omar),
        make.conversation,
    ],
    ids=["what matters to them", "whom they keep", "who they sign in as", "conversations"],
)
def test_a_person_to_whom_anything_leads_is_kept(at, leads_to):
    leads_to(at.omar, at.dana)
    page = at.client.post(address(Stakeholder, "delete", at.omar.pk), {"post": "yes"})
    assert "cannot be deleted for good" in page.text
    assert Stakeholder.objects.filter(pk=at.omar.pk).exists()


def test_many_are_kept_if_anything_leads_to_one(at):
    make.concern(at.omar)
    page = at.act("delete_selected", at.omar, at.dana, post="yes")
    assert "Archive them instead" in page.text
    assert Stakeholder.objects.count() == 2


def test_a_person_to_whom_nothing_leads_is_deleted_with_a_history(at):
    pk = at.omar.pk
    at.client.post(address(Stakeholder, "delete", pk), {"post": "yes"})
    assert not Stakeholder.objects.filter(pk=pk).exists()
    assert Stakeholder.history.filter(id=pk).latest().history_type == "-"


def test_each_of_many_deleted_keeps_its_history(at):
    units = [make.unit(name) for name in ("Harbour", "Mill")]
    at.act("delete_selected", *units, post="yes")
    assert Unit.history.filter(history_type="-").count() == 2


def test_a_conversation_with_people_in_it_is_kept(at):
    talk = make.conversation(at.dana, at.omar)
    at.client.post(address(Interaction, "delete", talk.pk), {"post": "yes"})
    assert Interaction.objects.exists()


def test_a_row_taken_out_of_a_form_is_archived(at):
    make.concern(at.omar)
    at.change(at.omar, **{"concerns-0-DELETE": "on"})
    kept = Concern.objects.get()
    assert kept.archived_at
    assert kept.version == 2
