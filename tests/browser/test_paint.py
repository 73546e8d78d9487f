"""The first paint comes at once and nothing jumps after it, as the browser itself says."""

import pytest
from django.utils import timezone

from stakeholders import example
from stakeholders.models import Stakeholder, User

pytestmark = pytest.mark.django_db(transaction=True)
LATEST, FURTHEST = 1_000, 0.05  # milliseconds; score of the browser's layout shift
TRIES = 3  # a machine that is busy elsewhere is slow now and then, a slow page every time

# What moves within half a second of a click was asked for: Chromium marks it.
MEASURED = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) moved += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  const [first] = performance.getEntriesByName("first-contentful-paint");
  scrollBy(0, innerHeight); // what is drawn once it is seen has its room
  setTimeout(() => done({ first: first.startTime, moved }), 500);
})"""


def test_pages_paint_within_a_second_and_do_not_jump(page, sign_in):
    example.load(today=timezone.localdate())
    sign_in(User.objects.get(username="leader"))
    page.set_viewport_size({"width": 1440, "height": 900})
    omar = Stakeholder.objects.get(name="Omar Haddad").pk
    found = {
        address: measured(page, address)
        for address in ("/today/", "/dashboard/", f"/people/{omar}/", "/people/", "/map/")
    }
    slow = {address: one for address, one in found.items() if not good(one)}
    assert not slow, found


def good(one):
    """Return whether a page was painted early enough and stood still."""
    return one["first"] < LATEST and one["moved"] <= FURTHEST


def measured(page, address):
    """Return when `address` was first painted and how far it moved, the best of a few."""
    tries = []
    for _ in range(TRIES):
        page.goto(address, wait_until="networkidle")
        tries.append(page.evaluate(MEASURED))
        if good(tries[-1]):
            break
    return min(tries, key=lambda one: (one["moved"] > FURTHEST, one["first"]))
