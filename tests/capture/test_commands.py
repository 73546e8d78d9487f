"""The commands: a real company's mail in, known the second time, and out again."""

from io import StringIO
from time import process_time

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from stakeholders.models import Batch, Interaction, Participation, Stakeholder
from tests.capture.files import SHARED, written

pytestmark = pytest.mark.django_db
needs_enron = pytest.mark.skipif(
    not SHARED.exists(), reason="the shared folder with the Enron files is not here"
)


def command(name, *arguments):
    """Run a command; return what it said on each of its two outputs."""
    out, err = StringIO(), StringIO()
    call_command(f"import_{name}", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@needs_enron
def test_enron_comes_in_within_a_minute_and_is_known_the_second_time():
    # Processor time: what else this machine does meanwhile is not what is tested.
    files = SHARED / "enron_people.csv", SHARED / "enron_messages.csv"
    start = process_time()
    command("people", files[0])
    said, _ = command("interactions", files[1])
    first = process_time() - start
    assert "21,635 added, 0 known already, 0 left out" in said
    assert (Stakeholder.objects.count(), Interaction.objects.count()) == (156, 21_635)
    assert Interaction.history.count() == 21_635
    assert Participation.objects.filter(initiator=True).count() == 21_635
    assert Participation.objects.filter(initiator=False).count() == 38_388
    start = process_time()
    known = [command("people", files[0])[0], command("interactions", files[1])[0]]
    second = process_time() - start
    assert all("0 added" in said for said in known)
    assert first < 60
    assert second < 10


@needs_enron
def test_enrons_people_get_their_units_titles_and_seniority():
    command("people", SHARED / "enron_people.csv")
    arnold = Stakeholder.objects.with_primary_role().get(name="John Arnold")
    assert (arnold.role_title, arnold.unit_name) == ("VP Trading", "ENA Gas Financial")
    assert (arnold.external_id, arnold.get_seniority_display()) == ("1", "Senior")
    assert arnold.roles.get().unit.parent.name == "Trading"


def test_a_command_says_which_sheets_it_leaves_out(tmp_path):
    workbook = Workbook()
    for row in (["Name"], ["Dana"]):
        workbook.active.append(row)
    workbook.create_sheet("Vendors").append(["Name", "Layer"])
    workbook.save(tmp_path / "file.xlsx")
    said, beside = command("people", tmp_path / "file.xlsx")
    assert "1 added" in said
    assert beside == "Only the first sheet is read, not Vendors.\n"


def test_a_command_says_how_far_it_is(tmp_path):
    path = written(tmp_path, "Name", *(f"Person {n}" for n in range(1_500)))
    said, _ = command("people", path)
    assert "1,000 rows read\n1,500 of 1,500 rows read\n" in said
    assert "1,000 of 1,500 people written\n1,500 of 1,500 people written\n" in said


def test_a_dry_run_changes_nothing(tmp_path):
    said, _ = command("people", written(tmp_path, "Name", "Dana"), "--dry-run")
    assert "It would be 1 added" in said
    assert not Stakeholder.objects.exists()
    assert not Batch.objects.exists()


def test_columns_are_mapped_by_hand(tmp_path):
    path = written(tmp_path, "Name,Nick", "wrong,Dana")
    command("people", path, "--map", "name=Nick")
    assert Stakeholder.objects.get().name == "Dana"


def test_bad_rows_are_listed_and_nothing_comes_in(tmp_path):
    path = written(tmp_path, "Name,Influence", "Dana,9", "Omar,1")
    err = StringIO()
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_people", str(path), stdout=StringIO(), stderr=err)
    assert err.getvalue() == "Row 2: Influence: 9 is not between 1 and 5.\n"
    assert not Stakeholder.objects.exists()


def test_good_rows_come_in_where_that_is_asked(tmp_path):
    path = written(tmp_path, "Name,Influence", "Dana,9", "Omar,1")
    said, _ = command("people", path, "--good-rows")
    assert "1 added, 0 known already, 1 left out" in said


def test_an_import_is_undone_by_its_number(tmp_path):
    command("people", written(tmp_path, "Name", "Dana"))
    said, _ = command("people", "--undo", Batch.objects.get().pk)
    assert "Undone: file.csv (people)." in said
    assert not Stakeholder.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--map", "name=Nmae"], "There is no column “Nmae”"),
        (["--map", "nmae=Name"], "There is no field “nmae”"),
        (["--encoding", "klingon"], "There is no encoding klingon"),
        (["--undo", "99"], "There is no import 99 of this kind"),
    ],
)
def test_a_wrong_argument_gets_a_sentence(tmp_path, arguments, why):
    path = written(tmp_path, "Name", "Dana")
    with pytest.raises(CommandError, match=why):
        command("people", path, *arguments)


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        command("people", tmp_path / "nothing.csv")
