"""A second editor is told who changed what, and loses nothing."""

import pytest

from stakeholders.models import Concern, Interaction, Role, Stakeholder
from tests.admin.office import filled
from tests.records import make


@pytest.fixture
def both(at):
    """Return Omar's form as Ada opened it, before somebody else changed his phone."""
    opened = filled(at.get(Stakeholder, "change", at.omar.pk))
    at.omar.phone = "+44 20 7946 0000"
    at.omar.save()
    return opened


def test_the_second_is_told_what_the_first_changed(at, both):
    page = at.send(at.omar, both | {"notes": "Likes mornings"})
    assert "Somebody else changed this while you wrote" in page.text
    assert "phone from “nothing” to “+44 20 7946 0000”" in page.text


def test_the_second_changes_nothing_at_first(at, both):
    at.send(at.omar, both | {"notes": "Likes mornings"})
    at.omar.refresh_from_db()
    assert at.omar.notes == ""


def test_saving_again_keeps_what_both_wrote(at, both):
    again = filled(at.send(at.omar, both | {"notes": "Likes mornings"}))
    at.send(at.omar, again)
    at.omar.refresh_from_db()
    assert (at.omar.notes, at.omar.phone) == ("Likes mornings", "+44 20 7946 0000")


def test_a_row_somebody_else_changed_is_told_as_well(at):
    worry = make.concern(at.omar, "Night shifts")
    opened = filled(at.get(Stakeholder, "change", at.omar.pk))
    worry.text = "Day shifts"
    worry.save()
    page = at.send(at.omar, opened | {"concerns-0-text": "All shifts"})
    assert "to “Day shifts”" in page.text
    assert Concern.objects.get().text == "Day shifts"


def test_a_row_nobody_touched_is_not_written_over(at):
    make.concern(at.omar, "Night shifts")
    at.change(at.omar, notes="Likes mornings")
    assert Concern.objects.get().version == 1


def test_a_form_saved_alone_counts_the_version_up(at):
    at.change(at.omar, notes="Likes mornings")
    assert Stakeholder.objects.get(pk=at.omar.pk).version == 2


def test_a_form_without_a_version_changes_nothing(at):
    answers = filled(at.get(Stakeholder, "change", at.omar.pk))
    del answers["version"]
    at.send(at.omar, answers | {"name": "Somebody"})
    at.omar.refresh_from_db()
    assert at.omar.name == "Omar Haddad"


def test_the_role_beside_the_name_can_be_another(at):
    unit = make.unit()
    for title, primary in (("Head", True), ("Deputy", False)):
        Role.objects.create(stakeholder=at.omar, unit=unit, title=title, primary=primary)
    answers = filled(at.get(Stakeholder, "change", at.omar.pk))
    del answers["roles-0-primary"]
    at.send(at.omar, answers | {"roles-1-primary": "on"})
    assert Role.objects.get(primary=True).title == "Deputy"


def test_an_archived_role_stands_beside_no_name(at):
    make.person("Priya Nair", "Head", make.unit())
    role = Role.objects.get()
    at.act("archive", role)
    role.refresh_from_db()
    assert (role.primary, bool(role.archived_at)) == (False, True)


def test_a_conversation_others_changed_is_told(at):
    talk = make.conversation(at.dana, at.omar)
    opened = filled(at.get(Interaction, "change", talk.pk))
    talk.outcome = "agreed"
    talk.save()
    page = at.send(talk, opened | {"summary": "Another line"})
    assert "outcome from “nothing” to “Agreed”" in page.text
