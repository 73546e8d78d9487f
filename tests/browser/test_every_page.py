"""Every page on the example organisation, light and dark, wide and narrow."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders import example
from stakeholders.models import Interaction, Stakeholder, User
from tests.rig.looks import assert_serves_everybody

pytestmark = pytest.mark.django_db(transaction=True)

SEARCHES = [("/people/", "Omar", "Omar Haddad"), ("/conversations/", "night", "night")]


def test_every_page_serves_everybody(page, sign_in, trouble):
    trouble.expect("status of 404")  # the last address
    example.load(today=timezone.localdate())
    sign_in(User.objects.get(username="leader"))
    for address in addresses():
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert_serves_everybody(page)


def addresses():
    """Return the address of each page that shows something."""
    omar = Stakeholder.objects.get(name="Omar Haddad").pk
    newest = Interaction.objects.newest_first().first().pk
    return [
        "/today/",
        "/today/changes/",
        f"/today/plan/{omar}/",
        "/dashboard/",
        "/report/",
        "/people/",
        "/people/?q=nobody+at+all",
        "/people/add/",
        "/people/add/me/",
        f"/people/{omar}/",
        f"/people/{omar}/edit/",
        f"/people/{omar}/merge/",
        "/people/archive/",
        "/conversations/",
        f"/conversations/{newest}/",
        f"/conversations/{newest}/edit/",
        "/conversations/add/",
        "/promises/",
        "/log/",
        "/map/",
        "/map/?view=table",
        "/import/",
        "/password/",
        "/start/",
        "/start/example/remove/",
        "/nothing/here/",
    ]


def test_the_sign_in_page_shows_the_examples_sign_ins(page):
    example.load(today=timezone.localdate() - timedelta(days=1))
    page.goto("/sign-in/")
    expect(page.get_by_text("try-relmap")).to_be_visible()
    assert_serves_everybody(page)


def test_what_was_searched_for_opens_however_long_it_is_pressed(page, sign_in):
    """Leaving the search box must not draw the list anew under somebody's finger."""
    example.load(today=timezone.localdate())
    sign_in(User.objects.get(username="leader"))
    for address, words, found in SEARCHES:
        page.goto(address)
        box = page.get_by_role("main").get_by_role("searchbox")
        box.fill(words)
        expect(page).to_have_url(re.compile(f"q={words}"))
        page.get_by_role("rowheader").get_by_role("link", name=found).first.hover()
        page.mouse.down()
        page.evaluate("fetch(location).then((answer) => answer.text())")
        page.mouse.up()
        expect(page).to_have_url(re.compile(r"/\d+/$"))


def test_the_back_button_after_a_search_shows_the_whole_page(page, sign_in):
    example.load(today=timezone.localdate())
    sign_in(User.objects.get(username="leader"))
    page.goto("/people/")
    page.get_by_label("Name, title, unit or mail").fill("Omar")
    expect(page).to_have_url(re.compile("q=Omar"))
    page.get_by_role("link", name="Omar Haddad").click()
    expect(page.get_by_role("heading", name="Omar Haddad")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    expect(page.get_by_role("link", name="Omar Haddad")).to_be_visible()
