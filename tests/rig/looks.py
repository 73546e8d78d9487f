"""The ways every page is looked at, and the check that everybody can use it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

AXE = Path("node_modules/axe-core/axe.min.js")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Two frames and every transition later, no colour is on its way to another scheme. Ended
# by hand: Chromium draws nothing for what is out of sight, and never says it is done.
SETTLED = """async () => {
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  const ends = (one) => one.effect.getComputedTiming().endTime < Infinity;
  for (let round = 0; round < 20; round++) {
    const moving = document.getAnimations().filter(ends);
    if (!moving.length) return;
    for (const one of moving) one.finish();
  }
  throw new Error("still on its way to another colour");
}"""


@dataclass(frozen=True)
class Look:
    """A colour scheme on a screen of `width` by `height` CSS pixels."""

    scheme: Literal["light", "dark"]
    width: int
    height: int

    def __str__(self) -> str:
        """Return the name a test shows."""
        return f"{self.scheme}-{self.width}"

    def wear(self, page: Page) -> None:
        """Show `page` this way from now on."""
        page.set_viewport_size({"width": self.width, "height": self.height})
        # Without motion: colours that are still on their way fail every contrast.
        page.emulate_media(color_scheme=self.scheme, reduced_motion="reduce")


# Each scheme and each width once: colours do not depend on the width.
LOOKS = [Look("light", 1440, 900), Look("dark", 390, 844)]


@cache
def axe() -> str:
    """Return axe-core's source."""
    return AXE.read_text()


def findings(page: Page) -> list[str]:
    """Return what axe-core finds wrong with `page`, one sentence for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    options = {
        "runOnly": {"type": "tag", "values": STANDARDS},
        "preload": False,
        "resultTypes": ["violations"],  # of the rest nothing is written down
    }
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {rule['help']}: {node['html']} ({node['failureSummary']})"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def assert_accessible(page: Page) -> None:
    """Fail unless `page` meets WCAG 2.2 AA and axe's best practice."""
    found = findings(page)
    assert not found, "\n".join(found)


def assert_fits(page: Page) -> None:
    """Fail if `page` is wider than its screen."""
    wider = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen"


def assert_serves_everybody(page: Page) -> None:
    """Fail unless `page` fits and everybody can use it, light and dark, wide and narrow."""
    for look in LOOKS:
        look.wear(page)
        page.evaluate("() => scrollTo(0, 0)")  # nothing then hides under what floats
        page.evaluate(SETTLED)
        assert_fits(page)
        assert_accessible(page)
