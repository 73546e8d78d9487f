"""The page of a report: read by everybody, printed, taken out, kept by a task."""

import csv
from datetime import date, timedelta
from importlib.util import find_spec
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from relmap.ticking import tick
from stakeholders.models import KeptReport, Norm
from stakeholders.standings import monthly, rebuild, reports, talks_changed
from tests.pages.desk import desk
from tests.records import make

LATER = "django.tasks.backends.dummy.DummyBackend"
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
OVER = monthly.before(TODAY.replace(day=1))
ADDRESS = f"/report/{OVER:%Y-%m}/"


@pytest.fixture
def at(client):
    """Return a desk where one conversation was had last month."""
    at = desk(client)
    make.conversation(at.dana, at.omar, on=OVER + timedelta(9), listened=True)
    rebuild()
    return at


def test_the_first_report_shown_is_of_the_last_month_that_is_over(at):
    assert at.client.get("/report/").headers["Location"] == ADDRESS
    text = at.client.get(ADDRESS).text
    assert f"Report of {OVER:%B %Y}" in text
    assert f'href="/report/{monthly.before(OVER):%Y-%m}/"' in text


def test_a_report_of_nobody_is_not_kept_once_somebody_is_here(client):
    make.colleague("Dana Levi")
    client.force_login(make.user("manager"))
    empty = client.get(ADDRESS).text
    assert "Nobody but our own team is here yet" in empty
    assert "Beside each figure" not in empty
    make.person("Omar Haddad")
    assert "Nobody but our own team" not in client.get(ADDRESS).text


def test_a_large_site_of_our_own_team_alone_has_its_report(client, monkeypatch):
    monkeypatch.setattr(reports, "MANY_TIES", -1)
    make.conversation(make.colleague("Dana Levi"), make.colleague("Noor"), on=OVER)
    client.force_login(make.user("manager"))
    assert "Nobody but our own team is here yet" in client.get(ADDRESS).text


def test_what_others_add_while_it_is_worked_out_does_no_harm(at):
    unit, asked = make.unit("Harbour"), []

    def meanwhile(execute, sql, *rest):
        if sql.startswith("SELECT") and not asked:
            asked.append(sql)
            make.conversation(at.dana, at.omar, make.person(unit=unit), on=OVER)
            asked.clear()
        return execute(sql, *rest)

    with connection.execute_wrapper(meanwhile):
        told = monthly.report(OVER, today=TODAY)
    groups = [[(one.kind, one.key) for one in m.lines] for m in (told.month, told.before)]
    assert groups[0] == groups[1]


def test_a_log_that_stopped_is_reported_where_it_stopped():
    make.conversation(make.colleague(), make.person(), on=date(2002, 5, 20))
    assert reports.latest(TODAY) == date(2002, 5, 1)


@pytest.mark.parametrize("month", ["1969-12", "2026-13", f"{TODAY.year + 1}-01", "0001-01"])
def test_a_month_that_was_not_is_not_found(at, month):
    for part in ("", "pdf/", "table.csv"):
        assert at.client.get(f"/report/{month}/{part}").status_code == 404


def test_a_month_that_goes_on_says_so(at):
    assert "So far, up to" in at.client.get(f"/report/{TODAY:%Y-%m}/").text


def test_where_nobody_is_yet_the_page_shows_how_to_start(client):
    client.force_login(make.user("manager"))
    page = client.get(ADDRESS)
    assert "stakeholders/start.html" in [one.name for one in page.templates]


def test_where_only_our_team_is_there_is_nothing_to_report_yet(client):
    client.force_login(make.user(stakeholder=make.colleague()))
    assert "nothing to report" in client.get(ADDRESS).text


def test_unknown_is_a_dash_and_never_a_number(at):
    text = at.client.get(ADDRESS).text
    assert 'class="dash"' in text
    assert ">nan<" not in text.lower()


def test_the_file_says_every_figure_beside_that_of_the_month_before(at):
    answer = at.client.get(f"{ADDRESS}table.csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    first, *_ = csv.DictReader(StringIO(answer.getvalue().decode("utf-8-sig")))
    then = f"end of {monthly.before(OVER):%B %Y}"
    assert (first["Group"], first["Name"], first["People"]) == ("network", "Everybody", "2")
    assert (first["Conversations"], first[f"Conversations, {then}"]) == ("1", "0")
    assert (first["Listening"], first["Trust in them"]) == ("1.0", "")


def test_a_pdf_is_sent_or_the_page_says_what_is_missing(at):
    answer = at.client.get(f"{ADDRESS}pdf/")
    there = bool(find_spec("weasyprint"))
    assert answer.status_code == (200 if there else 501)
    assert answer.content.startswith(b"%PDF") == there


def test_a_manager_has_a_report_worked_out_anew_and_nobody_else(at):
    reports.of(OVER, today=TODAY)
    make.conversation(at.dana, at.omar, on=OVER + timedelta(3))
    talks_changed([OVER + timedelta(3)])
    assert at.client.post(f"{ADDRESS}renew/").status_code == 403
    at.client.force_login(make.user("manager"))
    at.client.post(f"{ADDRESS}renew/")
    lines = reports.of(OVER, today=TODAY).report.month.lines
    assert lines[0].conversations == 2


def test_on_a_large_site_nobody_waits_for_a_report(at, settings):
    settings.LONG_TASKS = "later"
    settings.TASKS = {**settings.TASKS, "later": {"BACKEND": LATER}}
    Norm.objects.update(ties=reports.MANY_TIES + 1)
    assert "being worked out" in at.client.get(ADDRESS).text
    assert at.client.get(f"{ADDRESS}table.csv").headers["Location"] == ADDRESS
    reports.keep.call(str(OVER))
    assert "Beside each figure" in at.client.get(ADDRESS).text


def test_a_report_made_before_its_month_was_over_is_not_kept_for_ever(at):
    reports.make(OVER, today=OVER + timedelta(9))
    early = timezone.now() - timedelta(60)
    KeptReport.objects.update(made_at=early)
    told = reports.of(OVER, today=TODAY)
    assert (told.report.month.last, told.made_at > early) == (monthly.last_of(OVER), True)


def test_once_a_month_is_over_its_report_is_kept_by_itself(at):
    assert tick()
    assert list(KeptReport.objects.values_list("pk", flat=True)) == [OVER]


def test_more_units_need_the_same_number_of_queries(at):
    def queries():
        KeptReport.objects.all().delete()
        with CaptureQueriesContext(connection) as caught:
            at.client.get(ADDRESS)
        return len(caught)

    def more(names):
        for name in names:
            make.conversation(at.dana, make.person(name, unit=make.unit(name)), on=OVER)
        rebuild()

    more("ab")
    before = queries()
    more("cdefgh")
    assert queries() == before
