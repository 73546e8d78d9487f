"""Who stands on one spot of two scales is counted and named together."""

import pytest

from stakeholders.models import Stakeholder
from stakeholders.standings.positions import positions
from tests.records import make

pytestmark = pytest.mark.django_db


def power():
    people = Stakeholder.objects.current()
    return positions(people, "interest", "influence", total=people.count())


def test_people_on_one_spot_are_one_mark_with_both_names():
    make.person("Omar", interest=2, influence=5)
    make.person("Dana", interest=2, influence=5, criticality=3)
    [spot] = power().spots
    assert (spot.across, spot.up, spot.count) == (2, 5, 2)
    assert [name for _, name in spot.people] == ["Dana", "Omar"]


def test_whoever_lacks_one_scale_has_no_place_and_is_counted():
    make.person("Omar", interest=2)
    assert power().spots == []
    assert power().unknown == 1


def test_a_crowd_is_counted_whole_and_named_in_part():
    for number in range(14):
        make.person(f"Person {number}", interest=3, influence=3)
    [spot] = power().spots
    assert (spot.count, len(spot.people)) == (14, 12)
