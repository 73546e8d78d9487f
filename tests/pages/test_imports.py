"""Imports in the browser's stead: upload, mapping, check, import, progress, undo."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import Workbook

from stakeholders.capture import desk
from stakeholders.capture.tasks import BUSY
from stakeholders.models import Batch, Stakeholder
from tests.pages.importing import GOOD, IMPORTS, ONE_BAD, page, send, uploaded
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


@pytest.mark.usefixtures("manager")
def test_the_way_in_promises_what_a_check_shows(client):
    said = client.get(reverse("today")).text
    assert "how many rows would be added, and what is wrong with any" in said
    assert "every row" not in said


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
def test_a_workbook_is_read_as_a_table_is(client):
    file, workbook = BytesIO(), Workbook()
    for row in (["Name", "Influence"], ["Dana", 1], ["Omar", 2]):
        workbook.active.append(row)
    workbook.save(file)
    batch = uploaded(client, file.getvalue(), name="people.xlsx")
    send(client, batch, "import")
    assert batch.state == Batch.State.DONE
    assert Stakeholder.objects.count() == 2


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
def test_whoever_is_refused_as_a_stranger_is_told_once_of_the_box_that_adds_them(client):
    rows = "".join(f"2026-01-0{n},Dana,Nobody {n}\r\n" for n in range(1, 4))
    batch = uploaded(client, f"When,From,To\r\n{rows}".encode(), kind="interactions")
    link = '<a href="#id_add_people">Add people who are not here yet</a>'
    assert link not in client.get(page(batch)).text
    send(client, batch, "check")
    assert client.get(page(batch)).text.count(link) == 1
    send(client, batch, "check", add_people="on")
    assert batch.rows_added == 3
    assert link not in client.get(page(batch)).text


@pytest.mark.usefixtures("manager")
def test_a_file_of_people_is_told_of_no_box_it_does_not_have(client):
    batch = uploaded(client, b"Name,Layer\r\nDana,nobody here is called\r\n")
    send(client, batch, "check")
    assert "add_people" not in client.get(page(batch)).text


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


def test_progress_says_a_count_and_ends_with_a_fresh_page(client, manager):
    batch = Batch.objects.create(
        kind="people", file_name="x", state=Batch.State.RUNNING, created_by=manager
    )
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
    thrown = client.post(reverse("forget-import", args=[batch.pk]), follow=True)
    assert "people.csv is thrown away. Nothing of it came in." in thrown.text
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
