"""Whoever comes, goes or changes sides, our side stands as their ties say."""

import pytest

from stakeholders.models import Stakeholder, Standing
from stakeholders.standings import fold, people_changed, rebuild
from stakeholders.standings.one_side import MARKS, SUMS
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """Return Dana and Noor of ours, Omar and Lea; everybody met everybody."""
    met = [make.colleague(), make.colleague("Noor"), make.person(), make.person("Lea")]
    for place, one in enumerate(met):
        for other in met[:place]:
            make.conversation(one, other)
    fold(one.pk for one in met)
    return met


def table():
    """Return every number of every standing."""
    names = [*SUMS, *MARKS, "layer", "weight"]
    return {row[0]: row[1:] for row in Standing.objects.values_list("pk", *names)}


def followed(people):
    """Return what the standings say, and what they say once rebuilt."""
    people_changed([one.pk for one in people])
    now = table()
    rebuild()
    return now, table()


def test_archiving_one_of_us_takes_their_ties_out_of_our_side(people):
    _, noor, omar, _ = people
    before = table()[omar.pk]
    Stakeholder.objects.filter(pk=noor.pk).archive()
    now, rebuilt = followed([noor])
    assert now == rebuilt
    assert now[omar.pk] != before


def test_archived_people_have_no_standing_and_get_it_back(people):
    omar = Stakeholder.objects.filter(pk=people[2].pk)
    omar.archive()
    assert people[2].pk not in followed(people[2:3])[0]
    omar.restore()
    now, rebuilt = followed(people[2:3])
    assert now == rebuilt


def test_somebody_who_joins_our_team_brings_their_ties(people):
    lea = people[3]
    lea.layer = "team"
    lea.save()
    now, rebuilt = followed([lea])
    assert now == rebuilt
    assert Standing.objects.get(pk=lea.pk).ours


def test_once_the_last_of_us_has_gone_everybody_is_ours(people):
    ours = Stakeholder.objects.filter(pk__in=[one.pk for one in people[:2]])
    ours.archive()
    now, rebuilt = followed(people[:2])
    assert now == rebuilt
    assert now[people[2].pk][list(SUMS).index("our_contacts")] == 1.0


def test_the_first_of_us_makes_all_others_the_other_side():
    omar, lea = make.person(), make.person("Lea")
    make.conversation(omar, lea)
    fold([omar.pk, lea.pk])
    dana = make.colleague()
    make.conversation(dana, omar)
    fold([dana.pk, omar.pk])
    now = table()
    rebuild()
    assert now == table()
    assert now[lea.pk][list(SUMS).index("our_contacts")] == 0.0


def test_how_much_somebody_matters_follows_at_once(people):
    Stakeholder.objects.filter(pk=people[2].pk).update(criticality=3, influence=4)
    people_changed([people[2].pk])
    assert Standing.objects.get(pk=people[2].pk).weight == 34


def test_nobody_may_have_changed(people):
    before = table()
    people_changed([])
    assert table() == before


def test_somebody_of_no_layer_we_know_stops_nobody(people):
    *_, lea = people
    Stakeholder.objects.filter(pk=lea.pk).update(layer="pirate")
    now, anew = followed(people)
    assert now == anew
    assert set(now) == {one.pk for one in people}
