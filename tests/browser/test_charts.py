"""Charts: the table is the truth, the picture can be walked, and both outlive a swap."""

from playwright.sync_api import expect

from tests.records import make
from tests.rig.looks import assert_serves_everybody
from tests.rig.waiting import until

QUADRANTS = "relmap-chart[data-kind=quadrants]"


def placed(name, interest, influence):
    """Add somebody who cares and decides that much, from 1 to 5."""
    return make.person(name, interest=interest, influence=influence)


def test_a_chart_is_walked_follows_theme_paper_and_room_and_outlives_a_swap(page, sign_in):
    sign_in(make.user())
    omar = placed("Omar Haddad", 2, 5)
    placed("Priya Nair", 5, 4)
    page.goto("/dashboard/")
    chart = page.locator(QUADRANTS).first
    chart.scroll_into_view_if_needed()  # it is drawn once it is seen
    figure = chart.get_by_role("application")
    expect(figure.locator("[aria-hidden=true] svg")).to_have_count(1)

    figure.focus()
    page.keyboard.press("ArrowRight")
    expect(chart.get_by_role("status")).to_contain_text("Priya Nair")
    page.keyboard.press("ArrowRight")
    expect(chart.get_by_role("status")).to_contain_text("Omar Haddad")

    light = figure.locator("svg text").first.get_attribute("fill")
    page.emulate_media(color_scheme="dark")
    expect(figure.locator("svg text").first).not_to_have_attribute("fill", light)

    dark = figure.locator("svg text").first.get_attribute("fill")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(figure.locator("svg text").first).to_have_attribute("fill", light)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(figure.locator("svg text").first).to_have_attribute("fill", dark)

    page.set_viewport_size({"width": 390, "height": 844})
    until(page, f"document.querySelector('{QUADRANTS} svg').clientWidth < 390")

    chart.evaluate("chart => { chart.id = 'before'; }")
    page.evaluate("htmx.trigger(document.body, 'conversation-logged')")
    until(page, "document.querySelector('#before') === null")
    chart.scroll_into_view_if_needed()
    expect(figure.locator("[aria-hidden=true] svg")).to_have_count(1)
    assert_serves_everybody(page)

    figure.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/people/{omar.pk}/")
