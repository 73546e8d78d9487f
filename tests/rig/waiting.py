"""Waiting in a page for what no locator can see."""

from playwright.sync_api import Page

# Playwright's own wait evaluates a string inside the page, which our strict CSP refuses.
WATCH = """() => new Promise((done, fail) => {{
  const patience = setTimeout(() => fail(new Error("in vain: {0}")), 60_000);
  const look = () => {{
    if (!({0})) return requestAnimationFrame(look);
    clearTimeout(patience);
    return done();
  }};
  look();
}})"""


def until(page: Page, condition: str) -> None:
    """Return once the JavaScript `condition` holds in `page`; give up after a minute."""
    page.evaluate(WATCH.format(condition.replace('"', "'")))
