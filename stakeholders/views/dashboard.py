"""The dashboard: how we stand, in five seconds, and who needs us."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from stakeholders import example
from stakeholders.models import Commitment, Stakeholder, User
from stakeholders.models.access import may_manage
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings.clock import shown_day
from stakeholders.standings.overview import Overview, overview
from stakeholders.views.headline import headline
from stakeholders.views.parts import Request
from stakeholders.views.shown_people import Line, lines

DUE_SOON = timedelta(days=14)
PROMISES_SHOWN = 8


@require_GET
def dashboard(request: Request) -> HttpResponse:
    """Show how we stand with everybody; an empty site shows how to start."""
    if not Stakeholder.objects.visible_to(request.user).exists():
        return render(request, "stakeholders/start.html", {"anybody": False})
    today = timezone.localdate()
    day = shown_day(today)
    state = overview(day=day)
    context = {
        "state": state,
        "headline": headline(state),
        "day": day,
        "log_stopped": day < today,
        "is_example": may_manage(request.user) and example.loaded().exists(),
        "most": max((max(one.reached, one.answered) for one in state.layers), default=0),
        **_lists(state),
        **_promises(request.user, today),
    }
    return render(request, "stakeholders/dashboard.html", context)


def _lists(state: Overview) -> dict[str, list[Line]]:
    """Return the short lists of the page with the names of who is in them."""
    groups = (state.cooling, state.strained, state.we_carry, state.they_carry)
    return dict(
        zip(("cooling", "strained", "we_carry", "they_carry"), lines(groups), strict=True)
    )


def _promises(reader: User, today: date) -> dict[str, CommitmentQuerySet]:
    """Return what is due soon, by us and to us, first due first."""
    seen = Commitment.objects.visible_to(reader).current().open()
    due = seen.due_by(today + DUE_SOON).select_related("promiser", "promisee")
    return {
        "we_owe": due.we_owe()[:PROMISES_SHOWN],
        "owed_to_us": due.owed_to_us()[:PROMISES_SHOWN],
    }
