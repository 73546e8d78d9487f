"""What tests do at the map."""

from playwright.sync_api import expect

AT = """([name]) => {
  const { drawing, data } = document.querySelector("relationship-map");
  return drawing.spot(data.people.name.indexOf(name));
}"""


def opened(page, address="/map/"):
    """Return `page` at `address` once everybody is drawn."""
    page.goto(address)
    expect(page.locator("relationship-map[data-drawn]")).to_be_attached()
    return page


def panel(page):
    """Return what stands beside the map."""
    return page.locator("#map-panel")


def says(page):
    """Return the line that tells what the map shows."""
    return page.locator(".map-says")


def stage(page):
    """Return the drawing."""
    return page.get_by_role("application", name="Map of relationships")


def click(page, name, **more):
    """Click the dot of the person called `name`."""
    x, y = page.evaluate(AT, [name])
    stage(page).click(position={"x": x, "y": y}, **more)
