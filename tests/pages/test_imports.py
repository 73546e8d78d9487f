"""Imports in the browser's stead: upload, mapping, check, import, undo, refusals."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from stakeholders.capture import desk
from stakeholders.capture.tasks import BUSY, carry_out, start
from stakeholders.models import Batch, Interaction, Stakeholder
from tests.records import make

pytestmark = pytest.mark.django_db
IMPORTS = "/import/"
GOOD = b"Name,Influence\r\nDana,1\r\nOmar,2\r\n"
ONE_BAD = b"Name,Influence\r\nDana,1\r\nOmar,9\r\n"


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


def upload(client, content, kind="people", name="people.csv"):
    """Upload a file and return the answer."""
    file = SimpleUploadedFile(name, content)
    return client.post(IMPORTS, {"kind": kind, "file": file})


def uploaded(client, content, **how):
    """Upload a file and return its batch."""
    upload(client, content, **how)
    return Batch.objects.latest("pk")


def page(batch):
    """Return the address of the page of `batch`."""
    return reverse("import", args=[batch.pk])


def send(client, batch, do, **more):
    """Press the button `do` on the page of `batch` as it is drawn, with `more` said."""
    form = client.get(page(batch)).context["form"]
    filled = {field.html_name: field.value() or "" for field in form}
    answer = client.post(page(batch), filled | more | {"do": do})
    batch.refresh_from_db()
    return answer


@pytest.mark.parametrize("role", ["viewer", "member"])
def test_only_managers_import(client, role):
    client.force_login(make.user(role))
    answer = client.get(IMPORTS)
    assert answer.status_code == 403
    assert "Ask a manager to import files" in answer.text


@pytest.mark.usefixtures("manager")
def test_an_upload_leads_to_the_guesses_and_the_first_ten_rows(client):
    people = "".join(f"Person {n},1\r\n" for n in range(12))
    batch = uploaded(client, f"Name,Influence\r\n{people}".encode())
    shown = client.get(page(batch))
    assert [field.value() for field in shown.context["form"].columns] == [
        "name",
        "influence",
    ]
    assert "Person 9" in shown.text
    assert "Person 10" not in shown.text


@pytest.mark.usefixtures("manager")
def test_a_check_says_what_would_happen_and_changes_nothing(client):
    batch = uploaded(client, ONE_BAD)
    send(client, batch, "check")
    shown = client.get(page(batch)).text
    assert "1 would be added" in shown
    assert "Influence: 9 is not between 1 and 5." in shown
    assert "Import the 1 good row" in shown
    assert not Stakeholder.objects.exists()


@pytest.mark.usefixtures("manager")
def test_one_bad_row_keeps_all_out_and_the_file_stays_for_another_try(client):
    batch = uploaded(client, ONE_BAD)
    send(client, batch, "import")
    assert batch.state == Batch.State.FAILED
    assert not Stakeholder.objects.exists()
    send(client, batch, "good")
    assert batch.state == Batch.State.DONE
    assert [one.name for one in Stakeholder.objects.all()] == ["Dana"]


def test_an_import_belongs_to_who_asked_for_it(client, manager):
    batch = uploaded(client, GOOD)
    send(client, batch, "import")
    assert set(Stakeholder.objects.values_list("created_by", "batch")) == {
        (manager.pk, batch.pk)
    }


@pytest.mark.usefixtures("manager")
def test_the_result_counts_what_was_added_known_and_left_out(client):
    make.person("Dana")
    batch = uploaded(client, GOOD)
    send(client, batch, "import")
    assert (batch.rows_added, batch.rows_known, batch.rows_skipped) == (1, 1, 0)
    assert "Undo the whole import" in client.get(page(batch)).text


@pytest.mark.usefixtures("manager")
def test_the_file_is_kept_no_longer_than_it_is_needed(client):
    batch = uploaded(client, GOOD)
    assert desk.place(batch).exists()
    send(client, batch, "import")
    assert not desk.place(batch).exists()


@pytest.mark.usefixtures("manager")
def test_a_whole_import_is_undone_in_one_click_naming_who_stays(client):
    batch = uploaded(client, GOOD)
    send(client, batch, "import")
    make.conversation(Stakeholder.objects.get(name="Omar"), make.person("Priya"))
    shown = client.post(reverse("undo-import", args=[batch.pk]), follow=True).text
    assert [one.name for one in Stakeholder.objects.order_by("name")] == ["Omar", "Priya"]
    assert "except what somebody has worked on since" in shown
    assert "Omar" in shown


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
def test_a_wrong_encoding_is_said_and_another_one_offered(client):
    batch = uploaded(client, "Name\r\nZoë\r\n".encode("cp1252"))
    shown = client.get(page(batch)).text
    assert "The file is not UTF-8: line 2 cannot be read." in shown
    assert "Windows-1252" in shown
    answer = client.post(page(batch), {"encoding": "cp1252"})
    assert "Zoë" in answer.text


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
    send(client, batch, "import", dates="day")
    assert Interaction.objects.get().happened_on.isoformat() == "2026-01-05"


@pytest.mark.usefixtures("manager")
def test_progress_says_a_count_and_ends_with_a_fresh_page(client):
    batch = Batch.objects.create(kind="people", file_name="x", state=Batch.State.RUNNING)
    desk.Progress(batch).tell("rows read", 1_000, None)
    address = reverse("import-progress", args=[batch.pk])
    assert "1,000 rows read" in client.get(address, headers={"HX-Request": "true"}).text
    Batch.objects.update(state=Batch.State.DONE)
    ended = client.get(address, headers={"HX-Request": "true"})
    assert ended["HX-Refresh"] == "true"


def test_stopping_an_import_leaves_everything_as_it_was(client, manager, monkeypatch):
    batch = uploaded(client, GOOD)
    pressed = []

    def stop_midway(progress, doing, done, total, tell=desk.Progress.tell):
        if not pressed:
            pressed.append(client.post(reverse("stop-import", args=[batch.pk])))
        tell(progress, doing, done, total)

    monkeypatch.setattr(desk.Progress, "tell", stop_midway)
    send(client, batch, "import")
    assert pressed
    assert batch.state == Batch.State.PREPARED
    assert not Stakeholder.objects.exists()


@pytest.mark.usefixtures("manager")
def test_a_run_that_died_is_given_back_to_the_person(client, monkeypatch):
    batch = uploaded(client, GOOD)
    Batch.objects.update(state=Batch.State.RUNNING)
    desk.Progress(batch).tell("rows read", 1, None)
    monkeypatch.setattr(desk, "SILENT_SECONDS", -1)
    shown = client.get(page(batch)).text
    batch.refresh_from_db()
    assert batch.state not in BUSY
    assert "The import stopped before it ended" in shown


@pytest.mark.usefixtures("manager")
def test_a_file_can_be_thrown_away(client):
    batch = uploaded(client, GOOD)
    client.post(reverse("forget-import", args=[batch.pk]))
    assert not desk.place(batch).exists()
    assert not Batch.objects.exists()


@pytest.mark.usefixtures("manager")
def test_a_file_that_waited_too_long_is_asked_for_again(client, monkeypatch):
    batch = uploaded(client, GOOD)
    monkeypatch.setattr(desk, "KEPT_SECONDS", -1)
    desk.tidy()
    assert "Upload it again" in client.get(page(batch)).text


@pytest.mark.parametrize("kind", ["people", "conversations", "promises"])
def test_anybody_signed_in_takes_out_what_they_may_see(client, kind):
    client.force_login(make.user("viewer"))
    secret = make.conversation(
        make.person("Dana"), make.person("Omar"), summary="Secret", confidential=True
    )
    answer = client.get(reverse("export", args=[kind]))
    text = answer.getvalue().decode()
    assert answer["Content-Disposition"].startswith(f'attachment; filename="relmap-{kind}')
    assert text.startswith("\ufeff")
    assert secret.summary not in text


def test_the_list_of_imports_costs_the_same_for_ten_more(
    client, manager, django_assert_num_queries
):
    kinds = {"kind": "people", "file_name": "x.csv", "created_by": manager}
    Batch.objects.create(**kinds)
    client.get(IMPORTS)
    with django_assert_num_queries(4):
        client.get(IMPORTS)
    Batch.objects.bulk_create(Batch(**kinds) for _ in range(10))
    with django_assert_num_queries(4):
        client.get(IMPORTS)
