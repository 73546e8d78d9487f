"""The story of Today: find who is going cold, read why, log the call, see them leave."""

from datetime import timedelta
from time import monotonic

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders import example
from stakeholders.models import Interaction, User
from stakeholders.standings import rebuild
from tests.records import make
from tests.rig.looks import LOOKS, assert_accessible, assert_fits

pytestmark = pytest.mark.django_db(transaction=True)
SECONDS, CLICKS = 60, 12
COUNTED = """addEventListener("click", (event) => {
  if (event.isTrusted) relmapSees("click");
}, true)"""


def test_a_leader_finds_the_sponsor_going_cold_and_calls_wide_and_narrow(
    page, context, sign_in
):
    example.load(today=timezone.localdate())
    seen = counted(context)
    for look in LOOKS:
        look.wear(page)
        seen.clear()
        begun = monotonic()
        read_why_and_call(page)
        assert monotonic() - begun < SECONDS
        assert 0 < seen.count("click") <= CLICKS
        assert seen.count("print") == 1
        assert Interaction.objects.newest_first()[0].people.count() == 2
        page.get_by_role("button", name="Undo").click()
        page.goto("/today/")
        expect(to_have(page, "Omar Haddad")).to_be_visible()
        assert_accessible(page)
        assert_fits(page)
        context.clear_cookies()
    sign_in(User.objects.get(username="leader"))
    page.goto("/today/")
    plan_and_put_off(page)


def plan_and_put_off(page):
    """Plan one conversation and put off another: both leave the list."""
    marta = to_have(page, "Marta Kovac")
    marta.get_by_text("Plan it").click()
    assert_accessible(page)
    assert_fits(page)
    expect(marta.get_by_label("Who")).to_be_in_viewport(ratio=1)
    marta.get_by_role("button", name="Plan", exact=True).click()
    planned = page.get_by_role("region", name="Planned")
    expect(planned.get_by_role("link", name="Marta Kovac", exact=True)).to_be_visible()
    expect(marta).to_have_count(0)

    priya = to_have(page, "Priya Nair")
    priya.get_by_text("Not now").click()
    priya.get_by_role("button", name="Not for a week").click()
    expect(priya).to_have_count(0)


def counted(context):
    """Return a list that every click and every print of the browser is added to."""
    seen = []

    def see(what):
        """Remember what the browser saw."""
        seen.append(what)

    context.expose_function("relmapSees", see)
    context.add_init_script(COUNTED)
    # The dialog of the system would wait for somebody to close it.
    context.add_init_script("window.print = () => { relmapSees('print'); }")
    return seen


def read_why_and_call(page):
    """Do what a leader does from signing in to seeing the sponsor leave the list."""
    page.goto("/")
    page.get_by_label("Name").fill("leader")
    page.get_by_label("Password").fill("try-relmap")
    page.get_by_role("button", name="Sign in").click()
    omar = to_have(page, "Omar Haddad")
    expect(omar).to_contain_text("you owe The cutover plan, with the night shifts")
    expect(omar).to_contain_text("likely to stay quiet")
    omar.get_by_text("why?").click()
    expect(omar).to_contain_text("The agreed rhythm has passed")

    omar.get_by_role("link", name="Omar Haddad", exact=True).click()
    page.get_by_role("link", name="Briefing").click()
    expect(page.get_by_role("heading", name="What to ask")).to_be_visible()
    page.get_by_role("button", name="Print").click()

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Today").click()
    omar.get_by_role("link", name="Log it with Omar Haddad").click()
    dialog = page.get_by_role("dialog", name="Log a conversation")
    dialog.get_by_label("About what").fill("Called about the night shifts")
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(omar).to_have_count(0)


def to_have(page, name):
    """Return the card of the conversation to have with `name`."""
    region = page.get_by_role("region", name="Conversations to have")
    return region.get_by_role("article", name=name)


@pytest.mark.parametrize("stays", [True, False])
def test_the_keyboard_goes_on_where_today_is_drawn_anew(page, sign_in, stays):
    dana = make.colleague("Dana Levi")
    sign_in(make.user("member", "dana", stakeholder=dana))
    omar = make.person("Omar Haddad", cadence_days=7, counterpart=dana, criticality=3)
    today = timezone.localdate()
    make.conversation(dana, omar, on=today - timedelta(30))
    make.promise(dana, omar, due_on=today - timedelta(3))
    rebuild()
    page.goto("/today/")
    link = page.get_by_role("link", name="Log it with Omar Haddad")
    link.focus()
    page.evaluate("document.querySelector('#today').dataset.drawn = 'before'")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Log a conversation")
    if stays:  # a conversation of last week keeps no promise
        dialog.get_by_text("Say more", exact=True).click()
        dialog.get_by_label("Day").fill(f"{today - timedelta(9):%Y-%m-%d}")
    dialog.get_by_label("About what").fill("Called about the night shifts")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(page.locator("#today:not([data-drawn])")).to_be_visible()
    expect(link).to_have_count(1 if stays else 0)
    expect(link if stays else page.locator("#today")).to_be_focused()
