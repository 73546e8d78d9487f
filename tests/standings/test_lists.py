"""Lists that no page reads everybody for."""

from itertools import count

import pytest

from stakeholders.models import Stakeholder
from stakeholders.standings import lists, people_changed
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
