"""A report says of a month what the dashboard said on its last day."""

from dataclasses import asdict
from datetime import date

import pytest
from django.utils import timezone

from stakeholders.models import KeptReport, Stakeholder
from stakeholders.standings import monthly, reports, talks_changed
from stakeholders.standings.clock import shown_day
from stakeholders.standings.overview import overview
from stakeholders.standings.scope import Period, Scope
from stakeholders.views.dashboard_figures import Figures
from tests.example.conftest import TODAY
from tests.records import make

pytestmark = pytest.mark.django_db
NOW = timezone.localdate()  # the day today's tallies are of
MONTHS = {  # first day: the last day told, and whether that day has gone by
    date(2026, 10, 1): (date(2026, 10, 31), True),
    NOW.replace(day=1): (NOW, False),
}


def of(report, kind):
    """Return the lines of one kind of group, by key."""
    return {one.key: one for one in report.month.lines if one.kind == kind}


def figures_of(health):
    """Return every number of `health`, by name; sums are added up in another order."""
    told = asdict(health)
    ends = {
        f"{name} {n}": v
        for name in ("even", "trust", "silent")
        for n, v in enumerate(told[name])
    }
    plain = {name: v for name, v in told.items() if isinstance(v, int | float | None)}
    return {**plain, **ends, **told["bands"]}


@pytest.mark.parametrize("month", MONTHS, ids=["over", "goes on"])
def test_layers_and_everybody_read_as_on_the_dashboard_of_the_day(larkfield, month):
    report = monthly.report(month, today=NOW)
    last, past = MONTHS[month]
    period = Period(month, last)
    state = overview(day=shown_day(last), past=past)
    layers = of(report, "layer")
    assert [line.key for line in layers.values()] == [one.layer for one in state.layers]
    for line, shown in zip(layers.values(), state.layers, strict=True):
        assert figures_of(line.health) == pytest.approx(figures_of(shown))
    for key, line in {"": of(report, "network")[""], **layers}.items():
        figures = Figures(Scope(layer=key), period)
        assert line.talks == figures.talks
        assert [line.ours, line.theirs] == [word for _, word in figures.words()]
    [everybody] = of(report, "network").values()
    assert (everybody.health.people, everybody.health.bands) == (state.people, state.bands)


def test_units_read_as_on_the_dashboard_of_the_unit(larkfield):
    period = Period(date(2026, 10, 1), date(2026, 10, 31))
    units = of(monthly.report(period.first, today=TODAY), "unit")
    assert len(units) > 5
    for key, line in units.items():
        scope = Scope(unit=int(key))
        state = overview(day=period.last, scope=scope, past=True)
        assert (line.health.people, line.health.bands) == (state.people, state.bands)
        assert line.talks == Figures(scope, period).talks
        if len(state.layers) == 1:
            assert figures_of(line.health) == pytest.approx(figures_of(state.layers[0]))


def test_who_moved_stood_in_other_bands_on_the_two_dashboards(larkfield):
    report = monthly.report(date(2026, 10, 1), today=TODAY)
    assert (report.worse_count, report.better_count) == (
        len(report.worse),
        len(report.better),
    )
    then, now = (
        {one.target for one in overview(day=day, past=True).cooling}
        for day in (date(2026, 9, 30), date(2026, 10, 31))
    )
    went_cold = {one.person for one in report.worse if one.band == "cooling"}
    assert went_cold
    assert not went_cold & then
    assert not {one.person for one in report.better if one.was == "cooling"} & now


def test_a_kept_report_is_not_changed_by_what_is_logged_late(larkfield):
    october = date(2026, 10, 1)
    told = reports.of(october, today=TODAY)
    late = Stakeholder.objects.get(name="Omar Haddad")
    make.conversation(late, make.colleague("New"), on=date(2026, 10, 30))
    talks_changed([date(2026, 10, 30)])
    assert reports.of(october, today=TODAY) == told
    reports.make(october, today=TODAY)
    again = reports.of(october, today=TODAY).report.month.lines[0]
    assert again.conversations == told.report.month.lines[0].conversations + 1


def test_a_report_packed_by_another_version_is_made_anew(larkfield):
    october = date(2026, 10, 1)
    told = reports.of(october, today=TODAY).report
    KeptReport.objects.filter(pk=october).update(figures={"form": 0})
    assert reports.of(october, today=TODAY).report == told


def test_a_month_that_goes_on_is_not_kept(larkfield):
    assert reports.of(date(2026, 11, 1), today=TODAY).made_at is None
    assert not KeptReport.objects.filter(pk=date(2026, 11, 1)).exists()


def test_a_file_of_old_conversations_drops_the_reports_of_its_months(larkfield):
    months = [date(2026, month, 1) for month in (8, 9, 10)]
    for month in months:
        reports.of(month, today=TODAY)
    reports.forget(date(2026, 9, 15))
    left = KeptReport.objects.filter(pk__in=months)
    assert list(left.values_list("pk", flat=True)) == months[:1]
