"""The dashboard: how we stand, in five seconds, and who needs us."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stakeholders import example
from stakeholders.models import Commitment, Stakeholder, User
from stakeholders.models.access import may_manage
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings.overview import Overview, overview
from stakeholders.standings.positions import Positions, positions
from stakeholders.standings.scope import Scope
from stakeholders.views.as_of import AsOf, as_of
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
    on = as_of(request)
    day = on.day
    state = overview(day=day, past=on.past)
    context = {
        "state": state,
        "headline": headline(state),
        "day": day,
        "on": on,
        "keep": on.keep,
        "today": on.today,
        "log_stopped": day < on.today,
        "is_example": may_manage(request.user) and example.loaded().exists(),
        "most": max((max(one.reached, one.answered) for one in state.layers), default=0),
        **_lists(state),
        **_promises(request.user, on),
        **_positions(Scope().people()),
    }
    return render(request, "stakeholders/dashboard.html", context, status=on.status)


def _lists(state: Overview) -> dict[str, list[Line]]:
    """Return the short lists of the page with the names of who is in them."""
    groups = (state.cooling, state.strained, state.we_carry, state.they_carry)
    return dict(
        zip(("cooling", "strained", "we_carry", "they_carry"), lines(groups), strict=True)
    )


def _promises(reader: User, on: AsOf) -> dict[str, CommitmentQuerySet]:
    """Return what is due soon on the day, by us and to us, first due first."""
    seen = on.open(Commitment.objects.visible_to(reader).current())
    due = seen.due_by(on.today + DUE_SOON).select_related("promiser", "promisee")
    return {
        "we_owe": due.we_owe()[:PROMISES_SHOWN],
        "owed_to_us": due.owed_to_us()[:PROMISES_SHOWN],
    }


def _positions(people: StakeholderQuerySet) -> dict[str, Positions]:
    """Return where `people` stand: power against interest, engagement now and wanted."""
    return {
        "power": positions(people, "interest", "influence"),
        "engagement": positions(people, "engagement_wanted", "engagement_now"),
    }
