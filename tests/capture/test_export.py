"""Export: what goes out comes in again, and nothing changes."""

import csv
from io import StringIO

import pytest

from stakeholders.capture.export import (
    conversations_as_csv,
    people_as_csv,
    promises_as_csv,
)
from stakeholders.capture.runs import silent
from stakeholders.capture.undo import undo
from stakeholders.models import Commitment, Interaction, Stakeholder, Tag
from tests.capture.files import INTERACTIONS, PEOPLE, imported, written
from tests.records import make

pytestmark = pytest.mark.django_db
WIDE_ODDITY = "=cmd|' /C calc'!A0"


@pytest.fixture
def odd():
    """Return two people and a conversation that are full of what is hard to keep."""
    unit = make.unit("-Ops-", parent=make.unit("+Trading"))
    one = make.person(
        WIDE_ODDITY,
        title="@VP",
        unit=unit,
        layer="vendor",
        internal=False,
        phone="+49 30 1234",
        influence=5,
        seniority=4,
        language="business",
        notes='\tsaid "no",\r\nthen <b>yes</b>; \'=1',
    )
    two = make.person("'=Two, Three", external_id="007", cadence_days=30)
    tagger = make.user()
    Tag.objects.put_on([one.pk, two.pk], "-board", tagger)
    Tag.objects.put_on([one.pk], "key account", tagger)
    make.conversation(
        one,
        two,
        summary="@all: 100 % =SUM(A1)",
        channel="mail",
        happened_at="14:30",
        asked=True,
        formality="formal",
        minutes=45,
        notes="- first\n- second",
    )


def out(rows):
    """Return an export as it is written to a file."""
    return "".join(rows)


def everything():
    """Return both exports."""
    people = out(people_as_csv(Stakeholder.objects.all()))
    return people, out(conversations_as_csv(Interaction.objects.all()))


def back(folder, people, conversations):
    """Import two exports."""
    batches = []
    for kind, name, text in ((PEOPLE, "p", people), (INTERACTIONS, "c", conversations)):
        path = folder / f"{name}.csv"
        path.write_bytes(text.encode())
        batches.append(imported(path, kind))
    return batches


@pytest.mark.usefixtures("odd")
def test_an_export_imported_where_it_came_from_adds_nothing(tmp_path):
    batches = back(tmp_path, *everything())
    assert [(batch.rows_added, batch.rows_skipped) for batch in batches] == [(0, 0)] * 2


@pytest.mark.usefixtures("odd")
def test_an_export_imported_into_an_empty_site_says_the_same_again(tmp_path):
    before = everything()
    Interaction.objects.all().delete()
    Stakeholder.objects.all().delete()
    batches = back(tmp_path, *before)
    assert [batch.rows_added for batch in batches] == [2, 1]
    assert everything() == before


def test_a_conversation_of_0_minutes_goes_out_and_in_as_one_of_unsaid_length(tmp_path):
    make.conversation(make.person("Dana"), make.person("Omar"), minutes=0)
    people, before = everything()
    Interaction.objects.all().delete()
    back(tmp_path, people, before)
    assert Interaction.objects.get().minutes is None
    assert everything()[1] == before


@pytest.mark.usefixtures("odd")
def test_no_cell_of_an_export_begins_a_formula():
    for text in everything():
        for row in csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")):
            assert not [cell for cell in row if cell.startswith(tuple("=+-@\t\r"))]


def test_an_import_exports_as_the_file_it_was(tmp_path):
    lines = ["Name,Mail address,Id", "Dana,dana@example.org,7"]
    batch = imported(written(tmp_path, *lines), PEOPLE)
    rows = list(csv.DictReader(StringIO(out(people_as_csv(Stakeholder.objects.all()))[1:])))
    assert [(r["Name"], r["Mail address"], r["Id"]) for r in rows] == [
        ("Dana", "dana@example.org", "7")
    ]
    undo(batch, None, silent)


def test_people_of_one_name_are_told_apart_by_mail_address():
    one = make.person("Dana", email="dana@example.org")
    make.conversation(one, make.person("Dana", external_id="8"))
    (row,) = csv.DictReader(StringIO(out(conversations_as_csv(Interaction.objects.all()))))
    assert (row["From"], row["To"]) == ("dana@example.org", "8")


def test_promises_say_who_promised_what_to_whom():
    one, other = make.person("Dana"), make.person("Omar")
    Commitment.objects.create(promiser=one, promisee=other, what="=the numbers")
    text = out(promises_as_csv(Commitment.objects.all())).removeprefix("\ufeff")
    (row,) = csv.DictReader(StringIO(text))
    assert (row["Promise"], row["Who promised"], row["To whom"]) == (
        "'=the numbers",
        "Dana",
        "Omar",
    )
