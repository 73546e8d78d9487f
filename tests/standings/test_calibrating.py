"""Calibrating: a site's own history teaches the forecast that its pages use."""

from datetime import timedelta

import pytest

from stakeholders.models import Interaction, Norm, Participation
from stakeholders.scores.outcomes import BETWEEN
from stakeholders.scores.warmth import FORECASTS
from stakeholders.standings import calibrating, rebuild, settling, standing
from stakeholders.standings.explaining import explain
from stakeholders.standings.reading import ties_of, with_us
from tests.records import make

pytestmark = pytest.mark.django_db
SHIPPED = FORECASTS[30]


def busy(pairs, days):
    """Make `pairs` people of others talk with Dana, on days ago that depend on each."""
    dana = make.colleague()
    people = [make.person(name=f"Person {one}") for one in range(pairs)]
    had = [(ago, person) for one, person in enumerate(people) for ago in days(one)]
    talks = Interaction.objects.bulk_create(
        Interaction(summary="Spoke", happened_on=standing.today() - timedelta(ago))
        for ago, _ in had
    )
    Participation.objects.bulk_create(
        Participation(interaction=talk, stakeholder=one, initiator=one is dana)
        for talk, (_, person) in zip(talks, had, strict=True)
        for one in (dana, person)
    )
    rebuild()
    return dana, people


@pytest.fixture
def site():
    """Return Dana and people, some of whom she lost for good; enough to learn from."""
    return busy(24, lambda one: range(30 * (one % 8), 240, 3 + one % 5))


def test_a_young_site_uses_what_is_shipped():
    dana, (omar, *_) = busy(2, lambda one: (3, 9, 20))
    assert calibrating.kept(Norm.objects.get()) == SHIPPED
    assert "public data" in why_of(omar)
    assert ties_of(dana.pk, day=standing.today())[0].silence is not None


def test_a_site_with_a_history_uses_its_own(site):
    _, people = site
    found = calibrating.kept(Norm.objects.get())
    assert found != SHIPPED
    assert found.outcomes >= 200
    assert f"{found.outcomes:,} times" in why_of(people[0])


def test_every_page_uses_the_same_forecast(site):
    dana, people = site
    day = standing.today()
    between_two = {one.target: one.silence for one in ties_of(dana.pk, day=day)}
    for person, seen in with_us([one.pk for one in people], day=day).items():
        assert seen.silence == pytest.approx(between_two[person])


def test_it_is_learned_anew_every_second_sunday_and_not_before(site):
    norm = Norm.objects.get()
    Norm.objects.update(base=9.0)
    settling.settle()
    assert Norm.objects.get().base == 9.0
    Norm.objects.update(calibrated_on=norm.calibrated_on - BETWEEN)
    settling.settle()
    assert Norm.objects.get().base == norm.base


def why_of(person):
    """Return where the rule behind our chance of losing `person` was learned."""
    why = explain(0, person.pk, "silence", day=standing.today()).why
    return why.basis.say("", "")
