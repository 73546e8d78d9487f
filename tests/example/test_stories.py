"""The stories of the example can be found in its scores and records."""

import networkx as nx
import pytest

from stakeholders.example import cast
from stakeholders.models import Commitment, Interaction, Role, Stakeholder, Tie, Unit
from stakeholders.scores.health import Sign

pytestmark = pytest.mark.database


def test_the_sponsor_is_going_cold(with_us):
    assert with_us(cast.OMAR).band == "cooling"


def test_we_owe_the_sponsor_something_late(with_us, larkfield):
    owed = Commitment.objects.open().we_owe().get(promisee__name=cast.OMAR)
    assert owed.due_on < larkfield


def test_the_vendor_only_takes(with_us):
    victor = with_us(cast.VICTOR)
    assert victor.band == "one_sided"
    assert Sign(victor.signs) >= Sign.SOURCE_REACHES | Sign.SOURCE_GIVES


def test_the_promise_broken_twice_strains(with_us):
    broken = Commitment.objects.filter(promisee__name=cast.MARTA, state="broken")
    assert broken.count() == 2
    assert with_us(cast.MARTA).band == "strained"


def test_the_mended_relationship_is_healthy_now(with_us):
    helen = with_us(cast.HELEN)
    assert helen.band == "healthy"
    assert helen.trust_in_source > 0


def test_the_mended_relationship_was_strained_a_year_ago(with_us):
    began = Interaction.objects.filter(people__name=cast.HELEN, outcome="disagreed")
    assert began.exists()


def test_legal_is_a_silo(with_us):
    inside = Tie.objects.filter(source__roles__unit__name="Legal", contact_days__gt=0)
    outward = inside.exclude(target__roles__unit__name="Legal")
    assert outward.count() / inside.count() < 0.1


def test_the_broker_joins_what_would_fall_apart(with_us):
    ties = Tie.objects.filter(contact_days__gt=0, source__layer__in=["peer", "user"])
    business = ties.filter(target__layer__in=["peer", "user"])
    graph = nx.Graph(list(business.values_list("source_id", "target_id")))
    middle = nx.betweenness_centrality(graph)
    assert max(middle, key=middle.get) == Stakeholder.objects.get(name=cast.PRIYA).pk


def test_the_broker_is_about_to_leave(with_us, larkfield):
    left = Role.objects.get(stakeholder__name=cast.PRIYA).until - larkfield
    assert 0 < left.days < 60


def test_it_is_as_large_as_it_says(with_us):
    assert Unit.objects.count() == 14
    assert 115 <= Stakeholder.objects.count() <= 130
    assert set(Stakeholder.objects.values_list("layer", flat=True)) == set(
        Stakeholder.Layer.values
    )


def test_nothing_in_it_happens_after_today(with_us, larkfield):
    assert not Interaction.objects.filter(happened_on__gt=larkfield).exists()
