"""Going on: what was logged shows where one is, and the keyboard stays there too."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders.models import Stakeholder
from stakeholders.standings import rebuild
from tests.records import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dana(sign_in):
    """Return Dana, one of our team, who is signed in."""
    dana = make.colleague("Dana Levi")
    sign_in(make.user("member", "dana", stakeholder=dana))
    return dana


@pytest.fixture
def omar(dana):
    """Return somebody with a dozen conversations and promises with Dana, long ago."""
    omar = make.person("Omar Haddad", counterpart=dana)
    for ago in range(100, 112):
        day = timezone.localdate() - timedelta(days=ago)
        talk = make.conversation(dana, omar, summary=f"Talk {ago}", on=day)
        make.exchange(talk, omar, dana)
    rebuild()
    return omar


@pytest.mark.parametrize("way", ["key", "button"])
def test_what_is_logged_from_anywhere_on_a_persons_page_is_with_them(page, dana, omar, way):
    page.goto(f"/people/{omar.pk}/")
    if way == "key":
        page.keyboard.press("l")
    else:
        page.locator(".frame").get_by_role("link", name="Log").click()
    dialog = page.get_by_role("dialog", name="Log a conversation")
    for name in ("Omar Haddad", "Dana Levi"):
        expect(dialog.get_by_role("button", name=f"Remove {name}")).to_be_visible()


def test_what_was_just_logged_shows_on_their_page_and_in_the_list(page, dana):
    nadia = make.person("Nadia Aziz", counterpart=dana)
    page.goto(f"/people/{nadia.pk}/")
    page.get_by_role("link", name="Add what matters to them").click()
    begun = page.get_by_label("What matters to them", exact=True)
    begun.fill("Quiet nights")
    log_a_line(page, "Met at the gate")
    expect(page.locator("#timeline")).to_contain_text("Met at the gate")
    expect(page.get_by_text("Last spoke with us: today")).to_be_visible()
    expect(page.locator("#ties")).to_contain_text("Dana Levi")
    expect(begun).to_have_value("Quiet nights")


def test_the_list_of_people_follows_what_was_just_logged(page, dana, omar):
    page.goto("/people/?q=omar")
    row = page.locator("#people tbody tr")
    expect(row).not_to_contain_text("today")
    page.keyboard.press("l")
    dialog_with_omar(page)
    page.keyboard.press("Enter")
    expect(row).to_contain_text("today")
    expect(page).to_have_url("/people/?q=omar")


def test_a_promise_that_was_just_logged_is_in_the_list(page, dana, omar):
    page.goto("/promises/")
    expect(page.get_by_text("No open promises")).to_be_visible()
    page.keyboard.press("l")
    dialog = dialog_with_omar(page)
    dialog.get_by_text("Say more", exact=True).click()
    dialog.get_by_label("What", exact=True).first.fill("A spare key")
    dialog.get_by_role("button", name="Save all of it").click()
    expect(page.locator("#promises")).to_contain_text("A spare key")


def test_people_that_are_selected_stay_so_when_something_is_logged(page, dana, omar):
    page.goto("/people/?q=omar")
    box = page.get_by_label("Select Omar Haddad")
    box.check()
    page.locator(".frame").get_by_role("link", name="Log").click()
    dialog = dialog_with_omar(page)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    page.wait_for_load_state("networkidle")
    expect(box).to_be_checked()
    page.reload()
    expect(page.locator("#people tbody tr")).to_contain_text("today")


@pytest.mark.parametrize("within", ["#ties", "#timeline"])
def test_the_keyboard_goes_on_where_it_was_when_something_is_logged(
    page, dana, omar, within
):
    page.goto(f"/people/{omar.pk}/")
    link = page.locator(within).get_by_role("link").last
    words = link.inner_text()
    link.focus()
    page.keyboard.press("l")
    dialog = page.get_by_role("dialog", name="Log a conversation")
    dialog.get_by_label("About what").fill("Met at the gate")
    page.keyboard.press("Enter")
    expect(page.locator("#timeline")).to_contain_text("Met at the gate")
    page.wait_for_load_state("networkidle")
    expect(page.locator(f"{within} :focus")).to_have_text(words)


def dialog_with_omar(page):
    """Choose Omar and write one line in the dialog that was opened; return it, unsaved."""
    dialog = page.get_by_role("dialog", name="Log a conversation")
    dialog.get_by_role("combobox", name="People").press_sequentially("oma")
    expect(dialog.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    dialog.get_by_label("About what").fill("Met at the gate")
    return dialog


def log_a_line(page, line):
    """Log one `line` with whom the page is about."""
    page.get_by_role("main").get_by_role("link", name="Log a conversation").click()
    dialog = page.get_by_role("dialog", name="Log a conversation")
    dialog.get_by_label("About what").fill(line)
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(dialog).to_be_hidden()


def test_the_keyboard_goes_on_where_older_entries_join(page, dana, omar):
    page.goto(f"/people/{omar.pk}/")
    older = page.get_by_role("link", name="Show older")
    older.press("Enter")
    expect(older).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.timeline') !== null")


def test_a_form_that_is_given_up_gives_the_focus_back(page, dana, omar):
    page.goto(f"/people/{omar.pk}/")
    page.get_by_role("link", name="Add what matters to them").press("Enter")
    expect(page.get_by_label("What matters to them", exact=True)).to_be_focused()
    page.get_by_role("link", name="Cancel").press("Enter")
    expect(page.get_by_label("What matters to them", exact=True)).to_have_count(0)
    expect(page.get_by_role("link", name="Add what matters to them")).to_be_focused()


def test_what_cannot_be_saved_has_the_focus(page, dana, omar, trouble):
    trouble.expect("status of 422")
    page.goto(f"/people/{omar.pk}/")
    page.get_by_role("link", name="Add what matters to them").press("Enter")
    page.get_by_label("What matters to them", exact=True).fill("Quiet nights")
    heard = page.get_by_label("Heard on")
    heard.fill("2999-01-01")
    page.keyboard.press("Enter")
    expect(heard).to_have_attribute("aria-invalid", "true")
    expect(heard).to_be_focused()
    page.get_by_role("link", name="Cancel").press("Enter")
    expect(page.get_by_role("link", name="Add what matters to them")).to_be_focused()


def test_the_next_page_of_people_begins_at_its_top(page, dana):
    Stakeholder.objects.bulk_create(Stakeholder(name=f"P {n:02}") for n in range(60))
    page.goto("/people/")
    page.get_by_role("link", name="Next").press("Enter")
    expect(page.get_by_role("link", name="Previous")).to_be_visible()
    expect(page.locator("#people")).to_be_focused()
    assert page.evaluate("scrollY") < 200


def test_one_menu_is_open_until_escape_or_a_press_elsewhere(page, dana, omar):
    page.goto("/people/")
    views, columns = (page.locator("summary", has_text=one) for one in ("Views", "Columns"))
    opened = page.locator("details.menu[open]")
    views.click()
    columns.click()
    expect(opened).to_have_count(1)
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(columns).to_be_focused()
    views.click()
    page.get_by_role("heading", level=1).click()
    expect(opened).to_have_count(0)
