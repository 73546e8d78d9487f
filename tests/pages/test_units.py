"""Units: the matrix, the distance from us, and the bridge that is missing."""

import re

import pytest
from django.core.cache import cache

from stakeholders.models import Norm, Stakeholder
from stakeholders.standings import fold
from stakeholders.views import units_kept
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    """Return IT that deals with Operations, and Legal that deals with itself alone."""
    it, ops, legal = (make.unit(name) for name in ("IT", "Operations", "Legal"))
    people = {
        unit: [make.person(f"{unit} {n}", unit=unit, layer=layer) for n in range(4)]
        for unit, layer in ((it, "team"), (ops, "peer"), (legal, "peer"))
    }
    for one in people[it]:
        for other in people[ops]:
            make.conversation(one, other)
    for others in (people[legal], people[ops]):
        make.conversation(*others)
    make.conversation(people[ops][0], people[legal][0])
    fold(one.pk for members in people.values() for one in members)
    return people


def row(page, unit):
    """Return what the table of units says of `unit`, without marks."""
    found = re.search(rf"<bdi>{unit}</bdi></a>.*?</tr>", page, re.S)[0]
    return re.sub(r"<[^>]*>|\s+", " ", found).split()


def test_steps_from_us_grow_with_the_distance(reader, cast):
    page = reader.get("/units/").text
    assert row(page, "Operations")[-1] == "1.00"
    assert float(row(page, "Legal")[-1]) > 2


def test_the_matrix_tells_every_direction(reader, cast):
    page = reader.get("/units/").text
    matrix = page[page.index("unit-matrix") :]
    assert matrix.count("<td") == 9
    assert 'data-level="0"' in matrix


def test_the_missing_bridge_names_who_could_begin(reader, cast):
    page = reader.get("/units/").text
    assert "<bdi>IT</bdi> and <bdi>Legal</bdi>" in page
    assert "introduced by <bdi>Operations 0</bdi>" in page


def test_the_index_stands_beside_what_chance_would_give(reader, cast):
    said = row(reader.get("/units/").text, "Legal")
    assert float(said[2].replace("\u2212", "-")) < float(said[3].replace("\u2212", "-"))


def test_a_site_without_units_is_told_what_will_be_here(reader):
    assert "No units to compare" in reader.get("/units/").text


def test_those_of_a_large_site_are_shown_as_last_compared(reader, cast, settings):
    now = reader.get("/units/").text
    cache.delete(units_kept.KEPT)
    settings.LONG_TASKS = "default"
    Norm.objects.update(ties=units_kept.MANY_TIES + 1)
    known = reader.get("/units/").text
    assert "Compared on" in known
    for words in ("introduced by <bdi>Operations 0</bdi>", 'data-level="0"'):
        assert (words in known) == (words in now)
    Stakeholder.objects.filter(name="Operations 0").update(name="Lea")
    make.conversation(*Stakeholder.objects.filter(name__startswith="Legal")[:2])
    odd = reader.get("/units/?on=Whenever")
    assert odd.status_code == 400
    assert "Whenever" in odd.text
    after = reader.get("/units/").text
    assert "introduced by <bdi>Lea</bdi>" in after
    assert "Whenever" not in after


def test_a_large_site_says_that_its_units_are_being_compared(reader, cast):
    cache.delete(units_kept.KEPT)
    cache.add(units_kept.ASKED, value=True)
    Norm.objects.update(ties=units_kept.MANY_TIES + 1)
    assert "being worked out" in reader.get("/units/").text
    cache.delete(units_kept.ASKED)


def test_more_people_cost_no_more_queries(reader, cast, django_assert_max_num_queries):
    reader.get("/units/")
    with django_assert_max_num_queries(60) as asked:
        reader.get("/units/")
    few = len(asked)
    crowd = [make.person(f"Person {n}", unit=make.unit(f"Unit {n}")) for n in range(5)]
    fold(one.pk for one in crowd)
    reader.get("/units/")
    with django_assert_max_num_queries(few):
        reader.get("/units/")


def test_units_where_nobody_has_talked_are_not_compared(reader):
    for name in ("IT", "Operations"):
        make.person(f"{name} 1", unit=make.unit(name))
    page = reader.get("/units/").text
    assert "Nobody has talked yet" in page
    assert "Missing bridges" not in page
