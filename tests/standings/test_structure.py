"""Communities and places on the map, from the ties as they are."""

from datetime import timedelta

import numpy as np
import pytest
from django.db.models import F
from django.utils import timezone
from scipy.spatial.distance import pdist

from stakeholders.models import Chore, Place, StructureRun
from stakeholders.standings import chores, fold, rebuild, structure
from tests.records import make


@pytest.fixture
def two_circles(db):
    """Return two circles of four who talk among themselves, and somebody alone."""
    people = [make.person(f"Person {n}") for n in range(9)]
    for circle in (people[:4], people[4:8]):
        for one in circle:
            for other in circle:
                if one != other:
                    make.conversation(one, other)
    make.conversation(people[0], people[4])
    fold(person.pk for person in people)
    return people


def places():
    return {row.stakeholder_id: row for row in Place.objects.all()}


def test_everybody_has_a_place(two_circles):
    structure.look.call()
    assert places().keys() == {person.pk for person in two_circles}


def test_two_circles_are_two_communities(two_circles):
    structure.look.call()
    found = [places()[person.pk].community for person in two_circles]
    assert found[:8] == [found[0]] * 4 + [found[4]] * 4
    assert found[0] != found[4]


def test_somebody_without_ties_has_no_community(two_circles):
    structure.look.call()
    assert places()[two_circles[8].pk].community is None


def test_laying_out_again_moves_people_little(two_circles):
    structure.look.call()
    before = places()
    structure.look.call()
    moved = [
        abs(row.x - before[pk].x) + abs(row.y - before[pk].y)
        for pk, row in places().items()
    ]
    assert sorted(moved)[len(moved) // 2] < 0.1


def test_ties_that_come_at_once_are_laid_out_as_if_they_were_first(two_circles):
    structure.look.call()
    tied = [person.pk for person in two_circles[:8]]
    first = [(places()[pk].x, places()[pk].y) for pk in tied]
    Place.objects.update(x=F("stakeholder") % 2 / 4, y=0.5, community=None)
    StructureRun.objects.update(ties=0)  # as when people came before their conversations
    Chore.objects.all().delete()
    structure.look.call()
    assert [(places()[pk].x, places()[pk].y) for pk in tied] == [
        pytest.approx(at) for at in first
    ]


def test_archived_people_leave_the_map(two_circles):
    two_circles[8].archived_at = "2026-11-20T12:00Z"
    two_circles[8].save()
    structure.look.call()
    assert two_circles[8].pk not in places()


def test_our_team_stands_together(db):
    team = [make.colleague(f"Colleague {n}") for n in range(3)]
    others = [make.person(f"Person {n}") for n in range(9)]
    for n, one in enumerate(others):
        make.conversation(team[n % 3], one)
    fold(person.pk for person in [*team, *others])
    structure.look.call()
    assert reach(team) < reach([*team, *others])


def reach(people):
    """Return how far apart `people` stand on average."""
    at = np.array([(places()[one.pk].x, places()[one.pk].y) for one in people])
    return pdist(at).mean()


def test_the_map_is_laid_out_when_first_asked_for(two_circles):
    structure.keep_fresh()
    assert Place.objects.count() == 9


def test_the_map_stays_while_nothing_changes(two_circles, django_assert_max_num_queries):
    structure.keep_fresh()
    with django_assert_max_num_queries(4):
        structure.keep_fresh()


def test_the_map_is_laid_out_again_after_a_conversation(two_circles):
    structure.keep_fresh()
    newcomer = make.person("Newcomer")
    make.conversation(two_circles[0], newcomer)
    fold([two_circles[0].pk, newcomer.pk])
    structure.keep_fresh()
    assert newcomer.pk in places()


def test_an_empty_site_has_an_empty_map(db):
    structure.keep_fresh()
    assert not Place.objects.exists()


def test_who_stands_between_the_circles_is_found(two_circles):
    structure.look.call()
    between = Place.objects.order_by("-between").values_list("stakeholder_id", flat=True)
    assert set(between[:2]) == {two_circles[0].pk, two_circles[4].pk}
    run = structure.found()
    assert (run.people, run.communities, run.ties) == (9, 2, 13)
    assert sorted(run.bridges[0][:2]) == [two_circles[0].pk, two_circles[4].pk]
    assert run.bridges[0][2] == 4


def test_an_archive_nobody_adds_to_keeps_its_structure(db):
    dana, omar, lea = make.colleague(), make.person(), make.person("Lea")
    make.conversation(dana, omar, on=timezone.localdate() - timedelta(9000))
    rebuild()
    structure.look.call()
    held = places()
    assert (held[omar.pk].held_by_id, held[lea.pk].held_by_id) == (dana.pk, None)
    assert (held[omar.pk].constraint, held[lea.pk].constraint) == (1.0, None)


def test_whom_one_of_us_alone_knows_is_known(db):
    dana, noor = make.colleague(), make.colleague("Noor")
    omar, lea = make.person(), make.person("Lea")
    for one, other in ((dana, omar), (dana, lea), (noor, lea)):
        make.conversation(one, other)
    fold([dana.pk, noor.pk, omar.pk, lea.pk])
    structure.look.call()
    assert (places()[omar.pk].held_by_id, places()[lea.pk].held_by_id) == (dana.pk, None)


def test_nobody_looks_while_somebody_does(two_circles):
    with chores.held(structure.CHORE):
        structure.look.call()
        assert not Place.objects.exists()
    structure.look.call()
    assert Place.objects.exists()


def test_whoever_died_at_it_does_not_keep_others_from_it(two_circles):
    long_ago = timezone.now() - chores.LEASE
    Chore.objects.create(pk=structure.CHORE, holder="somebody", held_until=long_ago)
    structure.look.call()
    assert Place.objects.exists()


def test_whoever_wakes_up_late_writes_nothing(two_circles):
    with chores.held(structure.CHORE) as late:
        Chore.objects.update(held_until=timezone.now() - chores.LEASE)
        structure.look.call()
        with pytest.raises(chores.LostError):
            late.done("an older state")


def test_a_large_site_waits_for_a_quiet_moment(two_circles, monkeypatch):
    monkeypatch.setattr(structure, "SMALL", 5)
    structure.keep_fresh()
    assert Place.objects.exists()
    newcomer = make.person("Newcomer")
    make.conversation(two_circles[0], newcomer)
    fold([two_circles[0].pk, newcomer.pk])
    structure.keep_fresh()
    seen = structure.after_quiet("before")
    assert newcomer.pk not in places()
    structure.after_quiet(seen)
    assert newcomer.pk in places()
