"""Histories, and the way back to what was."""

import pytest

from stakeholders.models import Interaction, Role, Stakeholder, Tie, Unit
from stakeholders.standings import fold
from tests.admin.many import MAKE, RECORDS
from tests.admin.office import address, messages
from tests.records import make


def bring_back(at, record, past, version=1):
    """Press the button that brings a past version back."""
    where = address(type(record), "version", past.id, past.pk)
    return at.client.post(where, {"version": version}, follow=True)


def test_a_history_tells_who_changed_what(at):
    at.change(at.omar, layer="vendor")
    page = at.get(Stakeholder, "history", at.omar.pk)
    assert "<strong>Layer</strong>: Business peer → Vendor" in page.text
    assert "<td>Ada</td>" in page.text


def test_a_history_calls_the_archive_by_its_name(at):
    at.act("archive", at.omar)
    at.act("restore", at.omar)
    told = at.get(Stakeholder, "history", at.omar.pk).context["entries"]
    assert [one.what for one in told] == ["Restored from the archive", "Archived", "Added"]


def test_a_long_history_goes_on_on_the_next_page(at):
    for number in range(60):
        at.omar.phone = str(number)
        at.omar.save()
    page = at.get(Stakeholder, "history", at.omar.pk, p=2)
    assert [one.what for one in page.context["entries"]][-1] == "Added"
    assert len(page.context["entries"]) == 11


def test_a_version_is_shown_beside_what_is_now(at):
    first = at.omar.history.get()
    at.change(at.omar, layer="vendor")
    fields = at.get(Stakeholder, "version", at.omar.pk, first.pk).context["fields"]
    differing = [(one.field, one.before, one.after) for one in fields if one.differs]
    assert differing == [("Layer", "Business peer", "Vendor")]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_comes_back_as_it_was(at, kind):
    record = MAKE[kind]()
    first = record.history.get()
    kind.objects.filter(pk=record.pk).archive()
    bring_back(at, record, first, version=2)
    record.refresh_from_db()
    assert (record.archived_at, record.version) == (None, 3)


def test_bringing_back_is_a_change_of_its_own(at):
    first = at.omar.history.get()
    at.change(at.omar, layer="vendor")
    bring_back(at, at.omar, first, version=2)
    last = at.omar.history.first()
    assert (last.layer, last.history_user) == ("peer", at.ada)
    assert last.history_change_reason.startswith("Restored as of ")


@pytest.mark.parametrize("version", ["9" * 5_000, "9" * 20, "-1", "x", ""])
def test_an_odd_version_brings_nothing_back(at, version):
    first = at.omar.history.last()
    Stakeholder.objects.get(pk=at.omar.pk).save()
    before = at.omar.history.count()
    page = bring_back(at, at.omar, first, version=version)
    assert "Somebody saved this meanwhile" in page.text
    assert at.omar.history.count() == before


def test_a_version_that_no_longer_fits_says_why(at):
    other = Role.objects.create(stakeholder=at.omar, unit=make.unit(), title="Head")
    first = other.history.get()
    other.primary = False
    other.save()
    Role.objects.create(stakeholder=at.omar, unit=other.unit, title="Deputy")
    page = bring_back(at, other, first, version=2)
    assert messages(page) == "This person already has a primary role."
    assert not Role.objects.get(pk=other.pk).primary


def test_what_somebody_saved_meanwhile_is_not_written_over(at):
    first = at.omar.history.get()
    at.change(at.omar, layer="vendor")
    page = bring_back(at, at.omar, first, version=1)
    assert messages(page).startswith("Somebody saved this meanwhile.")
    assert Stakeholder.objects.get(pk=at.omar.pk).layer == "vendor"


def test_what_was_deleted_is_listed_and_comes_back(at):
    unit = make.unit("Harbour")
    pk = unit.pk
    at.client.post(address(Unit, "delete", pk), {"post": "yes"})
    page = at.get(Unit, "deleted")
    assert "Harbour" in page.text
    bring_back(at, unit, unit.history.model.objects.filter(id=pk).latest())
    assert Unit.objects.get(pk=pk).name == "Harbour"
    assert "Harbour" not in at.get(Unit, "deleted").text


def test_what_came_back_is_not_taken_for_untouched(at):
    unit = make.unit("Harbour")
    past = unit.history.get()
    at.client.post(address(Unit, "delete", unit.pk), {"post": "yes"})
    bring_back(at, unit, past)
    assert Unit.objects.get(name="Harbour").version > 1


def test_who_took_part_then_takes_part_again(at):
    rui = make.colleague("Rui Vaz")
    talk = make.conversation(at.dana, at.omar)
    fold([at.dana.pk, at.omar.pk])
    first = talk.history.get()
    at.change(talk, **{"participations-1-stakeholder": rui.pk})
    assert set(talk.people.all()) == {at.dana, rui}
    page = at.get(Interaction, "version", talk.pk, first.pk).text
    assert "Dana Levi (reached out), Omar Haddad" in page
    bring_back(at, talk, first, version=2)
    assert set(talk.people.all()) == {at.dana, at.omar}
    assert {(one.source, one.target) for one in Tie.objects.all()} == {
        (at.dana, at.omar),
        (at.omar, at.dana),
    }
    bring_back(at, talk, talk.history.all()[1], version=3)
    assert set(talk.people.all()) == {at.dana, rui}


def test_a_conversation_of_nobody_does_not_come_back(at):
    talk = make.conversation(at.dana, at.omar)
    past = talk.history.get()
    Interaction.objects.all().delete()
    page = bring_back(at, talk, past)
    assert messages(page).startswith("Nobody knows any more who took part in it")
    assert not Interaction.objects.exists()


def test_what_the_restoring_leaves_alone_is_said(at):
    talk = make.conversation(at.dana, at.omar)
    page = at.get(Interaction, "version", talk.pk, talk.history.get().pk)
    assert "What was given and what was promised stay as they are now." in page.text


def test_no_history_is_no_page(at):
    assert at.get(Stakeholder, "history", 987654).status_code == 404
    assert at.client.get("/admin/stakeholders/stakeholder/none/history/").status_code == 404
