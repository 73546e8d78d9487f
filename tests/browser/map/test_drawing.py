"""The map in Chromium: by mouse, by keyboard, in both themes, and where it cannot be."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders.models import Stakeholder
from stakeholders.standings import fold
from tests.browser.map.mapping import AT, click, opened, panel, says, stage
from tests.records import make
from tests.rig.looks import assert_accessible, assert_serves_everybody
from tests.rig.waiting import until

CAMERA = "document.querySelector('relationship-map').drawing.sigma.getCamera()"
NEAR = f"{CAMERA}.ratio"


@pytest.mark.django_db  # one test of a run must say so, or there is no database
def test_everybody_is_drawn(at_map):
    assert at_map.locator("relationship-map").get_attribute("data-drawn") == "5"
    expect(says(at_map)).to_have_text("Everybody is shown: 5 people.")


def test_all_that_the_page_imports_is_asked_for_at_once(page):
    opened(page)
    fetched = page.evaluate(
        """() => performance.getEntriesByType("resource").map((one) => one.name)
          .filter((name) => name.endsWith(".js"))"""
    )
    announced = page.evaluate(
        """() => [...document.querySelectorAll("link[rel=modulepreload], script")]
          .map((one) => one.href || one.src)"""
    )
    assert len(fetched) > 30
    assert sorted(fetched) == sorted(set(announced))  # what two scripts share comes once


def test_the_picture_has_the_colour_of_the_layers(at_map):
    x, y = at_map.evaluate(AT, ["Omar Haddad"])
    pixel = at_map.evaluate(
        """([x, y]) => {
          const canvas = document.querySelector("canvas.sigma-nodes");
          const copy = document.createElement("canvas");
          copy.width = copy.height = 1;
          const brush = copy.getContext("2d");
          document.querySelector("relationship-map").drawing.sigma.render();
          brush.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
          return [...brush.getImageData(0, 0, 1, 1).data];
        }""",
        [x, y],
    )
    assert pixel == pytest.approx([15, 111, 121, 255], abs=3)


def test_what_stands_out_is_written_beside_the_picture_and_leads_there(at_map):
    beside = at_map.locator(".map-outstanding")
    for words in ("At the centre", "Dana Levi", "One-sided", "Omar Haddad to Nils Night"):
        expect(beside).to_contain_text(words)
    assert_accessible(at_map)
    beside.get_by_role("link", name="Dana Levi to Vera Bold").click()
    expect(panel(at_map)).to_contain_text("Dana Levi and Vera Bold")
    expect(beside).to_be_hidden()


def test_a_click_tells_how_somebody_is_why_and_what_is_next(at_map):
    click(at_map, "Omar Haddad")
    beside = panel(at_map)
    expect(beside.get_by_role("heading", name="Omar Haddad")).to_be_visible()
    beside.get_by_text("why?").click()
    expect(beside.get_by_role("listitem").first).to_be_visible()
    for words in ("How we are", "Next", "Send the cutover plan", "Closest to"):
        expect(beside).to_contain_text(words)
    last = beside.get_by_role("link", name=re.compile("^(Cutover|Spoke about)"))
    expect(last).to_have_count(3)


def test_two_quick_clicks_choose_twice_and_stay_as_near(at_map):
    box = stage(at_map).bounding_box()
    spots = [at_map.evaluate(AT, [name]) for name in ("Dana Levi", "Omar Haddad")]
    for x, y in spots:
        at_map.mouse.click(box["x"] + x, box["y"] + y)
    expect(panel(at_map).get_by_role("heading", name="Omar Haddad")).to_be_visible()
    assert at_map.evaluate(NEAR) == 1


def test_the_choice_is_in_the_address(at_map, cast):
    click(at_map, "Omar Haddad")
    expect(at_map).to_have_url(re.compile(rf"\?who={cast[1].pk}$"))


def test_the_back_button_takes_a_choice_back(at_map):
    click(at_map, "Omar Haddad")
    expect(panel(at_map).get_by_role("heading", name="Omar Haddad")).to_be_visible()
    at_map.go_back()
    expect(panel(at_map)).to_contain_text("Choose a person or a tie")


def test_a_link_opens_the_same_view(page, cast):
    then = (timezone.localdate() - timedelta(weeks=1)).isoformat()
    said = {
        **{"q": "o", "unit": f"{cast[1].roles.get().unit_id}", "band": "unknown"},
        **{"counterpart": f"{cast[0].pk}", "strength_to": "31", "channel": "mail"},
        **{"centre": f"{cast[1].pk}", "steps": "2", "on": then, "colour": "balance"},
        **{"nodes": "unit", "size": "influence", "who": f"{cast[2].pk}"},
    }
    opened(page, f"/map/?{urlencode(said)}")
    expect(page.get_by_label("Ties by")).to_have_value("balance")
    expect(page.get_by_label("Our counterpart")).to_have_value(f"{cast[0].pk}")
    expect(panel(page).get_by_role("heading", name="Vera Bold")).to_be_visible()
    view = page.evaluate("document.querySelector('relationship-map').view")
    assert {name: value for name, value in view.items() if value} == said


def test_a_click_on_a_tie_tells_both_directions(at_map):
    click(at_map, "Omar Haddad")
    panel(at_map).get_by_role("list").get_by_role("link", name="Dana Levi").click()
    expect(panel(at_map)).to_contain_text("Dana Levi and Omar Haddad")
    expect(panel(at_map).get_by_text("reached out")).to_have_count(2)


def test_the_panel_closes(at_map):
    click(at_map, "Omar Haddad")
    panel(at_map).get_by_role("button", name="Close").click()
    expect(panel(at_map)).to_contain_text("Choose a person or a tie")
    expect(stage(at_map)).to_be_focused()


def test_logging_starts_from_the_panel(at_map):
    click(at_map, "Omar Haddad")
    panel(at_map).get_by_role("link", name="Log now").click()
    dialog = at_map.get_by_role("dialog", name="Log a conversation")
    expect(dialog.get_by_role("button", name="Remove Omar Haddad")).to_be_visible()


def test_a_filter_is_in_the_address_and_says_how_many_match(at_map):
    at_map.get_by_label("Layer").select_option("vendor")
    expect(says(at_map)).to_contain_text("1 of 5 people match")
    expect(at_map).to_have_url(re.compile(r"\?layer=vendor$"))


def test_the_table_has_the_filters_of_the_map(at_map):
    at_map.get_by_label("Layer").select_option("vendor")
    at_map.get_by_role("link", name="Table").click()
    expect(at_map.get_by_role("rowheader")).to_have_text(["Vera Bold"])


def test_the_legend_explains_what_is_in_use_and_nothing_else(at_map):
    at_map.get_by_label("Ties by").select_option("balance")
    legend = at_map.locator(".legend")
    expect(legend).to_contain_text("one-sided: only one reaches out")
    expect(legend).not_to_contain_text("Shareholder")
    expect(legend).not_to_contain_text("trust")


def test_it_can_be_walked_by_keyboard_alone(at_map, cast):
    stage(at_map).focus()
    at_map.keyboard.press("Enter")
    expect(says(at_map)).to_contain_text("Dana Levi, Our team. 2 ties")
    to_omar = at_map.evaluate(
        """() => {
          const { x, y } = document.querySelector("relationship-map").data.people;
          const [right, up] = [x[1] - x[0], y[1] - y[0]];
          if (Math.abs(right) > Math.abs(up)) return right > 0 ? "ArrowRight" : "ArrowLeft";
          return up > 0 ? "ArrowUp" : "ArrowDown";
        }"""
    )
    at_map.keyboard.press(to_omar)
    expect(says(at_map)).to_contain_text("Omar Haddad, Business peer, Operations. 2 ties:")
    at_map.keyboard.press("Enter")
    expect(panel(at_map).get_by_role("heading", name="Omar Haddad")).to_be_visible()
    at_map.keyboard.press("Escape")
    expect(panel(at_map)).to_contain_text("Choose a person or a tie")


def test_slash_searches_and_enter_leads_to_who_was_found(at_map):
    stage(at_map).focus()
    at_map.keyboard.press("/")
    at_map.keyboard.type("VÉRA")
    at_map.keyboard.press("Enter")
    expect(says(at_map)).to_contain_text("Vera Bold, Vendor. 1 tie")
    expect(stage(at_map)).to_be_focused()


def test_whoever_wants_less_motion_is_there_at_once(at_map):
    asked = f"() => {{ document.querySelector('[data-zoom=in]').click(); return {NEAR} }}"
    assert at_map.evaluate(asked) == pytest.approx(1, abs=0.01)  # on its way
    until(at_map, f"!{CAMERA}.isAnimated()")  # arrived: nothing moves it any more
    at_map.emulate_media(reduced_motion="reduce")
    at_map.get_by_role("button", name="All").click()
    assert at_map.evaluate(asked) == pytest.approx(1 / 1.5)
    at_map.emulate_media(reduced_motion="no-preference")


def test_tab_leaves_the_map(at_map):
    stage(at_map).focus()
    at_map.keyboard.press("Tab")
    expect(at_map.get_by_role("button", name="Group")).to_be_focused()


def test_it_is_drawn_anew_in_another_theme(at_map):
    ink = "document.querySelector('relationship-map').drawing.palette.ink"
    light = at_map.evaluate(ink)
    at_map.emulate_media(color_scheme="dark")
    until(at_map, f"{ink} !== '{light}'")
    at_map.emulate_media(color_scheme="light")


def test_it_goes_with_the_size_of_the_window(at_map):
    at_map.set_viewport_size({"width": 700, "height": 700})
    wide = "document.querySelector('{}').offsetWidth"
    canvas, room = wide.format(".sigma-mouse"), wide.format(".stage")
    until(at_map, f"{canvas} === {room} && {room} <= 700")


def test_it_may_be_taken_off_the_page_and_put_back(at_map):
    at_map.evaluate(
        """() => {
          const map = document.querySelector("relationship-map");
          const main = map.parentElement;
          delete map.dataset.drawn;
          map.remove();
          main.append(map);
        }"""
    )
    expect(at_map.locator("relationship-map[data-drawn='5']")).to_be_attached()
    assert at_map.locator(".stage canvas.sigma-mouse").count() == 1


def test_names_of_any_kind_are_drawn_and_told(page, cast):
    odd = ["<img src=x onerror=alert(1)>", "דנה לוי", "x" * 200, " "]
    for name in odd:
        make.conversation(cast[0], make.person(name))
    fold(Stakeholder.objects.values_list("pk", flat=True))
    opened(page)
    assert page.locator("relationship-map").get_attribute("data-drawn") == "9"
    assert page.locator("img[src='x']").count() == 0
    Stakeholder.objects.filter(name__in=odd).archive()


def test_without_webgl_the_table_opens_with_one_sentence(page, quiet):
    quiet.expect("The map cannot be drawn here")
    page.add_init_script(
        """const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return kind.includes("webgl") ? null : real.call(this, kind, ...rest);
        };"""
    )
    page.goto("/map/?layer=vendor")
    expect(page.get_by_text("Your browser cannot draw the map")).to_be_visible()
    expect(page.get_by_role("rowheader")).to_have_text(["Vera Bold"])


def test_without_scripts_the_table_opens(browser, room, site):
    plain = browser.new_context(java_script_enabled=False, base_url=site.url)
    plain.add_cookies(room.cookies())
    page = plain.new_page()
    page.goto("/map/")
    expect(page.get_by_text("The map needs JavaScript")).to_be_visible()
    expect(page.get_by_role("rowheader")).to_have_count(5)
    plain.close()


def test_everybody_can_use_the_picture(page, cast):
    assert_serves_everybody(opened(page, f"/map/?who={cast[1].pk}"))


@pytest.mark.parametrize("of", ["", "ties"])
def test_everybody_can_use_the_table(page, cast, of):
    page.goto(f"/map/?view=table&of={of}")
    assert_serves_everybody(page)
