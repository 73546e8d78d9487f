"""The map of very many ties, of which none is in the database."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from stakeholders.views.map_columns import packed, places
from tests.browser.map.mapping import AT, opened, panel, stage

CROWD = 150  # people, everybody tied to everybody
NUMBERS = [
    *("layer", "unit", "influence", "engagement", "counterpart", "band", "community"),
    *("contact", "central", "broker"),
]
SCORES = ["trustThere", "trustBack", "silence", "strength", "quiet", "marks"]


def crowded(data, pair):
    """Return `data` with a crowd to the left, and two apart from it who know each other."""
    rows, low_high = np.arange(CROWD), np.triu_indices(CROWD, 1)
    ids = [*(one.pk for one in pair), *(10**6 + rows)]
    low, high = (
        np.insert(end + 2, 0, first) for end, first in zip(low_high, (0, 1), strict=True)
    )
    names = [*(one.name for one in pair), *(f"Person {row}" for row in rows)]
    columns = {
        "count": len(ids),
        "name": names,
        "title": names,
        "mostContact": 1.0,
        "id": packed(np.diff(ids, prepend=0)),
        "x": packed(places([0.2, 1.0, *(-1 + rows % 5 / 10)])),
        "y": packed(places([0.0, 0.0, *(rows // 5 / 15 - 1)])),
    }
    between = {
        "count": len(low),
        "most": 1.0,
        "low": packed(np.diff(low, prepend=0)),
        "high": packed(high),
        **dict.fromkeys(("there", "back"), packed(np.full(len(low), 127))),
    }
    people = dict.fromkeys(NUMBERS, packed(np.zeros(len(ids)))) | columns
    ties = dict.fromkeys(SCORES, packed(np.zeros(len(low)))) | between
    return {**data, "people": people, "ties": ties}


@pytest.mark.django_db  # one test of a run must say so, or there is no database
def test_one_of_very_many_ties_is_clicked(page, cast):
    dana, omar = cast[:2]

    def answer(route):
        got = route.fetch()
        route.fulfill(response=got, json=crowded(got.json(), (dana, omar)))

    page.route("**/map/data.json", answer)
    opened(page)
    strokes = "document.querySelector('relationship-map').drawing.strokes.order.length"
    assert page.evaluate(strokes) > 20_000
    (ax, ay), (bx, _) = (page.evaluate(AT, [one.name]) for one in (dana, omar))
    bent = min((bx - ax) * 0.12, 48) / 2  # the stroke keeps to the right of its way
    stage(page).click(position={"x": (ax + bx) / 2, "y": ay + bent})
    expect(page).to_have_url(re.compile(rf"\?tie={dana.pk}-{omar.pk}$"))
    expect(panel(page)).to_contain_text("Dana Levi and Omar Haddad")
