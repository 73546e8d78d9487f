"""What the benchmark measures on, and with."""

import numpy as np
import pytest
from django.db import connection

from benchmarks import bare, records, saves, structures
from benchmarks.sums import LANDMARK, RULES, bare_pairs, bare_sums
from stakeholders.models import Interaction, Participation, Stakeholder, Tie
from stakeholders.models.as_facts import all_facts
from stakeholders.scores.sums import pair_sums
from stakeholders.standings import fold, rebuild
from tests.records import make

pytestmark = pytest.mark.django_db


def test_the_invented_organisation_is_one_that_people_could_have_entered():
    user = records.write(80, 400, make.DAY)
    connection.check_constraints()
    seats = Participation.objects.count()
    assert Stakeholder.objects.count() == 80
    assert Interaction.objects.count() == 400
    assert 2 * 400 <= seats <= 5 * 400
    assert user.stakeholder.layer == "team"


def test_a_conversation_can_be_added_to_the_invented_ones():
    user = records.write(20, 50, make.DAY)
    rebuild()
    other = Stakeholder.objects.exclude(pk=user.stakeholder_id).last()
    make.conversation(user.stakeholder, other)
    fold([user.stakeholder_id, other.pk])
    assert Tie.objects.filter(source=user.stakeholder, target=other).exists()


def test_the_bare_sum_and_ours_sum_the_same():
    records.write(60, 500, make.DAY)
    facts = all_facts()
    ours = pair_sums(facts, at=LANDMARK, rules=RULES)
    attention, given, kept, late, broken, _ = bare_sums(facts, bare_pairs(facts))
    for name, expected in (
        ("attention", attention),
        ("given", given),
        ("kept", kept),
        ("late", late),
        ("broken", broken),
    ):
        assert np.isclose(getattr(ours, name).sum(), expected.sum()), name


def test_the_network_as_a_whole_is_measured_beside_networkx():
    records.write(60, 300, make.DAY)
    rebuild()
    measured = structures.look() | structures.beside_networkx()
    assert {"structure.seconds", "structure.peak_mb"} < measured.keys()
    assert measured["structure.ratio_to_networkx"] > 0


def test_a_save_is_measured_beside_a_bare_one():
    user = records.write(20, 50, make.DAY)
    measured = bare.beside({"save.p50_ms": 10.0}, user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT talk) FROM bare_seat")
        assert cursor.fetchone() == (saves.TIMES,)
    assert measured["save.bare_ms"] * measured["save.ratio_to_bare"] == pytest.approx(
        10, rel=0.05
    )
