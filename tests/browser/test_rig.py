"""The rig itself: what a browser complains about is heard."""

import pytest

from tests.rig.looks import LOOKS, findings
from tests.rig.trouble import Trouble

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def heard(context, live_server):
    """Return a page and what is heard from it, which this once fails no test."""
    trouble = Trouble()
    trouble.watch(context)
    page = context.new_page()
    page.goto("/sign-in/")
    return page, trouble


@pytest.mark.parametrize(
    ("mischief", "event", "complaint"),
    [
        ("document.body.setAttribute('style', 'color: red')", "console", "Security Policy"),
        (
            "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"1\">')",
            "console",
            "Security Policy",
        ),
        (
            "document.body.append(Object.assign(new Image(), {src: '/no'}))",
            "console",
            "404",
        ),
        ("console.error('worn out')", "console", "console error: worn out"),
        ("setTimeout(() => { throw new Error('lost') })", "weberror", "page error: lost"),
    ],
    ids=["inline style", "inline script", "missing file", "console", "thrown error"],
)
def test_mischief_is_heard(heard, mischief, event, complaint):
    page, trouble = heard
    with page.context.expect_event(event):
        page.evaluate(f"() => {{ {mischief} }}")
    assert any(complaint in sentence for sentence in trouble.unexpected())


def test_what_is_expected_in_vain_is_said():
    trouble = Trouble(expected=["status of 422"])
    assert trouble.unexpected() == ["expected, but did not happen: status of 422"]


def test_axe_finds_what_is_wrong(heard):
    page, _ = heard
    page.evaluate("() => document.body.append(document.createElement('button'))")
    assert any(finding.startswith("button-name") for finding in findings(page))


def test_a_page_wears_every_look(heard):
    page, _ = heard
    worn = []
    for look in LOOKS:
        look.wear(page)
        dark = page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
        worn.append((dark, page.viewport_size["width"]))
    assert worn == [(False, 1440), (True, 390)]
