"""Imports in a browser: a file in, its columns, its rows, and out again."""

import pytest
from playwright.sync_api import expect

from stakeholders.capture import desk
from stakeholders.models import Batch, Stakeholder, User
from tests.records import make
from tests.rig.looks import assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = (
    "Name,Department,Title,Influence\r\n"
    "Dana Levi,Operations,COO,5\r\n"
    "Omar Haddad,Finance,CFO,9\r\n"
    "Priya Nair,Legal,Counsel,3\r\n"
)


@pytest.fixture
def at_imports(page, sign_in):
    """Return the page of imports as a manager sees it."""
    sign_in(make.user("manager"))
    page.goto("/import/")
    yield page
    for batch in Batch.objects.all():
        desk.drop(batch)


def bring(page, text=PEOPLE):
    """Upload a file of people and wait for what its columns mean."""
    page.get_by_label("People", exact=True).check()
    file = {"name": "people.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.get_by_label("CSV or XLSX file").set_input_files(file)
    page.get_by_role("button", name="Look at the file").click()
    expect(page.get_by_role("heading", name="What people.csv means")).to_be_visible()


def checked(page):
    """Upload the file and ask what would happen."""
    bring(page)
    page.get_by_role("button", name="See what would happen").click()
    expect(page.get_by_text("2 would be added")).to_be_visible()


def imported(page):
    """Import the good rows of the file."""
    checked(page)
    page.get_by_role("button", name="Import the 2 good rows").click()
    expect(page.get_by_role("button", name="Undo the whole import")).to_be_visible()


def test_a_file_comes_in_and_goes_out_again(at_imports):
    imported(at_imports)
    assert Stakeholder.objects.count() == 2
    at_imports.get_by_role("button", name="Undo the whole import").click()
    expect(at_imports.get_by_text("Everything it added was taken back.")).to_be_visible()
    assert not Stakeholder.objects.exists()


def test_a_file_too_large_is_refused_before_it_is_sent(at_imports, tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(51 * 2**20)
    field = at_imports.get_by_label("CSV or XLSX file")
    field.set_input_files(path)
    said = field.evaluate("input => input.validationMessage")
    assert said.startswith("The file is larger than 50 MB")


def test_progress_counts_until_the_page_shows_the_result(at_imports):
    batch = Batch.objects.create(
        kind="people", file_name="x.csv", state="running", created_by=User.objects.get()
    )
    progress = desk.Progress(batch)
    progress.tell("rows read", 1_000, None)
    at_imports.goto(f"/import/{batch.pk}/")
    expect(at_imports.get_by_text("1,000 rows read")).to_be_visible()
    progress.told = 0
    progress.tell("people written", 2_000, 4_000)
    expect(at_imports.get_by_text("2,000 of 4,000 people written")).to_be_visible()
    Batch.objects.update(state="done", rows_read=4_000, rows_added=4_000)
    expect(at_imports.get_by_role("button", name="Undo the whole import")).to_be_visible()


@pytest.mark.parametrize("step", [bring, checked, imported], ids=lambda step: step.__name__)
def test_each_page_of_an_import_serves_everybody(at_imports, step):
    step(at_imports)
    assert_serves_everybody(at_imports)


def test_the_list_of_imports_serves_everybody(at_imports):
    Batch.objects.create(kind="people", file_name="people.csv", state="done", rows_added=7)
    at_imports.reload()
    assert_serves_everybody(at_imports)


def test_progress_can_be_followed_by_everybody(at_imports):
    batch = Batch.objects.create(
        kind="people", file_name="x.csv", state="running", created_by=User.objects.get()
    )
    desk.Progress(batch).tell("people written", 1_000, 4_000)
    at_imports.goto(f"/import/{batch.pk}/")
    assert_serves_everybody(at_imports)
