"""Signed out while writing, and in again in another tab: what was written is saved."""

import pytest
from playwright.sync_api import expect

from stakeholders.models import Interaction, Stakeholder
from tests.records import make
from tests.rig.looks import assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def out(page, sign_in, trouble):
    """Return how to sign the browser of `page` out, as its session ends."""
    trouble.expect("status of 401")
    sign_in(make.user("member", "dana", stakeholder=make.colleague()))
    return lambda: page.context.clear_cookies(name="sessionid")


def sign_in_at(tab, live_server):
    """Sign in there."""
    tab.goto(f"{live_server.url}/sign-in/")
    tab.get_by_label("Username").fill("dana")
    tab.get_by_label("Password").fill("open sesame")
    tab.get_by_role("button", name="Sign in").click()
    tab.wait_for_url("**/today/")


def test_the_quick_log_keeps_its_line_and_saves_it_later(page, out, live_server, trouble):
    trouble.expect("Error Code 401")
    omar = make.person("Omar Haddad")
    page.goto(f"/people/{omar.pk}/")
    page.keyboard.press("l")
    log = page.get_by_role("dialog", name="Log a conversation")
    log.get_by_label("About what").fill("Lunch")
    out()
    page.keyboard.press("Enter")
    expect(log.get_by_role("alert")).to_contain_text("You are signed out.")
    expect(log.get_by_label("About what")).to_have_value("Lunch")
    sign_in_at(page.context.new_page(), live_server)
    log.get_by_role("button", name="Save", exact=True).click()
    expect(log).to_be_hidden()
    assert Interaction.objects.get().summary == "Lunch"


def test_a_form_of_a_page_is_sent_again(page, out, live_server):
    page.goto("/people/add/")
    page.get_by_label("Name").fill('Zoë "Z" Newman')
    out()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    assert_serves_everybody(page)
    with page.context.expect_page() as tab:
        page.get_by_role("link", name="Sign in").click()
    sign_in_at(tab.value, live_server)
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("heading", name='Zoë "Z" Newman')).to_be_visible()
    assert Stakeholder.objects.filter(name='Zoë "Z" Newman').count() == 1
