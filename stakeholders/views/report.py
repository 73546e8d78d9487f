"""The report: one month beside the one before, to read, print, send and compare."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
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
    page = _page(request.user, month)
    if page is None:
        return render(request, "stakeholders/report_wait.html", {"month": month})
    told = {"page": page, **_beside(request.user, month)}
    return render(request, "stakeholders/report.html", told)


@require_GET
def report_pdf(request: Request, month: date) -> HttpResponse:
    """Send the report of a month as PDF."""
    page = _page(request.user, month)
    if page is None:
        return redirect("report", month)
    name = f"report-{month:%Y-%m}"
    return as_pdf(request, "stakeholders/report_paper.html", {"page": page}, name)


@require_GET
def report_csv(request: Request, month: date) -> HttpResponseBase:
    """Send the report of a month as CSV, a row for each group."""
    page = _page(request.user, month)
    if page is None:
        return redirect("report", month)
    return as_file(table(page), f"report-{month:%Y-%m}")


@require_POST
def renew_report(request: Request, month: date) -> HttpResponseRedirect:
    """Have the report of a month worked out from what is logged by now."""
    refuse_all_but_managers(request, "have a report worked out anew")
    if not told_by(month):
        raise Http404
    reports.renew(month, today=timezone.localdate())
    messages.success(request, "The report says what is logged by now.")
    return redirect("report", month)


def told_by(month: date) -> bool:
    """Return whether anything can be told of `month` by today."""
    return FIRST_DAY <= month <= timezone.localdate()


def _page(reader: User, month: date) -> ReportPage | None:
    """Return the report of `month` as `reader` sees it; None: it is being worked out."""
    if not told_by(month):
        raise Http404
    told = reports.of(month, today=timezone.localdate())
    return ReportPage(told, reader) if told else None


def _beside(reader: User, month: date) -> dict[str, Any]:
    """Return the months beside `month`, and whether `reader` may have it made anew."""
    following = monthly.last_of(month) + timedelta(1)
    return {
        "earlier": monthly.before(month) if month > FIRST_DAY else None,
        "later": following if told_by(following) else None,
        "may_renew": may_manage(reader) and told_by(following),
    }
