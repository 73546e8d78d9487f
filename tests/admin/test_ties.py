"""Whatever the administration does to the evidence, the ties follow at once."""

import pytest

from stakeholders.models import Commitment, Exchange, Interaction, Tie
from stakeholders.standings import rebuild
from tests.admin.office import assert_ties_are_true, filled, row, ties
from tests.records import make


@pytest.fixture
def talk(at):
    """Return a conversation of Dana and Omar in which help was given, with its ties."""
    talk = make.conversation(at.dana, at.omar)
    make.exchange(talk, at.dana, at.omar, kind="help")
    make.promise(at.omar, at.dana, interaction=talk, state="kept", closed_on=make.DAY)
    rebuild()
    return talk


@pytest.fixture
def added(at):
    """Return a conversation that Ada added."""
    seats = row("participations", 0, stakeholder=at.dana.pk, initiator="on")
    seats |= row("participations", 1, stakeholder=at.omar.pk)
    at.add(Interaction, summary="Spoke", **seats)
    return Interaction.objects.get()


def test_a_conversation_added_here_makes_a_tie(at, added):
    assert Tie.objects.filter(source=at.dana, target=at.omar).exists()
    assert_ties_are_true()


def test_who_adds_a_conversation_is_kept(at, added):
    assert added.created_by == at.ada


def test_a_conversation_of_one_is_refused(at):
    page = at.add(
        Interaction, summary="Alone", **row("participations", 0, stakeholder=at.dana.pk)
    )
    assert "A conversation takes two." in page.text
    assert not Interaction.objects.exists()


def test_another_person_in_a_seat_moves_the_tie(at, talk):
    priya = make.person("Priya Nair")
    Exchange.objects.all().delete()
    Commitment.objects.all().delete()
    at.change(talk, **{"participations-1-stakeholder": priya.pk})
    assert set(Tie.objects.values_list("source__name", flat=True)) == {
        "Dana Levi",
        "Priya Nair",
    }
    assert_ties_are_true()


def test_who_reached_out_can_be_another(at, talk):
    answers = filled(at.get(Interaction, "change", talk.pk))
    del answers["participations-0-initiator"]
    at.send(talk, answers | {"participations-1-initiator": "on"})
    assert talk.participations.get(initiator=True).stakeholder == at.omar
    assert_ties_are_true()


def test_two_who_reached_out_are_refused(at, talk):
    page = at.change(talk, **{"participations-1-initiator": "on"})
    assert "One person at most reached out." in page.text


def test_a_gift_taken_out_is_archived_and_counts_no_more(at, talk):
    at.change(talk, **{"exchanges-0-DELETE": "on"})
    assert Exchange.objects.get().archived_at
    assert_ties_are_true()


@pytest.mark.parametrize(
    ("kind", "changes"),
    [(Exchange, {"weight": 5}), (Commitment, {"state": "broken"})],
    ids=["exchange", "promise"],
)
def test_a_change_changes_the_ties(at, talk, kind, changes):
    before = ties()
    at.change(kind.objects.get(), **changes)
    assert ties() != before
    assert_ties_are_true()


@pytest.mark.parametrize("kind", [Interaction, Exchange, Commitment])
def test_what_is_archived_and_brought_back_counts_as_before(at, talk, kind):
    before = ties()
    at.act("archive", kind.objects.get())
    assert ties() != before
    assert_ties_are_true()
    at.act("restore", kind.objects.get())
    assert ties() == before


def test_one_record_is_archived_from_its_own_form(at, talk):
    sent = {"CHANGE_FORM-action": "archive", "_selected_action": talk.pk}
    at.send(talk, sent)
    talk.refresh_from_db()
    assert talk.archived_at
    assert_ties_are_true()


def test_many_promises_are_closed_at_once(at):
    owed = [make.promise(at.dana, at.omar, f"Number {n}") for n in range(3)]
    closed = {"apply": "yes", "state": "broken", "closed_on": "2026-11-20"}
    at.act("set_state_and_closed_on", *owed, **closed)
    assert Tie.objects.filter(broken__gt=0).exists()
    assert_ties_are_true()


def test_what_is_deleted_for_good_counts_no_more(at, talk):
    kept = Commitment.objects.get()
    at.client.post(f"/admin/stakeholders/commitment/{kept.pk}/delete/", {"post": "yes"})
    assert not Commitment.objects.exists()
    assert_ties_are_true()


def test_many_deleted_for_good_count_no_more(at, talk):
    at.act("delete_selected", *Commitment.objects.all(), post="yes")
    assert not Commitment.objects.exists()
    assert_ties_are_true()


def test_a_past_version_brought_back_counts_again(at, talk):
    kept = Commitment.objects.get()
    first = kept.history.get()
    kept.close("broken", make.DAY)
    kept.save()
    rebuild()
    at.client.post(
        f"/admin/stakeholders/commitment/{kept.pk}/history/{first.pk}/", {"version": 2}
    )
    assert Commitment.objects.get().state == "kept"
    assert_ties_are_true()
