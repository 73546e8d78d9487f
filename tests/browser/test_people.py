"""People and one person, as somebody with a browser meets them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders.models import Concern, Connection, Stakeholder
from stakeholders.standings import rebuild
from tests.records import make
from tests.rig.looks import assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)
ENDLESS = "Bartholomew" * 18
RIGHT_TO_LEFT = "محمد بن سلمان"


@pytest.fixture
def manager(sign_in):
    """Return a manager who is signed in."""
    user = make.user("manager")
    sign_in(user)
    return user


@pytest.fixture
def omar():
    """Return somebody of whom everything is known."""
    today = timezone.localdate()
    dana = make.colleague()
    omar = make.person("Omar Haddad", "COO", make.unit(), counterpart=dana, influence=4)
    omar.roles.update(until=today + timedelta(days=9))
    for ago in range(12):
        day = today - timedelta(days=9 * ago)
        talk = make.conversation(dana, omar, summary=f"Talk {ago:02}.", on=day)
        make.exchange(talk, omar, dana)
    make.promise(dana, omar, what="Cutover plan", made_on=today, due_on=today)
    make.concern(omar, heard_on=today - timedelta(days=200))
    make.term(omar)
    make.connection(omar, make.person(ENDLESS))
    make.person(RIGHT_TO_LEFT)
    rebuild()
    return omar


def names(page):
    """Return what finds the names in the list."""
    return page.locator("#people tbody th a")


def test_the_list_narrows_as_one_types_and_the_address_follows(page, manager, omar):
    page.goto("/people/")
    page.get_by_label("Name, title, unit or mail").press_sequentially("omar")
    expect(names(page)).to_have_text(["Omar Haddad"])
    expect(page).to_have_url("/people/?q=omar")


def test_the_back_button_undoes_a_filter(page, manager, omar):
    page.goto("/people/")
    page.locator("#filters").get_by_label("Layer").select_option("team")
    expect(names(page)).to_have_text(["Dana Levi"])
    page.go_back()
    expect(names(page)).to_have_count(4)
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def test_a_chip_takes_its_filter_off(page, manager, omar):
    page.goto("/people/?layer=team&q=dana")
    page.get_by_role("link", name="Remove the filter Layer: Our team").click()
    expect(page).to_have_url("/people/?q=dana")


def test_the_list_is_sorted_by_keyboard_without_losing_the_place(page, manager, omar):
    page.goto("/people/")
    page.get_by_role("link", name="Layer", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Layer")
    expect(page.locator("#sort-layer")).to_be_focused()


def test_the_list_works_without_scripts(
    browser, live_server, sign_in, context, manager, omar
):
    plain = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto("/people/")
    page.get_by_label("Name, title, unit or mail").fill("omar")
    page.get_by_role("button", name="Filter").click()
    expect(names(page)).to_have_text(["Omar Haddad"])
    plain.close()


def test_a_person_is_archived_and_brought_back_from_the_toast(page, manager, omar):
    page.goto(f"/people/{omar.pk}/")
    page.get_by_role("button", name="Archive").click()
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Omar Haddad")
    assert Stakeholder.objects.current().filter(pk=omar.pk).exists()


def test_a_concern_is_noted_in_place_by_keyboard_alone(page, manager, omar):
    page.goto(f"/people/{omar.pk}/")
    page.get_by_role("link", name="Add what matters to them").press("Enter")
    line = page.get_by_label("What matters to them", exact=True)
    expect(line).to_be_focused()
    page.keyboard.type("Quiet nights")
    page.keyboard.press("Enter")
    expect(page.locator("#concern li").first).to_contain_text("Quiet nights")
    expect(page.get_by_role("link", name="Add what matters to them")).to_be_focused()
    expect(page).to_have_url(f"/people/{omar.pk}/")


def test_what_is_wrong_is_said_in_place_and_what_was_typed_stays(
    page, manager, omar, trouble
):
    trouble.expect("status of 422")
    page.goto(f"/people/{omar.pk}/")
    page.get_by_role("link", name="Add what matters to them").click()
    form = page.locator("#concern form.form")
    form.get_by_label("What matters to them").fill("Quiet nights")
    form.get_by_label("Rank").fill("99")
    form.evaluate("form => { form.noValidate = true; }")
    form.get_by_role("button", name="Save").click()
    expect(form.locator(".errors")).to_contain_text("less than or equal to 9")
    expect(form.get_by_label("What matters to them")).to_have_value("Quiet nights")


def test_a_settled_concern_can_be_called_back_from_the_toast(page, manager, omar):
    page.goto(f"/people/{omar.pk}/")
    page.get_by_role("button", name="Settled Night shifts").click()
    expect(page.locator("#concern li")).to_have_count(0)
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.locator("#concern li")).to_have_count(1)
    assert Concern.objects.get().settled_on is None


def test_a_connection_is_made_by_typing_a_few_letters(page, manager, omar):
    page.goto(f"/people/{omar.pk}/")
    page.get_by_role("link", name="Add a connection").click()
    page.get_by_label("How", exact=True).select_option("sponsors")
    page.get_by_role("combobox", name="Whom").press_sequentially("dana")
    page.get_by_role("option", name="Dana Levi").click()
    page.locator("#connection").get_by_role("button", name="Save").click()
    expect(page.locator("#connection li", has_text="sponsors")).to_contain_text("Dana Levi")
    assert Connection.objects.filter(kind="sponsors", source=omar).exists()


def test_something_known_is_removed_from_its_form(page, manager, omar):
    page.goto(f"/people/{omar.pk}/")
    page.locator("#term").get_by_role("link", name="Edit").click()
    page.locator("#term").get_by_role("button", name="Remove").click()
    expect(page.locator("#term li")).to_have_count(0)


def test_older_entries_join_the_timeline(page, manager, omar):
    page.goto(f"/people/{omar.pk}/")
    entries = page.locator("#timeline .entry")
    expect(entries).to_have_count(10)
    page.get_by_role("link", name="Show older").click()
    expect(entries).to_have_count(14)  # twelve talks, a promise, a concern
    expect(page.get_by_role("link", name="Show older")).to_have_count(0)


def test_full_pages_with_odd_names_serve_everybody(page, manager, omar):
    for part in ("", "concern/add/", "connection/add/"):
        page.goto(f"/people/{omar.pk}/{part}")
        assert_serves_everybody(page)


def test_the_pages_of_an_empty_site_serve_everybody(page, sign_in):
    nobody_known = make.person(ENDLESS)
    sign_in(make.user("viewer"))
    for address in (f"/people/{nobody_known.pk}/", "/people/", "/people/archive/"):
        page.goto(address)
        assert_serves_everybody(page)


def test_rows_are_selected_by_keyboard_and_changed_together(page, manager, omar):
    page.goto("/people/?show=rhythm.tags")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("x")
    page.get_by_text("Change 2 selected").click()
    expect(page.locator("#bulk_backup")).to_be_visible()
    page.get_by_role("spinbutton").fill("30")
    page.get_by_label("Add the tag").fill("board")
    assert_serves_everybody(page)
    page.get_by_role("button", name="Change", exact=True).click()
    expect(page.get_by_role("cell", name="board")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("cell", name="board")).to_have_count(0)


def test_columns_are_chosen_and_the_address_follows(page, manager, omar):
    page.goto("/people/?layer=peer")
    page.get_by_text("Columns", exact=True).click()
    page.get_by_role("checkbox", name="Last spoke").uncheck()
    page.get_by_role("checkbox", name="Trust in them").check()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("columnheader", name="Trust in them")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Last spoke")).to_have_count(0)
    expect(page).to_have_url("/people/?layer=peer&show=layer.health.trust.unit.counterpart")


@pytest.mark.parametrize("menu", ["Views", "Columns"])
def test_what_the_list_offers_opens_on_a_phone_without_being_cut_off(
    page, manager, omar, menu
):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/people/")
    page.get_by_text(menu, exact=True).click()
    panel = page.locator("details[open] > .menu-panel").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
