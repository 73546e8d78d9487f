"""Weekly points of the example say what counting each day anew says."""

import pytest
from django.utils import timezone

from stakeholders import example
from stakeholders.models import Stakeholder, Unit
from stakeholders.standings import history, reading
from stakeholders.standings.overview import overview
from stakeholders.standings.points import BANDS


@pytest.fixture(scope="module")
def larkfield(shared_db):
    """Load the example with its history for this module."""
    example.load(today=timezone.localdate())
    history.refresh.call()


def sundays(course):
    """Return a few days of a course, with their points."""
    return list(course.rows())[-3::-23]


def number(value):
    """Return a number as points keep it: unknown is NaN."""
    return float("nan") if value is None else value


@pytest.mark.django_db
def test_points_are_what_counting_the_day_anew_says(larkfield):
    people = list(Stakeholder.objects.values_list("pk", flat=True))
    courses = history.trends(people)
    for day, _ in sundays(history.of_network()):
        shown = reading.with_us(people, day=day, past=True)
        found = {pk: dict(course.rows()).get(day) for pk, course in courses.items()}
        assert {pk for pk, point in found.items() if point is not None} == set(shown)
        for pk, seen in shown.items():
            names = ("strength", "silence", "trust", "attention")
            shown_as = ("strength", "silence", "trust_in_target", "attention")
            wanted = [number(getattr(seen, name)) for name in shown_as]
            assert [float(found[pk][name]) for name in names] == pytest.approx(
                wanted, rel=1e-6, abs=1e-6, nan_ok=True
            )
            assert BANDS[found[pk]["band"]] == seen.band


@pytest.mark.django_db
def test_layers_add_up_to_what_the_dashboard_said_that_day(larkfield):
    for layer in ("peer", "vendor"):
        for day, point in sundays(history.of_layer(layer)):
            [then] = [
                one for one in overview(day=day, past=True).layers if one.layer == layer
            ]
            assert int(point["people"]) == then.people
            assert {band: int(point[band]) for band in then.bands} == then.bands
            wanted = [
                number(one) for one in (then.trust.value, then.silent.value, then.kept)
            ]
            assert [
                float(point[name]) for name in ("trust", "silent", "kept")
            ] == pytest.approx(wanted, rel=1e-5, nan_ok=True)


@pytest.mark.django_db
def test_a_unit_has_everybody_below_it(larkfield):
    top = Unit.objects.filter(parent=None, parts__isnull=False).exclude(side="ours").first()
    others = Stakeholder.objects.current().exclude(layer="team")
    assert history.of_unit(top.pk).of("people")[-1] == others.in_unit(top.pk).count()
