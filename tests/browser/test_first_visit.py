"""From an empty site to a map that changes, as somebody who has never seen it."""

import pytest
from playwright.sync_api import expect

from stakeholders.models import Interaction
from tests.rig.looks import assert_accessible

pytestmark = pytest.mark.django_db(transaction=True)


def test_first_visit_to_first_map(page):
    page.goto("/")
    become_administrator(page)
    page.get_by_role("button", name="Load the example organisation").click(timeout=60_000)
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    cold = page.get_by_role("region", name="Conversations to have")
    expect(cold.get_by_role("link", name="Omar Haddad", exact=True)).to_be_visible()

    before = Interaction.objects.count()
    log(page, "Talked through the night shifts", "Dana Levi", "Omar Haddad")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert Interaction.objects.count() == before + 1

    expect(cold.get_by_role("link", name="Omar Haddad", exact=True)).to_have_count(0)
    page.goto("/map/")
    expect(page.locator("relationship-map")).to_be_visible()
    assert_accessible(page)


def become_administrator(page):
    """Fill in the form of the first visit."""
    expect(page.get_by_role("heading", name="Welcome to relmap")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("First name").fill("Ada")
    page.get_by_label("Last name").fill("Marsh")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password", exact=True).fill("a long walk home")
    page.get_by_label("Password confirmation").fill("a long walk home")
    page.get_by_role("button", name="Create the administrator").click()
    expect(page.get_by_role("heading", name="How would you like to start?")).to_be_visible()
    assert_accessible(page)


def log(page, summary, *people):
    """Log a conversation by keyboard from wherever one is."""
    page.keyboard.press("l")
    dialog = page.get_by_role("dialog", name="Log a conversation")
    expect(dialog.get_by_role("combobox", name="People")).to_be_focused()
    for name in people:
        page.keyboard.type(name)
        option = dialog.get_by_role("option").filter(has_text=name)
        expect(option.first).to_be_visible()
        page.keyboard.press("Enter")
    dialog.get_by_label("About what").fill(summary)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
