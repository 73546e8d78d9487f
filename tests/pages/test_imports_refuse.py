"""What an import refuses, and the sentence it gives."""

from io import BytesIO

import pytest
from django.test import Client

from stakeholders.capture import desk
from stakeholders.capture.tasks import carry_out, start
from stakeholders.models import Batch, Interaction, Stakeholder
from tests.pages.importing import GOOD, IMPORTS, page, send, upload, uploaded
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    """Return a manager who is signed in."""
    user = make.user("manager")
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def clear_desk():
    """Leave no uploaded file behind."""
    yield
    for batch in Batch.objects.all():
        desk.drop(batch)


@pytest.mark.parametrize("role", ["viewer", "member"])
def test_only_managers_import(client, role):
    client.force_login(make.user(role))
    answer = client.get(IMPORTS)
    assert answer.status_code == 403
    assert "Ask a manager to import files" in answer.text


def test_a_waiting_upload_is_its_owners_until_it_is_in(client, manager):
    batch = uploaded(client, GOOD)
    other, chief = Client(), Client()
    other.force_login(make.user("manager", "other"))
    chief.force_login(make.user("administrator", "chief"))
    assert other.get(page(batch)).status_code == 404
    assert other.post(f"{page(batch)}forget/").status_code == 404
    assert page(batch) not in other.get(IMPORTS).text
    assert chief.get(page(batch)).status_code == 200
    send(client, batch, "import")
    assert other.get(page(batch)).status_code == 200


def test_a_second_click_begins_nothing(manager):
    batch = Batch.objects.create(kind="people", file_name="x", state=Batch.State.RUNNING)
    assert not start(batch, "import", manager)


@pytest.mark.usefixtures("manager")
def test_an_import_sent_twice_adds_once(client):
    batch = uploaded(client, GOOD)
    form = {"column-0": "name", "column-1": "influence", "layer": "peer", "do": "import"}
    for _ in range(2):
        client.post(page(batch), form)
    assert Stakeholder.objects.count() == 2


def test_a_task_delivered_twice_does_nothing_the_second_time(client, manager):
    batch = uploaded(client, GOOD)
    send(client, batch, "import")
    carry_out.call(batch.pk, "import", manager.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.rows_added) == (Batch.State.DONE, 2)


class Endless(BytesIO):
    """A body that nobody may read."""

    def read(self, *_):
        raise AssertionError("the body was read")


@pytest.mark.usefixtures("manager")
def test_200_mb_are_refused_before_a_byte_is_read(client):
    request = {"CONTENT_LENGTH": str(200 * 2**20), "wsgi.input": Endless()}
    answer = client.generic("POST", IMPORTS, content_type="multipart/form-data", **request)
    assert answer.status_code == 413
    assert "larger than 50 MB, so it was not read" in answer.text


def test_an_upload_needs_the_token_of_the_form():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make.user("manager"))
    assert upload(strict, GOOD).status_code == 403
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "The file is empty. Its first row must name the columns."),
        (b"Name\r\n", "The file has a header, but no rows under it."),
        (b"Name,Name\r\na,b\r\n", "names “Name” more than once"),
        (b'Name\r\n"Dana\r\n', "a quote is opened and never closed"),
        (b"PK\x03\x04nothing", "The workbook is damaged"),
    ],
    ids=["empty", "header only", "twice", "malformed", "broken workbook"],
)
@pytest.mark.usefixtures("manager")
def test_what_is_no_table_is_refused_beside_the_field(client, content, why):
    answer = upload(client, content)
    assert answer.status_code == 422
    assert why in answer.text
    assert not Batch.objects.exists()


@pytest.mark.usefixtures("manager")
def test_a_file_whose_kind_was_not_said_is_asked_for_once_more(client):
    answer = upload(client, GOOD, kind="")
    assert "Choose a file once more." in answer.text
    assert "Nothing you wrote is lost" not in answer.text


@pytest.mark.usefixtures("manager")
def test_a_wrong_encoding_is_said_and_another_one_offered(client):
    batch = uploaded(client, "Name\r\nZoë\r\n".encode("cp1252"))
    shown = client.get(page(batch)).text
    assert "The file is not UTF-8: line 2 cannot be read." in shown
    assert "Windows-1252" in shown
    answer = client.post(page(batch), {"encoding": "cp1252"})
    assert "Zoë" in answer.text


@pytest.mark.usefixtures("manager")
def test_the_encoding_that_was_chosen_holds_for_the_import(client):
    batch = uploaded(client, "Name\r\nZoë\r\n".encode("cp1252"))
    form = client.post(page(batch), {"encoding": "cp1252"}).context["form"]
    drawn = {field.html_name: field.value() or "" for field in form}
    client.post(page(batch), drawn | {"do": "import"})
    assert Stakeholder.objects.get().name == "Zoë"


