"""The report: one month beside the one before, to read, print, send and compare."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from stakeholders.models import Stakeholder, User
from stakeholders.models.access import may_manage
from stakeholders.standings import monthly, reports
from stakeholders.views.as_of import FIRST_DAY
from stakeholders.views.paper import as_pdf
from stakeholders.views.parts import Request, refuse_all_but_managers
from stakeholders.views.report_page import ReportPage
from stakeholders.views.report_table import table
from stakeholders.views.sending import as_file


@require_GET
def latest_report(request: Request) -> HttpResponseRedirect:
    """Lead to the report of the last month that is over."""
    return redirect("report", reports.latest(timezone.localdate()))


@require_GET
def report(request: Request, month: date) -> HttpResponse:
    """Show the report of a month; an empty site shows how to start."""
    if not Stakeholder.objects.visible_to(request.user).exists():
        return render(request, "stakeholders/start.html", {"anybody": False})
    return render(request, "stakeholders/report.html", _told(request.user, month))


@require_GET
def report_pdf(request: Request, month: date) -> HttpResponse:
    """Send the report of a month as PDF."""
    told, name = _told(request.user, month), f"report-{month:%Y-%m}"
    return as_pdf(request, "stakeholders/report_paper.html", told, name)


@require_GET
def report_csv(request: Request, month: date) -> StreamingHttpResponse:
    """Send the report of a month as CSV, a row for each group."""
    return as_file(table(_page(request.user, month)), f"report-{month:%Y-%m}")


@require_POST
def renew_report(request: Request, month: date) -> HttpResponseRedirect:
    """Work out the report of a month that is over from what is logged by now."""
    refuse_all_but_managers(request, "work a report out anew")
    today = timezone.localdate()
    if monthly.last_of(month) < today and month >= FIRST_DAY:
        reports.make(month, today=today)
        messages.success(request, "The report now says what is logged by today.")
    return redirect("report", month)


def _page(reader: User, month: date) -> ReportPage:
    """Return the report of `month` as `reader` sees it; 404 where it cannot be told."""
    today = timezone.localdate()
    if not FIRST_DAY <= month <= today:
        raise Http404
    return ReportPage(reports.of(month, today=today), reader)


def _told(reader: User, month: date) -> dict[str, Any]:
    """Return what the report of `month` shows."""
    today = timezone.localdate()
    following = monthly.last_of(month) + timedelta(1)
    return {
        "page": _page(reader, month),
        "earlier": monthly.before(month) if month > FIRST_DAY else None,
        "later": following if following <= today else None,
        "may_renew": may_manage(reader) and following <= today,
    }
