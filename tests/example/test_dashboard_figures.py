"""Every figure of the dashboard, beside a plain count over the example's records."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from stakeholders.models import Commitment, Interaction, Participation, Stakeholder, Tie
from stakeholders.standings import structure
from stakeholders.standings.clock import shown_day
from stakeholders.standings.overview import overview
from stakeholders.standings.scope import Period, Scope
from stakeholders.views.dashboard_figures import Figures
from tests.example.conftest import TODAY

pytestmark = pytest.mark.django_db
PERIOD = Period(TODAY - timedelta(89), TODAY)
PEERS, ALL = Scope(layer="peer"), Scope()


def people(scope):
    """Return everybody in `scope`, told apart in Python."""
    everybody = Stakeholder.objects.filter(archived_at=None)
    return [
        p for p in everybody if p.layer == (scope.layer or p.layer) and p.layer != "team"
    ]


def team():
    return {one.pk for one in Stakeholder.objects.filter(layer="team")}


@pytest.mark.parametrize("scope", [ALL, PEERS], ids=["all", "peers"])
def test_asked_listened_told_and_formal_are_counts_of_the_log(larkfield, scope):
    here = {one.pk for one in people(scope)}
    seats = {}
    for talk, who in Participation.objects.values_list("interaction", "stakeholder"):
        seats.setdefault(talk, set()).add(who)
    talks = [
        one
        for one in Interaction.objects.filter(archived_at=None)
        if PERIOD.first <= one.happened_on <= PERIOD.last
        and (scope is ALL or seats[one.pk] & here)
    ]
    found = Figures(scope, PERIOD).talks
    assert found.conversations == len(talks)
    assert found.asked == sum(one.asked for one in talks)
    assert found.told == sum(one.told for one in talks)
    formality = Counter(one.formality for one in talks)
    assert (found.formal, found.informal) == (formality["formal"], formality["informal"])
    heard = found.asked + found.listened
    assert found.listening.value == pytest.approx(heard / (heard + found.told))


@pytest.mark.parametrize("scope", [ALL, PEERS], ids=["all", "peers"])
def test_promises_of_both_sides_are_counts_of_the_register(larkfield, scope):
    ours, here = team(), {one.pk for one in people(scope)}
    [(_, we), (_, they)] = Figures(scope, PERIOD).words()
    for word, sides in ((we, (ours, here)), (they, (here, ours))):
        mine = [
            one
            for one in Commitment.objects.filter(archived_at=None)
            if one.promiser_id in sides[0] and one.promisee_id in sides[1]
        ]
        ended = Counter(
            one.state
            for one in mine
            if one.closed_on and PERIOD.first <= one.closed_on <= PERIOD.last
        )
        assert (word.on_time, word.late, word.broken) == (
            ended["kept"],
            ended["late"],
            ended["broken"],
        )
        late = [p for p in mine if p.state == "open" and p.due_on and p.due_on < TODAY]
        assert word.overdue == len(late)


def test_who_holds_whom_is_a_count_of_people_and_ties(larkfield):
    structure.look.call()
    held, here = Figures(ALL, PERIOD).held, people(ALL)
    chiefs = [one for one in here if one.seniority == 4]
    assert held.share == sum(one.counterpart_id is not None for one in chiefs) / len(chiefs)
    lonely = [one for one in here if one.counterpart_id and not one.backup_id]
    assert held.without_backup.count == len(lonely)
    holders = {}
    for ours, other in Tie.objects.filter(contacts__gt=0).values_list("source", "target"):
        if ours in team():
            holders.setdefault(other, set()).add(ours)
    alone = {one.pk for one in here if len(holders.get(one.pk, ())) == 1}
    shown = {one.pk for one in held.one_thread.people}
    assert shown
    assert shown <= alone


def test_everybody_has_one_place_or_is_counted_as_unknown(larkfield):
    here = people(ALL)
    figures = Figures(ALL, PERIOD)
    placed = Counter((p.interest, p.influence) for p in here if p.interest and p.influence)
    assert {(s.across, s.up): s.count for s in figures.power.spots} == dict(placed)
    assert figures.power.unknown == len(here) - placed.total()
    wanted = [p for p in here if p.engagement_now and p.engagement_wanted]
    assert figures.engagement.placed == len(wanted)


def test_a_scope_shows_the_very_numbers_of_its_layer(larkfield):
    day = shown_day(timezone.localdate())
    whole, part = overview(day=day), overview(day=day, scope=PEERS)
    [peers] = [one for one in whole.layers if one.layer == "peer"]
    [same] = part.layers
    assert (same.people, same.bands) == (peers.people, peers.bands)
    assert same.kept == pytest.approx(peers.kept)
    assert same.silent == pytest.approx(peers.silent)
