"""The map in Chromium, and the same people and ties in cytoscape beside it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

CYTOSCAPE = Path("node_modules/cytoscape/dist/cytoscape.min.js")
FRAMES = 12

PAGE = Path(__file__).with_suffix(".js").read_text().rstrip().removesuffix(";")


def asked(page: Page, name: str, given: Any = None) -> Any:
    """Return what the function `name` of map_browser.js finds in `page`."""
    return page.evaluate(f"(given) => {PAGE[PAGE.index('(') :]}.{name}(given)", given)


def measure(page: Page, *, beside: bool) -> dict[str, Any]:
    """Return milliseconds from click to drawn, and of a pan's frame; also of cytoscape."""
    page.goto("/people/")
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_selector("relationship-map", state="attached")
    opened = asked(page, "drawn")
    figures = {
        "click to drawn, ms": round(opened["drawn"]),
        "of it rendering by software": round(opened["drawn"] - opened["handed"]),
    }
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