@pytest.mark.usefixtures("manager")
def test_an_encoding_is_optional_only_while_the_file_is_read_without_one(client):
    optional = 'Encoding <span class="optional">'
    assert optional in client.get(page(uploaded(client, GOOD))).text
    batch = uploaded(client, "Name\r\nZoë\r\n".encode("cp1252"))
    assert optional not in client.get(page(batch)).text
    assert optional not in client.post(page(batch), {"encoding": "cp1252"}).text


@pytest.mark.usefixtures("manager")
def test_the_encoding_that_failed_stays_chosen(client):
    batch = uploaded(client, "Name\r\nZoë\r\n".encode("cp1252"))
    answer = client.post(page(batch), {"encoding": "utf-16"})
    assert answer.status_code == 422
    assert answer.context["form"]["encoding"].value() == "utf-16"


@pytest.mark.usefixtures("manager")
def test_letters_that_go_wrong_far_below_lead_to_the_encoding(client):
    batch = uploaded(client, ("Name\r\n" + "Dana\r\n" * 9_000 + "Zoë").encode("cp1252"))
    send(client, batch, "check")
    assert '<a href="#id_encoding">Encoding</a>' in client.get(page(batch)).text
    send(client, batch, "check", encoding="cp1252")
    assert (batch.rows_added, batch.rows_skipped) == (2, 0)


@pytest.mark.usefixtures("manager")
def test_two_columns_of_one_meaning_are_refused_and_the_answers_kept(client):
    batch = uploaded(client, GOOD)
    answer = send(client, batch, "check", **{"column-1": "name"})
    assert answer.status_code == 422
    assert "Name means the same. Leave one of them out." in answer.text
    assert answer.context["form"]["column-1"].value() == "name"


@pytest.mark.usefixtures("manager")
def test_a_column_that_must_be_there_is_asked_for(client):
    batch = uploaded(client, GOOD)
    answer = send(client, batch, "check", **{"column-0": ""})
    assert answer.status_code == 422
    assert "Say which column holds “Name” or “Last name”." in answer.text


@pytest.mark.usefixtures("manager")
def test_html_in_a_name_is_shown_as_text(client):
    batch = uploaded(client, b"Name\r\n<script>alert(1)</script>\r\n")
    assert "<script>alert(1)" not in client.get(page(batch)).text


@pytest.mark.usefixtures("manager")
def test_dates_that_can_be_read_in_two_ways_are_settled_by_the_person(client):
    make.person("Dana"), make.person("Omar")
    mails = b"When,From,To\r\n05/01/2026,Dana,Omar\r\n"
    batch = uploaded(client, mails, kind="interactions")
    send(client, batch, "import")
    assert "can be read in two ways" in client.get(page(batch)).text
    assert (
        '<a href="#id_dates">What comes first in a date</a>' in client.get(page(batch)).text
    )
    asked = client.get(page(batch)).context["form"]["dates"]
    assert "can be read in two ways" in asked.help_text
    assert 'aria-describedby="id_dates_helptext"' in str(asked)
    send(client, batch, "import", dates="day")
    assert Interaction.objects.get().happened_on.isoformat() == "2026-01-05"


@pytest.mark.usefixtures("manager")
def test_a_row_below_the_first_that_is_no_csv_is_named_and_the_file_stays(client):
    batch = uploaded(client, b'Name\r\nDana\r\nOmar\r\n"Ines" Duarte\r\n')
    shown = client.get(page(batch))
    assert shown.status_code == 200
    assert "Row 4 is not well-formed CSV" in shown.text
    sent = client.post(page(batch), {"do": "import", "column_0": "name"})
    assert sent.status_code == 422
    assert not Stakeholder.objects.exists()
    assert desk.place(batch).exists()


@pytest.mark.usefixtures("manager")
def test_rows_with_the_same_thing_wrong_stand_together(client):
    nines, rest = [f"{one},9" for one in "ABCDE"], ["Omar,2", "F,9", "G,9", "H,8", "I,9"]
    lines = "\r\n".join(["Name,Influence", *nines, *rest])
    batch = uploaded(client, lines.encode())
    send(client, batch, "check")
    wrong = client.get(page(batch)).context["bad_rows"].object_list
    assert [str(one) for one in wrong] == ["Rows 2 to 6, 8, 9 and 11", "Row 10"]
    assert sum(len(one.rows) for one in wrong) == batch.rows_skipped == 9
