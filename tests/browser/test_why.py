"""Why, as somebody with a browser meets it: a panel beside the number."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders.standings import rebuild
from tests.records import make
from tests.rig.looks import assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def omar(sign_in):
    """Return somebody who keeps his promises; a member is signed in."""
    sign_in(make.user())
    dana, omar = make.colleague(), make.person()
    for ago in (3, 20, 40):
        day = timezone.localdate() - timedelta(ago)
        make.conversation(dana, omar, summary=f"Talk {ago}.", on=day)
        promise = make.promise(omar, dana, what=f"Numbers {ago}.", made_on=day)
        promise.close("kept", day)
        promise.save()
    rebuild()
    return omar


def tile(page, name):
    """Return the tile of a score on the page of a person."""
    return page.locator(".stat").filter(has_text=name)


def test_a_number_opens_its_why_and_escape_leads_back(page, omar):
    page.goto(f"/people/{omar.pk}/")
    link = tile(page, "We can count on them").locator(".why-link")
    link.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="How far our team can count on Omar Haddad")
    expect(panel).to_contain_text("Numbers 3.")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()


def test_another_number_takes_the_place_of_the_first(page, omar):
    page.goto(f"/people/{omar.pk}/")
    tile(page, "We can count on them").locator(".why-link").click()
    page.get_by_role("button", name="Close").click()
    tile(page, "Silence ahead").locator(".why-link").click()
    expect(page.get_by_role("dialog")).to_contain_text("Talk 3.")


def test_whoever_went_on_meanwhile_is_not_shown_why(page, omar):
    held = []
    page.route("**/why/**", lambda route: held.append(route))  # noqa: PLW0108 it is marked
    page.goto(f"/people/{omar.pk}/")
    link = tile(page, "Silence ahead").locator(".why-link").element_handle()
    with page.expect_request("**/why/**"):
        link.click()
    page.evaluate("document.querySelector('main').replaceChildren()")
    held[0].continue_()
    page.wait_for_function("(link) => !link.hasAttribute('aria-busy')", arg=link)
    expect(page.locator("#why-panel")).not_to_be_empty()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_number_in_a_table_opens_its_why(page, omar):
    page.goto("/dashboard/")
    page.locator('[data-score="trust_on_average"] a').first.click()
    expect(page.get_by_role("dialog")).to_contain_text("on average")


def test_without_scripts_why_is_a_page(browser, live_server, context, omar):
    plain = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(f"/people/{omar.pk}/")
    tile(page, "Silence ahead").locator(".why-link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("do not speak for 30 days")
    plain.close()


def test_the_panel_serves_everybody(page, omar):
    page.goto(f"/people/{omar.pk}/")
    tile(page, "We can count on them").locator(".why-link").click()
    expect(page.get_by_role("dialog")).to_contain_text("Numbers 3.")
    assert_serves_everybody(page)


@pytest.mark.parametrize("name", ["health", "trust_in_target", "trust_in_source"])
def test_the_page_of_a_why_serves_everybody(page, omar, name):
    page.goto(f"/why/0/{omar.pk}/{name}/")
    assert_serves_everybody(page)
