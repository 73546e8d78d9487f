"""The frame of every page: quick log, shortcuts, theme, rows and the people picker."""

import pytest
from playwright.sync_api import expect

from stakeholders.models import Interaction
from tests.records.make import colleague, person, user
from tests.rig.looks import assert_accessible, assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_people(page, sign_in):
    """Return the page of people, where Dana of our team knows Omar and Priya."""
    sign_in(user(stakeholder=colleague("Dana Levi")))
    person("Omar Haddad")
    person("Priya Raman")
    page.goto("/people/")
    return page


@pytest.fixture
def log(at_people):
    """Return the quick log, opened by its key."""
    at_people.keyboard.press("l")
    dialog = at_people.get_by_role("dialog", name="Log a conversation")
    expect(dialog.get_by_role("combobox", name="People")).to_be_focused()
    return dialog


def found(dialog):
    """Return the people found below the line."""
    return dialog.get_by_role("listbox", name="People found").get_by_role("option")


def choose(dialog, letters):
    """Type `letters` and take the first person found."""
    dialog.page.keyboard.type(letters)
    expect(found(dialog).first).to_be_visible()
    dialog.page.keyboard.press("Enter")


def chosen(dialog):
    """Return what removes each of the people chosen."""
    return dialog.get_by_role("list", name="People chosen").get_by_role("button")


def expect_chosen(dialog, *names):
    """Fail unless exactly these people are chosen, in this order."""
    expect(chosen(dialog)).to_have_count(len(names))
    for place, name in enumerate(names):
        expect(chosen(dialog).nth(place)).to_have_accessible_name(f"Remove {name}")


def test_people_become_chips_by_keyboard(log):
    choose(log, "oma")
    choose(log, "pri")
    expect_chosen(log, "Dana Levi", "Omar Haddad", "Priya Raman")


def test_backspace_removes_the_last_person(log):
    choose(log, "oma")
    choose(log, "pri")
    log.page.keyboard.press("Backspace")
    expect_chosen(log, "Dana Levi", "Omar Haddad")


def test_escape_closes_the_list_before_the_dialog(log):
    log.page.keyboard.type("oma")
    expect(found(log)).to_be_visible()
    log.page.keyboard.press("Escape")
    expect(found(log)).to_be_hidden()
    expect(log).to_be_visible()


def test_nobody_found_is_said(log):
    log.page.keyboard.type("zzz")
    said = log.get_by_role("status").filter(has_text="Nobody of that name is here yet")
    expect(said).to_have_count(1)


def test_half_a_name_is_not_sent(log):
    choose(log, "oma")
    log.page.keyboard.type("pri")
    log.get_by_role("button", name="Save", exact=True).click()
    expect(log).to_be_visible()
    assert not Interaction.objects.exists()


def test_closing_keeps_what_was_written(log):
    choose(log, "oma")
    log.get_by_role("button", name="Close").click()
    log.page.keyboard.press("l")
    expect_chosen(log, "Dana Levi", "Omar Haddad")


def test_a_saved_conversation_closes_the_dialog_and_offers_undo(log):
    choose(log, "oma")
    log.locator("[name=summary]").fill("Asked about the migration")
    log.get_by_role("button", name="Save", exact=True).click()
    expect(log).to_be_hidden()
    expect(log.page.get_by_role("button", name="Undo")).to_be_visible()


def test_a_failed_request_is_said_inside_the_dialog(at_people, trouble):
    trouble.expect("/log/")
    trouble.expect("htmx")
    at_people.route("**/log/", lambda route: route.abort())
    at_people.reload()  # Chromium may let a page that is already open past a new route
    at_people.keyboard.press("l")
    expect(at_people.get_by_role("alert")).to_contain_text("cannot be reached")


def test_the_quick_log_is_accessible(log):
    choose(log, "oma")
    log.page.keyboard.type("pri")
    expect(found(log)).to_be_visible()
    assert_accessible(log.page)


def test_a_question_mark_explains_the_shortcuts(at_people):
    at_people.keyboard.press("?")
    expect(at_people.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


def test_single_keys_can_be_turned_off_for_good(at_people):
    at_people.keyboard.press("?")
    at_people.get_by_label("Listen for single keys").uncheck()
    at_people.reload()
    at_people.keyboard.press("l")
    at_people.keyboard.press("Tab")
    expect(at_people.get_by_role("dialog")).to_have_count(0)


def test_a_chosen_theme_is_there_on_the_next_page(at_people):
    at_people.get_by_role("button", name="Account and settings").click()
    at_people.get_by_label("Dark").check()
    at_people.reload()
    ground = at_people.evaluate(
        "getComputedStyle(document.documentElement).backgroundColor"
    )
    assert ground == "rgb(20, 23, 26)"


def test_j_walks_the_rows(at_people):
    at_people.keyboard.press("j")
    at_people.keyboard.press("j")
    expect(at_people.get_by_role("row").nth(2).get_by_role("link").first).to_be_focused()


def test_a_slash_leads_to_the_search(at_people):
    at_people.keyboard.press("/")
    expect(at_people.get_by_label("Find a person")).to_be_focused()


def test_the_frame_serves_everybody(at_people):
    assert_serves_everybody(at_people)


def test_ctrl_k_offers_what_can_be_done(at_people):
    at_people.keyboard.press("Control+k")
    palette = at_people.get_by_role("dialog", name="Go to, or do")
    expect(palette.get_by_role("option", name="Keyboard shortcuts")).to_be_visible()
    assert_accessible(at_people)
    at_people.keyboard.type("log")
    expect(palette.get_by_role("option")).to_have_text(["Log a conversation"])
    at_people.keyboard.press("Enter")
    expect(at_people.get_by_role("dialog", name="Log a conversation")).to_be_visible()


def test_ctrl_k_leads_to_a_person(at_people):
    at_people.keyboard.press("Control+k")
    at_people.keyboard.type("omar")
    palette = at_people.get_by_role("dialog", name="Go to, or do")
    expect(palette.get_by_role("option", name="Omar Haddad")).to_be_visible()
    at_people.keyboard.press("Enter")
    expect(at_people.get_by_role("heading", name="Omar Haddad")).to_be_visible()


def test_ctrl_k_says_that_nobody_is_called_so(at_people):
    at_people.keyboard.press("Control+k")
    at_people.keyboard.type("zzqq")
    palette = at_people.get_by_role("dialog", name="Go to, or do")
    said = palette.get_by_text("Nobody found for “zzqq”")
    expect(said).to_be_in_viewport()
    assert said.bounding_box()["height"] > 10  # seen, not only read aloud
    assert_accessible(at_people)
