"""Logging in a browser: by keyboard alone, over any page, without scripts."""

import pytest
from playwright.sync_api import expect

from stakeholders.models import Interaction
from tests.records import make
from tests.rig.looks import assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ["/conversations/", "/conversations/add/", "/promises/", "/promises/add/"]


@pytest.fixture
def at(page, sign_in):
    """Return the page of conversations, where Dana has spoken with Omar."""
    dana = make.colleague("Dana Levi")
    sign_in(make.user("member", "dana", stakeholder=dana))
    make.conversation(dana, make.person("Omar Haddad"), summary="Lunch")
    make.person("Priya Nair")
    page.goto("/conversations/")
    return page


@pytest.fixture
def log(at):
    """Return the quick log, opened by its key."""
    at.keyboard.press("l")
    dialog = at.get_by_role("dialog", name="Log a conversation")
    expect(dialog.get_by_role("combobox", name="People")).to_be_focused()
    return dialog


def choose(log, letters):
    """Type `letters` and take the first person found."""
    log.page.keyboard.type(letters)
    expect(log.get_by_role("option").first).to_be_visible()
    log.page.keyboard.press("Enter")


def write(log, letters="oma", line="Asked about the migration"):
    """Choose somebody and write one line, without touching the mouse."""
    choose(log, letters)
    log.page.keyboard.press("Tab")
    log.page.keyboard.type(line)


def latest():
    return Interaction.objects.latest("pk")


def test_one_line_is_logged_by_keyboard_alone(log):
    write(log)
    log.page.keyboard.press("Enter")
    expect(log).to_be_hidden()
    assert latest().summary == "Asked about the migration"
    assert {str(one) for one in latest().people.all()} == {"Dana Levi", "Omar Haddad"}


def test_the_list_below_shows_it_at_once(log):
    write(log)
    log.page.keyboard.press("Enter")
    rows = log.page.locator("#conversations tbody tr")
    expect(rows.first).to_contain_text("Asked about the migration")


def test_the_toast_takes_it_back(log):
    write(log)
    log.page.keyboard.press("Enter")
    log.page.get_by_role("button", name="Undo").click()
    expect(log.page.get_by_role("button", name="Undo")).to_have_count(1)
    assert latest().archived_at


def test_a_missing_line_is_said_beside_it_and_the_people_stay(log, trouble):
    trouble.expect("status of 422")
    write(log, line="")
    log.page.keyboard.press("Enter")
    expect(log.get_by_text("Say in one line what it was about.")).to_be_visible()
    people = log.get_by_role("list", name="People chosen").get_by_role("listitem")
    expect(people).to_have_count(2)


def test_what_cannot_be_saved_is_brought_to_sight(log, trouble):
    trouble.expect("status of 422")
    write(log)
    log.get_by_text("Say more", exact=True).click()
    log.get_by_label("Day").fill("2999-01-01")
    log.get_by_role("button", name="Save all of it").click()
    expect(log.get_by_text("This day is still to come.")).to_be_in_viewport()
    expect(log.get_by_label("Day")).to_be_focused()


def test_a_missing_person_is_said_too(log, trouble):
    trouble.expect("status of 422")
    log.page.keyboard.press("Tab")
    log.page.keyboard.type("Alone")
    log.page.keyboard.press("Enter")
    expect(log.get_by_text("A conversation takes two.")).to_be_visible()
    expect(log.get_by_role("combobox", name="People")).to_be_focused()


def test_who_is_missing_is_added_and_chosen_without_leaving(log):
    log.page.keyboard.type("Zoë Newman")
    expect(log.get_by_role("option", name="Add “Zoë Newman”")).to_be_visible()
    log.page.keyboard.press("Enter")
    adding = log.page.get_by_role("dialog", name="Add a person")
    expect(adding.get_by_label("Name")).to_be_focused()
    assert_serves_everybody(log.page)
    adding.get_by_label("Unit").fill("Bank")
    log.page.keyboard.press("Enter")
    expect(adding).to_be_hidden()
    expect(log.get_by_role("combobox", name="People")).to_be_focused()
    log.page.keyboard.press("Tab")
    log.page.keyboard.type("Met at the fair")
    log.page.keyboard.press("Enter")
    expect(log).to_be_hidden()
    assert {str(one) for one in latest().people.all()} == {"Dana Levi", "Zoë Newman"}


