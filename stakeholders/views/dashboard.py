"""The dashboard: how we stand, in five seconds, and who needs us."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stakeholders import example
from stakeholders.models import Commitment, Stakeholder, User
from stakeholders.models.access import may_manage
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings import norms
from stakeholders.standings.overview import Overview, overview
from stakeholders.views.as_of import AsOf, as_of
from stakeholders.views.dashboard_figures import Figures
from stakeholders.views.dashboard_scope import ScopeForm
from stakeholders.views.headline import headline
from stakeholders.views.parts import Request
from stakeholders.views.shown_people import Line, lines

DUE_SOON = timedelta(days=14)
PROMISES_SHOWN = 8
MANY_TIES = 20_000  # above, the figures are summed up every ten minutes, not every time


@require_GET
def dashboard(request: Request) -> HttpResponse:
    """Show how we stand with everybody; an empty site shows how to start."""
    if not Stakeholder.objects.visible_to(request.user).exists():
        return render(request, "stakeholders/start.html", {"anybody": False})
    on = as_of(request)
    form = ScopeForm(request.GET, request.user)
    figures = Figures(form.scope(), form.period(on))
    context = {"form": form, "on": on, **_summed(figures, on), **_frame(request, on)}
    return render(request, "stakeholders/dashboard.html", context, status=on.status)


def _summed(figures: Figures, on: AsOf) -> dict[str, Any]:
    """Return everything that is summed up of the scope."""
    state = overview(day=on.day, scope=figures.scope, past=on.past)
    return {
        "state": state,
        "headline": headline(state),
        "figures": figures,
        "scope": figures.scope,
        "period": figures.period,
        "kept": norms.read().ties > MANY_TIES,
        "trends": figures.healthy_by_layer(),
        "most": max((max(one.reached, one.answered) for one in state.layers), default=0),
        **_lists(state),
    }


def _frame(request: Request, on: AsOf) -> dict[str, Any]:
    """Return what the page says around the figures."""
    return {
        "day": on.day,
        "keep": on.keep,
        "today": on.today,
        "log_stopped": on.day < on.today,
        "is_example": may_manage(request.user) and example.loaded().exists(),
        **_promises(request.user, on),
    }


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
