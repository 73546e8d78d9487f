"""Undo: what came in together goes out together; later work stays."""

import pytest

from stakeholders.capture.runs import silent
from stakeholders.capture.undo import kept_conversations, kept_people, undo
from stakeholders.models import Batch, Interaction, Role, Stakeholder, Tag, Tie, Unit, User
from tests.capture.files import INTERACTIONS, PEOPLE, imported, written
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(tmp_path):
    """Return the batch that brought Dana and Omar of Ops, part of Trading."""
    lines = ["Name,Department,Unit,Tag", "Dana,Trading,Ops,board", "Omar,Trading,Ops,"]
    return imported(written(tmp_path, *lines), PEOPLE)


@pytest.fixture
def talks(tmp_path, people):
    """Return the batch that brought two conversations of Dana and Omar."""
    lines = ["When,From,To,Summary", "2026-01-05,Dana,Omar,x", "2026-01-06,Dana,Omar,y"]
    return imported(written(tmp_path, *lines), INTERACTIONS)


def test_everything_goes_where_nothing_happened_since(people, talks):
    for batch in (talks, people):
        undo(batch, None, silent)
    for model in (Interaction, Stakeholder, Role, Tag, Unit, Tie):
        assert not model.objects.exists()
    assert set(Batch.objects.values_list("state", flat=True)) == {"undone"}


def test_the_history_remembers_who_took_it_back(talks):
    manager = make.user("manager")
    undo(talks, manager, silent)
    last = Interaction.history.filter(history_type="-")
    assert {entry.history_user for entry in last} == {manager}
    assert {entry.summary for entry in last} == {"x", "y"}


def test_people_who_occur_elsewhere_stay_with_their_units(people):
    make.conversation(Stakeholder.objects.get(name="Dana"), make.person("Priya"))
    undo(people, None, silent)
    assert [one.name for one in kept_people(people)] == ["Dana"]
    assert {unit.name for unit in Unit.objects.all()} == {"Trading", "Ops"}


def test_somebody_changed_since_stays(people):
    omar = Stakeholder.objects.get(name="Omar")
    omar.phone = "123"
    omar.save()
    undo(people, None, silent)
    assert [one.name for one in kept_people(people)] == ["Omar"]


def test_somebody_who_signs_in_stays(people):
    omar = Stakeholder.objects.get(name="Omar")
    user = make.user(stakeholder=omar)
    undo(people, None, silent)
    assert User.objects.get(pk=user.pk).stakeholder == omar


def test_a_conversation_that_was_added_to_stays(talks):
    talk = Interaction.objects.get(summary="x")
    dana, omar = talk.people.order_by("name")
    make.exchange(talk, dana, omar)
    undo(talks, None, silent)
    assert [one.summary for one in kept_conversations(talks)] == ["x"]


def test_ties_forget_what_was_taken_back(talks):
    undo(talks, None, silent)
    assert not Tie.objects.exists()


def test_what_was_undone_can_be_imported_again(tmp_path, people):
    undo(people, None, silent)
    again = imported(tmp_path / "file.csv", PEOPLE)
    assert again.rows_added == 2
