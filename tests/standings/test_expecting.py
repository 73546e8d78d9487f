"""What the network expects enters trust, from others' word only, and stays fresh."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stakeholders.standings import reading, rebuild
from tests.records import make

pytestmark = pytest.mark.django_db
DAY = make.DAY


def closed(promiser, promisee, state="kept"):
    """Return a promise that was closed on the day."""
    promise = make.promise(promiser, promisee, made_on=DAY)
    promise.close(state, DAY)
    promise.save()


def trust_in(person):
    """Return how far our team can count on a person."""
    return reading.with_us([person.pk], day=DAY)[person.pk].trust_in_target


def expected_of(person):
    """Return what the network expects of a person, for our team."""
    scored = reading.all_with_us([person.pk], day=DAY)
    return scored.expected_back


@pytest.fixture
def people():
    """Return Dana and Noor of ours, Omar and Lea."""
    return make.colleague(), make.colleague("Noor"), make.person(), make.person("Lea")


def test_what_others_found_of_somebody_is_expected_of_them(people):
    dana, _, omar, lea = people
    for state in ("kept", "kept", "broken"):
        closed(omar, dana, state)
    rebuild()
    before = trust_in(omar)
    for _ in range(3):
        closed(omar, lea, "broken")
    rebuild()
    assert trust_in(omar) < before


def test_what_our_own_team_found_is_evidence_not_expectation(people):
    dana, noor, omar, _ = people
    closed(omar, dana, "broken")
    closed(omar, noor, "broken")
    rebuild()
    assert expected_of(omar).judged.tolist() == [0.0]


def test_without_any_judgement_nothing_is_expected(people):
    dana, _, omar, _ = people
    make.conversation(dana, omar)
    rebuild()
    assert expected_of(omar).total.tolist() == [0.0]


def test_without_a_team_nobody_is_left_to_expect_from():
    omar, lea = make.person(), make.person("Lea")
    for _ in range(3):
        closed(omar, lea, "broken")
    rebuild()
    assert expected_of(omar).total.tolist() == [0.0]


def test_what_was_learned_is_read_and_never_learned_by_a_page(people):
    dana, _, omar, lea = people
    for judge in (dana, lea):
        closed(omar, judge)
    rebuild()
    with CaptureQueriesContext(connection) as caught:
        trust_in(omar)
    assert [one["sql"].split("FROM")[1].split()[0].strip('"') for one in caught] == [
        "stakeholders_norm",
        "stakeholders_standing",
    ]


def test_what_is_expected_of_a_pair_is_what_all_judgements_say(people):
    dana, noor, omar, lea = people
    for number, state in enumerate(("kept", "broken", "late", "kept", "kept")):
        closed((omar, lea)[number % 2], (dana, noor)[number // 3], state)
        closed(noor, omar, state)
    rebuild()
    ids = [one.pk for one in people]
    now, replayed = (
        reading.between(ids, day=DAY, past=past).expected_back for past in (False, True)
    )
    assert now.total.tolist() == pytest.approx(replayed.total.tolist(), rel=1e-9)
    assert any(now.judged)
