"""On any day of the example, every score is the sum of its parts and ignores the future."""

from dataclasses import fields
from datetime import timedelta
from math import fsum

import numpy as np
import pytest
from django.db import transaction

from stakeholders import example
from stakeholders.models import Commitment, Interaction, Stakeholder
from stakeholders.scores.pairs import PairScores
from stakeholders.standings import reading, rebuild, standing
from stakeholders.standings.explaining import NAMES, explain
from stakeholders.standings.pooling import US
from tests.records import make

DAY = make.DAY
SOME_DAYS = [(DAY, False), (DAY - timedelta(150), True)]


@pytest.fixture(scope="module")
def larkfield(shared_db):
    """Load the example for this module."""
    example.load(today=DAY + timedelta(1))


@pytest.mark.django_db  # one test of a run must say so, or there is no database
@pytest.mark.parametrize(("day", "past"), SOME_DAYS)
def test_the_parts_add_up_to_the_score_of_our_team_and_of_pairs(larkfield, day, past):
    people = Stakeholder.objects.values_list("pk", flat=True)
    everybody = [*reading.with_us(people, day=day, past=past).values()][::17]
    omar = Stakeholder.objects.get(name=example.cast.OMAR).pk
    checked = 0
    for seen in (*everybody, *reading.ties_of(omar, day=day, past=past)[:4]):
        for name in NAMES - {"health"}:
            why = explain(seen.source, seen.target, name, day=day, past=past).why
            shown = getattr(seen, name)
            assert (why.score is None) == (shown is None)
            if why.score is not None:
                assert why.score == pytest.approx(shown, rel=1e-9)
                assert fsum(part.amount for part in why.parts) == pytest.approx(why.score)
                checked += 1
    assert checked > 50


def numbers(scored):
    """Return every number of some relationships."""
    state = [
        getattr(scored.scores.condition, f.name) for f in fields(scored.scores.condition)
    ]
    names = (f.name for f in fields(PairScores) if f.name != "condition")
    return np.array([*state, *(getattr(scored.scores, name) for name in names)], float)


@pytest.mark.django_db
def test_a_day_counted_anew_is_what_the_kept_ties_say(larkfield):
    day = standing.today()  # the day of what was learned of silence
    for ask in (reading.everybody, lambda **how: reading.all_with_us(None, **how)):
        kept, anew = (numbers(ask(day=day, past=past)) for past in (False, True))
        np.testing.assert_allclose(kept, anew, rtol=1e-9)


@pytest.mark.django_db
def test_the_future_is_not_used(larkfield):
    day = DAY - timedelta(150)
    before = numbers(reading.everybody(day=day, past=True))
    with transaction.atomic():
        Interaction.objects.filter(happened_on__gt=day).archive()
        Commitment.objects.filter(closed_on__gt=day).update(state="broken")
        rebuild()
        after = numbers(reading.everybody(day=day, past=True))
        transaction.set_rollback(True)
    np.testing.assert_array_equal(before, after)


@pytest.mark.django_db
def test_what_would_change_it_is_true_of_our_team_as_one():
    dana, noor, omar = (
        make.colleague(),
        make.colleague("Noor"),
        make.person(counterpart=None),
    )
    for ago in range(60, 500, 7):
        make.conversation(dana, omar, on=DAY - timedelta(ago))
        make.conversation(omar, noor, on=DAY - timedelta(ago + 3))
    rebuild()
    change = explain(US, omar.pk, "health", day=DAY).change
    assert reading.with_us([omar.pk], day=DAY)[omar.pk].band == "cooling"
    make.conversation(Stakeholder.objects.get(pk=change.actor), omar, on=DAY)
    rebuild()
    assert reading.with_us([omar.pk], day=DAY)[omar.pk].band == change.band.key


@pytest.mark.django_db
def test_no_relationship_explains_nothing_and_says_how_one_begins():
    dana, omar = make.colleague(), make.person()
    for source in (dana.pk, US):
        found = explain(source, omar.pk, "silence", day=DAY)
        assert (found.why.score, found.seen.band) == (None, "unknown")
        assert (found.change.band.key, found.change.actor) == ("healthy", source)
