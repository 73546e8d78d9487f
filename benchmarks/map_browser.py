"""The map in Chromium, and the same people and ties in cytoscape beside it."""

from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, Page

CYTOSCAPE = Path("node_modules/cytoscape/dist/cytoscape.min.js")
FRAMES = 12
VISITS = 5  # after the first, which brings the libraries along

PAGE = Path(__file__).with_suffix(".js").read_text().rstrip().removesuffix(";")
ALL = PAGE[PAGE.index("(") :]


def watched(context: BrowserContext) -> Page:
    """Return a page that notes itself when its map is drawn."""
    context.add_init_script(f"{ALL}.watch()")
    return context.new_page()


def asked(page: Page, name: str, given: Any = None) -> Any:
    """Return what the function `name` of map_browser.js finds in `page`."""
    return page.evaluate(f"(given) => {ALL}.{name}(given)", given)


def measure(page: Page, *, beside: bool) -> dict[str, Any]:
    """Return milliseconds from click to drawn, and of a pan's frame; also of cytoscape."""
    first, *then = (visit(page) for _ in range(1 + VISITS))
    figures = {"first click to drawn, ms": round(first["drawn"])}
    figures["of it rendering by software"] = round(first["drawn"] - first["handed"])
    figures["click to drawn, ms"] = round(median(one["drawn"] for one in then))
    rendered = [one["drawn"] - one["handed"] for one in then]
    figures["then rendering by software"] = round(median(rendered))
    figures["then all else"] = round(median(one["handed"] for one in then))
    for words, ratio in (("all in view", 1.0), ("come closer", 0.3)):
        page.evaluate(
            "(ratio) => document.querySelector('relationship-map').drawing.sigma"
            ".getCamera().setState({ ratio })",
            ratio,
        )
        pan = asked(page, "pan", FRAMES)
        figures[f"pan, {words}, ms a frame"] = round(pan["frame"], 1)
        figures[f"pan, {words}, of it scripts"] = round(pan["scripts"], 1)
    if beside:
        network = asked(page, "network")
        page.goto("about:blank")
        page.evaluate(CYTOSCAPE.read_text())
        other = asked(page, "cytoscape", {**network, "frames": FRAMES})
        figures["cytoscape: elements to drawn, ms"] = round(other["drawn"])
        figures["cytoscape: pan, ms a frame"] = round(other["frame"], 1)
    return figures


def visit(page: Page) -> dict[str, float]:
    """Return when the map was handed over and drawn, in milliseconds since the click."""
    page.goto("/people/")
    page.wait_for_load_state("networkidle")  # nothing of the last map is drawn any more
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_selector("relationship-map", state="attached")
    found: dict[str, float] = asked(page, "drawn")
    return found