def test_who_is_not_added_after_all_leaves_what_was_written(log, trouble):
    trouble.expect("status of 422")
    log.get_by_label("About what").fill("Met at the fair")
    log.get_by_role("combobox", name="People").fill("Zoë Newman")
    log.get_by_role("option", name="Add “Zoë Newman”").click()
    adding = log.page.get_by_role("dialog", name="Add a person")
    adding.get_by_label("Name").fill("")
    log.page.keyboard.press("Enter")
    expect(adding.get_by_text("This field is required.")).to_be_visible()
    log.page.keyboard.press("Escape")
    expect(adding).to_be_hidden()
    expect(log.get_by_role("combobox", name="People")).to_have_value("Zoë Newman")
    expect(log.get_by_label("About what")).to_have_value("Met at the fair")


def test_saying_more_asks_about_everybody_chosen(log):
    choose(log, "pri")
    log.get_by_text("Say more", exact=True).click()
    log.get_by_label("Priya Nair", exact=True).select_option("Good")
    log.get_by_label("Who reached out").select_option("Priya Nair")
    log.get_by_label("About what").fill("She offered help")
    log.get_by_role("button", name="Save", exact=True).click()
    expect(log).to_be_hidden()
    seat = latest().participations.get(initiator=True)
    assert (str(seat.stakeholder), seat.mood) == ("Priya Nair", 1)


def test_one_more_promise_keeps_what_was_written(log):
    write(log)
    log.get_by_text("Say more", exact=True).click()
    log.get_by_label("What", exact=True).first.fill("The numbers")
    log.get_by_role("button", name="Add a promise").click()
    expect(log.get_by_label("Who promised")).to_have_count(3)
    log.get_by_role("button", name="Save all of it").click()
    expect(log).to_be_hidden()
    assert latest().commitments.get().what == "The numbers"


def test_a_filter_is_undone_by_the_back_button(at):
    at.get_by_label("Words or a name").fill("nothing like it")
    expect(at.get_by_text("No conversation matches")).to_be_visible()
    at.go_back()
    expect(at.get_by_role("link", name="Lunch")).to_be_visible()
    expect(at.get_by_role("heading", name="Conversations")).to_be_visible()


def test_it_is_logged_without_scripts(browser, browser_context_args, sign_in, at):
    cookies = at.context.cookies()
    plain = browser.new_context(**browser_context_args, java_script_enabled=False)
    plain.add_cookies(cookies)
    page = plain.new_page()
    page.goto("/log/")
    page.get_by_label("People").select_option(["Dana Levi", "Priya Nair"])
    page.get_by_label("About what").fill("Said without scripts")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Said without scripts")).to_be_visible()
    plain.close()


def test_every_page_of_conversations_and_promises_serves_everybody(at):
    one = latest()
    make.promise(*one.people.all(), interaction=one)
    make.exchange(one, *one.people.all())
    talk = f"/conversations/{one.pk}/"
    for address in (*PAGES, talk, f"{talk}edit/", f"{talk}delete/"):
        at.goto(address)
        assert_serves_everybody(at)


def test_the_whole_quick_log_serves_everybody(at):
    at.keyboard.press("l")
    at.get_by_text("Say more", exact=True).click()
    assert_serves_everybody(at)


def test_saying_more_once_opens_it_the_next_time(at):
    at.goto("/log/")
    at.get_by_text("Say more", exact=True).click()
    expect(at.locator("[name=channel]")).to_be_visible()
    at.reload()
    expect(at.locator("[name=channel]")).to_be_visible()
