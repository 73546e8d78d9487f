"""Where a person forces colours, those that are what is told still differ."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders import example
from stakeholders.models import User

pytestmark = pytest.mark.django_db(transaction=True)

# What the map draws in, and what stands for it in the legend.
INKS = """async () => {
  const { resolve, TOKENS } = await import("/static/js/map/colours.js");
  return Object.values(resolve(document.body, TOKENS));
}"""
FILLS = "all => [...new Set(all.map(one => one.getAttribute('fill')))]"
DOTS = "all => [...new Set(all.map(one => getComputedStyle(one).backgroundColor))]"


@pytest.fixture
def forced(page, sign_in):
    """Return a page whose reader forces colours."""
    example.load(today=timezone.localdate())
    sign_in(User.objects.get(username="leader"))
    page.emulate_media(forced_colors="active")
    return page


def test_the_layers_on_the_map_differ(forced):
    forced.goto("/map/")
    dots = forced.locator(".legend .swatch.dot")
    expect(dots.first).to_be_visible()
    assert len(dots.evaluate_all(DOTS)) == dots.count() > 3
    assert len(set(forced.evaluate(INKS))) > 10


def test_the_bars_of_a_chart_differ(forced):
    forced.goto("/dashboard/")
    chart = forced.locator("relmap-chart").first
    chart.scroll_into_view_if_needed()
    paths = chart.locator("svg path[fill^=rgb], svg path[fill^='#']")
    expect(paths.first).to_be_attached()
    assert len(paths.evaluate_all(FILLS)) > 2
