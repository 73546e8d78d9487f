"""The story of Today: find who is going cold, read why, log the call, see them leave."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders import example
from stakeholders.models import Interaction, User
from tests.rig.looks import LOOKS, assert_accessible, assert_fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_leader_finds_the_sponsor_going_cold_and_calls(page, sign_in, look):
    example.load(today=timezone.localdate())
    sign_in(User.objects.get(username="leader"))
    look.wear(page)
    page.goto("/")
    to_have = page.get_by_role("region", name="Conversations to have")
    omar = to_have.get_by_role("article", name="Omar Haddad")
    expect(omar).to_contain_text("you owe The cutover plan, with the night shifts")
    expect(omar).to_contain_text("likely to stay quiet")
    omar.get_by_text("why?").click()
    expect(omar).to_contain_text("The agreed rhythm has passed")
    assert_accessible(page)
    assert_fits(page)

    omar.get_by_role("link", name="Log it with Omar Haddad").click()
    dialog = page.get_by_role("dialog", name="Log a conversation")
    dialog.get_by_label("About what").fill("Called about the night shifts")
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(omar).to_have_count(0)
    assert Interaction.objects.newest_first()[0].people.count() == 2

    marta = to_have.get_by_role("article", name="Marta Kovac")
    marta.get_by_text("Plan it").click()
    assert_accessible(page)
    assert_fits(page)
    marta.get_by_role("button", name="Plan", exact=True).click()
    planned = page.get_by_role("region", name="Planned")
    expect(planned.get_by_role("link", name="Marta Kovac", exact=True)).to_be_visible()
    expect(marta).to_have_count(0)

    priya = to_have.get_by_role("article", name="Priya Nair")
    priya.get_by_text("Not now").click()
    priya.get_by_role("button", name="Not for a week").click()
    expect(priya).to_have_count(0)
