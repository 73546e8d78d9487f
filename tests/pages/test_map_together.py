"""The map laid out so that units, or layers, keep together."""

from datetime import timedelta
from itertools import combinations

import numpy as np
import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from stakeholders.models import User
from stakeholders.standings import fold
from stakeholders.views.map_data import network
from stakeholders.views.map_together import together
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def crossed(reader):
    """Return two circles of six, each of two units and of two layers by halves."""
    units = make.unit("Ops"), make.unit("Sales")
    people = [
        make.person(f"Person {n}", unit=units[n % 2], layer=("peer", "user")[n // 3 % 2])
        for n in range(12)
    ]
    for circle in (people[:6], people[6:]):
        for one, other in combinations(circle, 2):
            make.conversation(one, other, on=make.DAY - timedelta(days=1))
    make.conversation(people[0], people[6])
    fold(one.pk for one in people)
    reader.get("/map/data.json")  # lays the map out
    return people


def spread(at, groups):
    """Return how far people stand from the middle of their group, against of everybody."""
    apart = [np.hypot(*(at[groups == g] - at[groups == g].mean(axis=0)).T) for g in (0, 1)]
    return np.concatenate(apart).mean() / np.hypot(*(at - at.mean(axis=0)).T).mean()


@pytest.mark.parametrize(
    ("by", "groups"), [("unit", np.arange(12) % 2), ("layer", np.arange(12) // 3 % 2)]
)
def test_what_belongs_together_stands_together(crossed, by, groups):
    seen = network(User.objects.get(), day=localdate())
    usual = np.array([[one.x, one.y] for one in seen.people])
    assert spread(together(seen, by), groups) < spread(usual, groups) - 0.1


def test_places_are_sent_for_everybody(reader, crossed):
    told = reader.get("/map/by/unit.json").json()
    assert told["count"] == len(crossed)


def test_places_stay_until_the_whole_map_is_laid_out_anew(reader, crossed):
    before = reader.get("/map/by/unit.json").json()
    for one in crossed[7:]:
        make.conversation(crossed[1], one)
    fold(one.pk for one in crossed)
    assert reader.get("/map/by/unit.json").json() == before
    reader.get("/map/data.json")  # a small site is looked at anew whenever somebody looks
    assert reader.get("/map/by/unit.json").json() != before


def test_nothing_else_is_pulled_together(reader):
    assert reader.get("/map/by/name.json").status_code == 404


def test_an_empty_site_has_no_places(reader):
    sent = reader.get("/map/by/layer.json").json()
    assert sent == {"mark": 0, "count": 0, "x": "", "y": ""}


def test_what_is_sent_bears_the_mark_of_the_same_people(reader, crossed):
    asked = ("data.json", "by/unit.json", f"data.json?on={make.DAY - timedelta(days=9)}")

    def marks():
        return {reader.get(f"/map/{one}").json()["mark"] for one in asked}

    (before,) = marks()
    crossed[3].archived_at = timezone.now()
    crossed[3].save()
    (after,) = marks()
    assert before != after
