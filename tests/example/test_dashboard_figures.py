"""Every figure of the dashboard, beside a plain count over the example's records."""

from collections import Counter
from datetime import timedelta
from itertools import permutations

import pytest
from django.utils import timezone

from stakeholders.models import (
    Commitment,
    Interaction,
    Participation,
    Role,
    Stakeholder,
    Tie,
)
from stakeholders.standings import reading, structure
from stakeholders.standings.clock import shown_day
from stakeholders.standings.overview import _counted, overview
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
    reached = {pk for ends in Tie.objects.values_list("source", "target") for pk in ends}
    assert {one.pk for one in here} - reached <= {one.pk for one in held.isolated.people}
    assert not {one.pk for one in here if one.pk in holders} & {
        one.pk for one in held.isolated.people
    }


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


def attention(day):
    """Return how much each reached out to each other by `day`, halved in 90 days."""
    found = Counter()
    talks = Interaction.objects.filter(archived_at=None, happened_on__lte=day)
    for talk in talks.prefetch_related("participations"):
        seats = list(talk.participations.all())
        led = any(seat.initiator for seat in seats)
        heard = len(seats) <= 12 and (talk.channel in Interaction.TOGETHER or not led)
        for one, other in permutations(seats, 2):
            present = 0 if other.initiator or not heard else 0.5
            much = 1 if one.initiator else present
            fade = 0.5 ** ((day - talk.happened_on).days / 90)
            found[one.stakeholder_id, other.stakeholder_id] += much * fade
    return found


def kept_share(layer):
    """Return the share of promises kept between us and a layer, a half life 180 days."""
    ours, kept, all_ = team(), 0.0, 0.0
    here = {one.pk for one in people(Scope(layer=layer))}
    for one in Commitment.objects.filter(archived_at=None, closed_on__lte=TODAY):
        ends = {one.promiser_id, one.promisee_id}
        worth = {"kept": 1, "late": 0.5, "broken": 0}.get(one.state)
        if worth is not None and ends & ours and ends & here:
            fade = 0.5 ** ((TODAY - one.closed_on).days / 180)
            kept, all_ = kept + worth * fade, all_ + fade
    return kept / all_ if all_ else None


def test_layers_add_up_what_is_known_of_each_of_their_people(larkfield):
    for row in overview(day=TODAY, past=True).layers:
        here = [one.pk for one in people(Scope(layer=row.layer))]
        known = reading.with_us(here, day=TODAY, past=True)
        bands = Counter(known[pk].band if pk in known else "unknown" for pk in here)
        assert {band: count for band, count in row.bands.items() if count} == bands
        trust = [one.trust_in_target for one in known.values()]
        sure = [one for one in trust if one is not None]
        assert row.known_trust == len(sure)
        mean = sum(sure) / len(sure) if sure else None
        assert row.trust.value == (mean and pytest.approx(mean))
        silence = [one.silence for one in known.values() if one.silence is not None]
        assert row.silent.value == pytest.approx(sum(silence))


def test_layers_add_up_who_reached_out_and_which_promises_were_kept(larkfield):
    ours, found = team(), attention(TODAY)
    for row in overview(day=TODAY, past=True).layers:
        here = {one.pk for one in people(Scope(layer=row.layer))}
        reached = sum(n for (a, b), n in found.items() if a in ours and b in here)
        answered = sum(n for (a, b), n in found.items() if a in here and b in ours)
        assert (row.reached, row.answered) == pytest.approx((reached, answered))
        share = kept_share(row.layer)
        assert row.kept == (share and pytest.approx(share))


def test_the_lists_name_the_worst_of_each_kind_first(larkfield):
    state = overview(day=TODAY, past=True)
    everybody = {one.pk: one for one in people(ALL)}
    known = reading.with_us(list(everybody), day=TODAY, past=True)
    for band in ("cooling", "strained"):
        found = [one for one in known.values() if one.band == band]
        found.sort(
            key=lambda one: (
                -10 * everybody[one.target].criticality,
                -(everybody[one.target].influence or 0),
                -(one.silence or 0),
            )
        )
        named = [one.target for one in getattr(state, band)]
        assert named == [one.target for one in found[: len(named)]]
        assert state.bands[band] == len(found)
    for one in state.we_carry:
        assert one.sent > 4 * one.received or one.given > 4 * one.got


def test_months_are_counts_of_the_log(larkfield):
    first = PERIOD.first - timedelta(365)
    talks = Interaction.objects.filter(archived_at=None, happened_on__range=(first, TODAY))
    counted = Counter(one.happened_on.replace(day=1) for one in talks)
    told = Counter(one.happened_on.replace(day=1) for one in talks if one.told)
    months = dict(Figures(ALL, PERIOD).months())
    assert {month: one.conversations for month, one in months.items()} == counted
    assert {month: one.told for month, one in months.items() if one.told} == told


def test_openness_is_attention_across_units_beside_attention_within(larkfield):
    structure.look.call()
    unit = dict(Role.objects.filter(primary=True).values_list("stakeholder", "unit"))
    inside = across = 0.0
    for (one, other), much in attention(timezone.localdate()).items():
        if one in unit and other in unit and much >= 0.02:
            same = unit[one] == unit[other]
            inside, across = inside + much * same, across + much * (not same)
    found = Figures(ALL, PERIOD).structure.ei_index
    assert found == pytest.approx((across - inside) / (across + inside))


@pytest.mark.parametrize("layer", Stakeholder.Layer.values)
def test_what_is_kept_of_a_layer_is_what_counting_it_anew_finds(larkfield, layer):
    scope, day = Scope(layer=layer), shown_day(timezone.localdate())
    kept, anew = overview(day=day, scope=scope), _counted(day, scope, past=False)
    assert (kept.people, kept.bands) == (anew.people, anew.bands)
    assert kept.people == len(people(scope))
    for name in ("cooling", "strained", "we_carry", "they_carry"):
        found, counted = getattr(kept, name), getattr(anew, name)
        assert [one.target for one in found] == [one.target for one in counted], name
