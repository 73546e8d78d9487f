"""The administration in a browser: Django's own pages under our policy, for everybody."""

import pytest
from playwright.sync_api import expect

from stakeholders.models import Concern, Interaction, Stakeholder, Unit, User
from tests.admin.many import MAKE, add_rows
from tests.admin.office import address
from tests.records.make import colleague, conversation, person, user
from tests.rig.looks import assert_accessible, assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_admin(page, sign_in):
    """Return the browser of an administrator; Dana of our team spoke with Omar."""
    sign_in(user("administrator", "ada"))
    conversation(colleague("Dana Levi"), person("Omar Haddad"))
    return page


def test_the_pages_serve_everybody(at_admin):
    for where in different_pages():
        assert at_admin.goto(where).ok
        assert_serves_everybody(at_admin)


def test_every_record_has_a_page_that_is_accessible(at_admin):
    for kind, make in MAKE.items():
        assert at_admin.goto(address(kind, "change", make().pk)).ok
        assert_accessible(at_admin)


def different_pages():
    """Return the address of one page of each kind, with something on it."""
    omar = Stakeholder.objects.get(name="Omar Haddad")
    talk = Interaction.objects.get()
    add_rows(talk, 1)
    Unit.objects.create(name="Harbour").delete()
    return [
        "/admin/",
        address(Stakeholder, "changelist"),
        address(Stakeholder, "add"),
        address(Interaction, "change", talk.pk),
        address(User, "add"),
        address(Stakeholder, "delete", omar.pk),
        address(Stakeholder, "history", omar.pk),
        address(Stakeholder, "version", omar.pk, omar.history.get().pk),
        address(Unit, "deleted"),
    ]


def choose(page, box, letters):
    """Search in a choice and take the first that is found."""
    box.click()
    page.get_by_role("searchbox").last.fill(letters)
    page.get_by_role("option", name=letters).first.click()


def test_people_are_chosen_as_one_types(at_admin):
    at_admin.goto(address(Concern, "add"))
    choose(
        at_admin, at_admin.locator(".field-stakeholder .select2-selection"), "Omar Haddad"
    )
    at_admin.get_by_label("Text:").fill("Night shifts")
    at_admin.get_by_role("button", name="Save", exact=True).click()
    expect(at_admin.get_by_text("was added successfully")).to_be_visible()
    assert Concern.objects.get().stakeholder.name == "Omar Haddad"


def test_a_row_is_added_to_a_conversation(at_admin):
    person("Priya Nair")
    talk = Interaction.objects.get()
    at_admin.goto(address(Interaction, "change", talk.pk))
    at_admin.get_by_role("button", name="Add another Person").click()
    choose(at_admin, at_admin.locator("#participations-2 .select2-selection"), "Priya Nair")
    assert_accessible(at_admin)
    at_admin.get_by_role("button", name="Save", exact=True).click()
    expect(at_admin.get_by_text("was changed successfully")).to_be_visible()
    assert talk.participations.count() == 3


def test_a_chosen_layer_is_given_to_all(at_admin):
    at_admin.goto(address(Stakeholder, "changelist"))
    at_admin.get_by_label("Select all objects on this page for an action").check()
    at_admin.get_by_label("Action:").select_option("set_layer")
    at_admin.get_by_role("button", name="Run").click()
    at_admin.get_by_label("Layer").select_option("vendor")
    assert_accessible(at_admin)
    at_admin.get_by_role("button", name="Change them").click()
    expect(at_admin.get_by_text("Changed: 2.")).to_be_visible()


def test_a_second_editor_sees_what_the_first_changed(at_admin):
    omar = Stakeholder.objects.get(name="Omar Haddad")
    at_admin.goto(address(Stakeholder, "change", omar.pk))
    omar.layer = "vendor"
    omar.save()
    at_admin.get_by_label("Name:").fill("Omar El Haddad")
    at_admin.get_by_role("button", name="Save", exact=True).click()
    expect(at_admin.get_by_text("Layer from “Business peer” to “Vendor”")).to_be_visible()
    assert_accessible(at_admin)
    at_admin.get_by_role("button", name="Save", exact=True).click()
    expect(at_admin.get_by_text("was changed successfully")).to_be_visible()
    omar.refresh_from_db()
    assert (omar.name, omar.layer) == ("Omar El Haddad", "vendor")


def test_an_export_is_downloaded(at_admin):
    at_admin.goto(address(Stakeholder, "changelist"))
    with at_admin.expect_download() as sent:
        at_admin.get_by_role("link", name="Export all 2").click()
    assert sent.value.suggested_filename.startswith("relmap-people-")


def test_signing_out_leads_to_the_sign_in_page(at_admin, live_server):
    at_admin.goto("/admin/")
    at_admin.get_by_role("button", name="Sign out").click()
    expect(at_admin).to_have_url(f"{live_server.url}/sign-in/")
