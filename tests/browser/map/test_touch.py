"""The map under fingers: taps, drags and pinches as a touch screen sends them."""

import pytest
from playwright.sync_api import expect

from tests.browser.map.mapping import AT, panel, says, stage
from tests.rig.waiting import until

CAMERA = "document.querySelector('relationship-map').drawing.sigma.getCamera()"

CHOOSE = """() => {
  const map = document.querySelector("relationship-map");
  const { id, name } = map.data.people;
  map.choose({ who: String(id[name.indexOf("Omar Haddad")]) });
}"""


@pytest.fixture
def fingers(at_map):
    """Return a function that puts fingers at some places in turn, then lifts them."""
    hand = at_map.context.new_cdp_session(at_map)
    box = stage(at_map).bounding_box()

    def touch(*places):
        for number, place in enumerate(places):
            points = [{"x": box["x"] + x, "y": box["y"] + y} for x, y in place]
            kind = "touchMove" if number else "touchStart"
            hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    yield touch
    hand.detach()


def test_a_tap_opens_a_person(at_map, fingers):
    fingers([at_map.evaluate(AT, ["Omar Haddad"])])
    expect(panel(at_map).get_by_role("heading", name="Omar Haddad")).to_be_visible()


def test_on_a_phone_what_is_told_of_them_comes_into_sight(at_map):
    wide = at_map.viewport_size
    at_map.set_viewport_size({"width": 390, "height": 844})
    until(at_map, f"!{CAMERA}.isAnimated()")
    at_map.evaluate("scrollTo(0, 0)")
    at_map.evaluate(CHOOSE)
    head = panel(at_map).get_by_role("heading", name="Omar Haddad")
    expect(head).to_be_in_viewport()
    expect(stage(at_map)).to_be_in_viewport()
    at_map.set_viewport_size(wide)


@pytest.mark.django_db  # one test of a run must say so, or there is no database
def test_a_finger_moves_the_picture(at_map, fingers):
    before = at_map.evaluate(AT, ["Omar Haddad"])
    fingers([(300, 200)], [(340, 230)], [(380, 260)])
    until(at_map, f"!{CAMERA}.isAnimated()")
    after = at_map.evaluate(AT, ["Omar Haddad"])
    assert after[0] - before[0] > 79
    assert after[1] - before[1] > 59
    expect(panel(at_map)).to_contain_text("Choose a person or a tie")


def test_two_fingers_apart_come_closer_and_together_step_back(at_map, fingers):
    fingers([(290, 200), (310, 200)], [(250, 200), (350, 200)], [(200, 200), (400, 200)])
    until(at_map, f"!{CAMERA}.isAnimated()")
    near = at_map.evaluate(f"{CAMERA}.ratio")
    assert near < 0.5
    fingers([(200, 200), (400, 200)], [(250, 200), (350, 200)])
    until(at_map, f"!{CAMERA}.isAnimated()")
    assert at_map.evaluate(f"{CAMERA}.ratio") > near


def test_taps_gather_a_group_and_a_finger_draws_around_one(at_map, fingers):
    at_map.get_by_role("button", name="Group").tap()
    expect(says(at_map)).to_contain_text("Tap people, or draw around them")
    for name in ("Dana Levi", "Nils Night"):
        fingers([at_map.evaluate(AT, [name])])
    expect(panel(at_map)).to_contain_text("A group of 2 people")
    box = stage(at_map).bounding_box()
    right, bottom = box["width"] - 4, box["height"] - 4
    corners = [(4, 4), (right, 4), (right, bottom), (4, bottom), (4, 4)]
    fingers(*([corner] for corner in corners))
    expect(panel(at_map)).to_contain_text("A group of 5 people")
    assert at_map.evaluate(f"{CAMERA}.ratio") == 1
