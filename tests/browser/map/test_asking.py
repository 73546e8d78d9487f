"""Asking the map in Chromium: filters, centre, ways, groups, time, saved views, files."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.map.mapping import click, opened, panel, says, stage
from tests.rig.looks import assert_serves_everybody
from tests.rig.waiting import until

SHOWN = """() => {
  const { scene, data } = document.querySelector("relationship-map").drawing;
  return data.people.name.filter((_, row) => scene.stays[row]).sort();
}"""
OMAR = "document.querySelector('relationship-map').data.people.x[1]"
TIES = """() => {
  const { scene } = document.querySelector("relationship-map").drawing;
  return scene.drawn.filter(Boolean).length;
}"""


def more(page):
    """Unfold the filters that fold away."""
    page.locator(".map-more summary").click()


@pytest.mark.django_db  # one test of a run must say so, or there is no database
def test_each_thing_to_show_keeps_its_own(at_map):
    everybody = ["Dana Levi", "Nils Night", "Omar Haddad", "Vera Bold"]
    shown = {
        "across": ["Nils Night", "Omar Haddad"],
        "one_sided": everybody,
        "cooling": [],
        "threads": everybody,
        "brokers": ["Omar Haddad"],
    }
    for show, names in shown.items():
        at_map.get_by_label("Show").select_option(show)
        expect(says(at_map)).to_contain_text(f"{len(names) or 'None'} of 5 people match")
        assert at_map.evaluate(SHOWN) == names, show
        expect(at_map).to_have_url(re.compile(rf"\?show={show}$"))


def test_each_filter_that_folds_away_keeps_its_own(at_map, cast):
    more(at_map)
    for label, value, match in [
        ("Unit", "Operations", 1),
        ("Our counterpart", "Dana Levi", 1),
        ("Ties that are", "Strained", "None"),
        ("Channel", "Mail", 2),
        ("Formal or informal", "Formal", "None"),
    ]:
        field = at_map.get_by_label(label, exact=True)
        field.select_option(label=value)
        expect(says(at_map)).to_contain_text(f"{match} of 5 people match")
        field.select_option(index=0)
        expect(says(at_map)).to_contain_text("Everybody is shown")


def test_words_and_days_keep_those_who_spoke_so(at_map):
    more(at_map)
    at_map.get_by_label("About", exact=True).fill("cutover")
    expect(says(at_map)).to_contain_text("2 of 5 people match")
    at_map.get_by_label("Spoke from").fill(timezone.localdate().isoformat())
    expect(says(at_map)).to_contain_text("None of 5 people match")
    at_map.get_by_role("button", name="Everybody again").click()
    expect(says(at_map)).to_contain_text("Everybody is shown")
    expect(at_map.get_by_label("About", exact=True)).to_have_value("")
    expect(at_map.get_by_role("button", name="Everybody again")).to_be_hidden()
    assert at_map.evaluate("document.activeElement !== document.body")


def test_a_score_is_asked_for_by_its_bounds(at_map):
    more(at_map)
    for score, match in [
        ("Chance of silence from", "None"),
        ("Trust from", "None"),
        ("Contact-days a month to", 4),
    ]:
        at_map.get_by_label(score).fill("0.99" if match == "None" else "31")
        expect(says(at_map)).to_contain_text(f"{match} of 5 people match")
        at_map.get_by_label(score).fill("")
        expect(says(at_map)).to_contain_text("Everybody is shown")


def test_somebody_is_put_in_the_centre_and_back(at_map):
    click(at_map, "Vera Bold")
    panel(at_map).get_by_role("button", name="In the centre").click()
    expect(says(at_map)).to_contain_text("2 of 5 people match")
    at_map.get_by_label("Around").select_option("2")
    expect(says(at_map)).to_contain_text("3 of 5 people match")
    at_map.get_by_role("button", name="Everybody again").click()
    expect(says(at_map)).to_contain_text("Everybody is shown")


def test_the_way_to_another_tells_who_introduces(at_map):
    click(at_map, "Dana Levi")
    panel(at_map).get_by_role("button", name="Way to another").click()
    expect(says(at_map)).to_contain_text("choose whom to reach")
    click(at_map, "Nils Night")
    expect(panel(at_map)).to_contain_text("From Dana Levi to Nils Night")
    expect(panel(at_map).locator(".map-way li")).to_have_count(2)
    assert len(at_map.evaluate("document.querySelector('relationship-map').way")) == 3


def test_the_way_can_be_asked_for_by_keyboard_alone(at_map):
    click(at_map, "Dana Levi")
    panel(at_map).get_by_role("button", name="Way to another").press("Enter")
    at_map.keyboard.press("/")
    at_map.keyboard.type("nils")
    at_map.keyboard.press("Enter")
    at_map.keyboard.press("Enter")
    expect(panel(at_map)).to_contain_text("From Dana Levi to Nils Night")


def test_shift_and_a_click_gather_a_group(at_map, cast):
    for name in ("Dana Levi", "Nils Night"):
        click(at_map, name, modifiers=["Shift"])
    expect(panel(at_map)).to_contain_text("A group of 2 people")
    expect(panel(at_map)).to_contain_text("0 of 1 there could be")
    expect(panel(at_map)).to_contain_text("Night shift (1)")
    expect(panel(at_map)).to_contain_text("Omar Haddad could introduce them")
    expect(at_map).to_have_url(re.compile(rf"\?group={cast[0].pk}-{cast[4].pk}$"))


def test_a_line_drawn_around_everybody_gathers_them(at_map):
    at_map.get_by_role("button", name="Group").click()
    box = stage(at_map).bounding_box()
    left, top = box["x"] + 4, box["y"] + 4
    right, bottom = left + box["width"] - 8, top + box["height"] - 8
    at_map.mouse.move(left, top)
    at_map.mouse.down()
    for x, y in ((right, top), (right, bottom), (left, bottom), (left, top)):
        at_map.mouse.move(x, y)
    at_map.mouse.up()
    expect(panel(at_map)).to_contain_text(re.compile(r"A group of [45] people"))


def test_a_group_is_gathered_by_keyboard(at_map):
    stage(at_map).focus()
    at_map.keyboard.press("Enter")
    at_map.keyboard.press("Shift+Enter")
    expect(panel(at_map)).to_contain_text("A group of 1 person")


def test_the_slider_shows_a_day_gone_by_and_the_address_says_it(at_map):
    at_map.get_by_label("Weeks before now").fill("-30")
    then = timezone.localdate() - timedelta(weeks=30)
    expect(says(at_map)).to_contain_text(f"As it was on {then}")
    expect(at_map).to_have_url(re.compile(rf"\?on={then}$"))
    assert at_map.evaluate(TIES) == 0


def test_play_runs_up_to_now(at_map):
    at_map.get_by_label("Weeks before now").fill("-2")
    at_map.get_by_role("button", name="Play").click()
    expect(at_map.locator(".map-time output")).to_have_text("As it is now")
    expect(at_map.get_by_role("button", name="Play")).to_be_visible()
    assert at_map.evaluate(TIES) == 3


def test_now_is_compared_with_three_months_ago(at_map):
    at_map.get_by_role("button", name="Compare with three months ago").click()
    expect(at_map.locator(".legend")).to_contain_text("new since then")
    expect(at_map).to_have_url(re.compile(r"\?colour=change$"))


@pytest.mark.parametrize(
    ("nodes", "words"),
    [("health", "Unknown"), ("engagement", "Supportive"), ("unit", "Operations")],
)
def test_people_are_coloured_as_asked_and_the_legend_says_so(at_map, nodes, words):
    at_map.get_by_label("People by").select_option(nodes)
    expect(at_map.locator(".legend")).to_contain_text(words)


@pytest.mark.parametrize("by", ["Unit", "Layer"])
def test_a_unit_or_a_layer_is_pulled_together_and_let_go(at_map, by):
    before = at_map.evaluate(OMAR)
    at_map.get_by_label("Together by").select_option(by)
    expect(at_map).to_have_url(re.compile(rf"\?together={by.lower()}$"))
    until(at_map, f"{OMAR} !== {before}")
    at_map.get_by_label("Together by").select_option("Ties")
    until(at_map, f"{OMAR} === {before}")


def test_a_larger_dot_is_a_more_central_person(at_map):
    at_map.get_by_label("Size by").select_option("central")
    expect(at_map.locator(".legend")).to_contain_text("more central")


def test_a_view_is_saved_and_opened_by_its_link(page):
    opened(page, "/map/?layer=vendor")
    page.locator(".map-tools summary", has_text="Views").click()
    page.get_by_label("Save this view as").fill("Vendors")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved: Vendors")).to_be_visible()
    opened(page)
    page.locator(".map-tools summary", has_text="Views").click()
    page.get_by_role("link", name="Vendors").click()
    expect(says(page)).to_contain_text("1 of 5 people match")


@pytest.mark.parametrize(
    ("kind", "start"), [("Picture (PNG)", b"\x89PNG"), ("Drawing (SVG)", b"<svg")]
)
def test_the_picture_is_saved_as_a_file(at_map, kind, start):
    at_map.locator(".map-tools summary", has_text="Take out").click()
    with at_map.expect_download() as coming:
        at_map.get_by_role("button", name=kind).click()
    picture = coming.value.path().read_bytes()
    assert picture.startswith(start)
    if start == b"<svg":
        told = picture.decode()
        assert "Map of relationships" in told
        assert "Omar Haddad" in told
        assert f"As of {timezone.localdate():%-d %B %Y}" in told
        assert "Business peer" in told


@pytest.mark.parametrize("kind", ["CSV", "GraphML", "GEXF", "Kumu"])
def test_what_is_taken_out_is_what_is_asked(at_map, kind):
    at_map.get_by_label("Layer").select_option("vendor")
    at_map.locator(".map-tools summary", has_text="Take out").click()
    with at_map.expect_download() as coming:
        at_map.get_by_role("link", name=kind).click()
    assert b"Vera Bold" in coming.value.path().read_bytes()
    assert b"Nils Night" not in coming.value.path().read_bytes()


def test_everybody_can_use_what_unfolds(page, cast):
    opened(page, f"/map/?group={cast[0].pk}-{cast[1].pk}-{cast[4].pk}")
    more(page)
    assert_serves_everybody(page)


def test_everybody_can_use_the_units(page):
    page.goto("/units/")
    assert_serves_everybody(page)
