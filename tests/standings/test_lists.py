"""Lists that no page reads everybody for."""

import re
from itertools import count
from random import Random

import pytest
from django.db import connection

from stakeholders.models import Stakeholder, Standing, Tie
from stakeholders.standings import lists, people_changed, standing
from tests.records import make

pytestmark = pytest.mark.django_db

word = count(1).__next__


def people(number):
    """Add so many people whom we never spoke with."""
    some = [make.person().pk for _ in range(number)]
    people_changed(some)


def test_nobody_is_counted_again_before_somebody_comes():
    people(2)
    words = {"people": word(), "standings": word()}
    assert lists.how_many(words) == 2
    people(1)
    assert lists.how_many({**words, "standings": word()}) == 2
    assert lists.how_many({**words, "people": word()}) == 3


def test_how_many_are_in_a_band_is_counted_again_once_anything_was_said():
    people(1)
    words = {"people": word(), "standings": word()}
    layer = Stakeholder.objects.get().layer
    assert lists.how_many(words, layer=layer, band="unknown") == 1
    people(1)
    assert lists.how_many({**words, "standings": word()}, band="unknown") == 2


def plan(asked):
    """Return how the database would answer, were its tables too long to be read."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for way in ("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin"):
                cursor.execute(f"SET LOCAL enable_{way} TO off")
    return asked.explain()


@pytest.fixture
def crowd():
    """Fill the table of standings, and let the database count what is in it."""
    layers, random = Stakeholder.Layer.values, Random(1)
    people = [Stakeholder(name=f"P {n}", layer=layers[n % 5]) for n in range(2_000)]
    Standing.objects.bulk_create(
        Standing(
            stakeholder=one,
            layer=one.layer,
            band=(band := random.randrange(6)),
            calm=5 - band,
            weight=random.randrange(4),
            silence=random.random(),
            never=random.random() < 0.1,
            spoke=random.randrange(700),
        )
        for one in Stakeholder.objects.bulk_create(people)
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@pytest.mark.parametrize(
    ("order", "index"),
    [
        ("health", "standing_worst"),
        ("-health", "standing_best"),
        ("spoke", "standing_spoke"),
        ("-spoke", "standing_spoke_last"),
    ],
)
def test_people_of_one_layer_are_found_in_each_order(crowd, order, index):
    asked = lists.in_order(Stakeholder.objects.filter(standing__layer="peer"), order)
    found = plan(asked.values_list("pk", flat=True)[:25])
    assert re.search(rf"\b{index}\b", found)
    assert "FOR ORDER BY" not in found  # SQLite: which would put all of them in order


def test_ties_that_lead_to_somebody_are_found_by_those_that_lead_back():
    found = plan(standing.ties_to(Tie.objects.all(), [make.person().pk]))
    assert re.search(
        r"\(source_id=\? AND target_id=\?\)|Index Cond: .*source_id.*target_id", found
    )
