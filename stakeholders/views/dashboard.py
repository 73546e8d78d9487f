"""The dashboard: how we stand, in five seconds, and who needs us."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stakeholders import example
from stakeholders.models import Commitment, Stakeholder, User
from stakeholders.models.access import may_manage
from stakeholders.models.prepared import prepared
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings.overview import Overview, overview
from stakeholders.standings.scope import Scope
from stakeholders.views.as_of import AsOf, as_of
from stakeholders.views.dashboard_figures import Figures
from stakeholders.views.dashboard_scope import Asked
from stakeholders.views.headline import headline
from stakeholders.views.kept import keep_page, words_of
from stakeholders.views.parts import Request
from stakeholders.views.shown_people import lines

DUE_SOON = timedelta(days=14)
PROMISES_SHOWN = 8
WORST = ("cooling", "strained", "we_carry", "they_carry")


@require_GET
@keep_page
def dashboard(request: Request) -> HttpResponse:
    """Show how we stand with everybody; an empty site shows how to start."""
    on = as_of(request)
    asked = Asked(request.GET, request.user)
    figures = Figures(asked.scope(), asked.period(on), words_of(request))
    state = overview(day=on.day, scope=figures.scope, past=on.past)
    if not state.people and not Stakeholder.objects.visible_to(request.user).exists():
        return render(request, "stakeholders/start.html", {"anybody": False})
    frame = _frame(request, on, figures.scope)
    context = {"asked": asked, **_summed(figures, state), **frame}
    return render(request, "stakeholders/dashboard.html", context, status=on.status)


def _summed(figures: Figures, state: Overview) -> dict[str, Any]:
    """Return everything that is summed up of the scope."""
    worst = lines([getattr(state, name) for name in WORST])
    return {
        "state": state,
        "headline": headline(state),
        "figures": figures,
        "scope": figures.scope,
        "period": figures.period,
        "most": max((max(one.reached, one.answered) for one in state.layers), default=0),
        **dict(zip(WORST, worst, strict=True)),
    }


def _frame(request: Request, on: AsOf, scope: Scope) -> dict[str, Any]:
    """Return what the page says around the figures."""
    return {
        "on": on,
        "day": on.day,
        "keep": on.keep,
        "today": on.today,
        "log_stopped": on.day < on.today,
        "is_example": lambda: may_manage(request.user) and example.loaded().exists(),
        "due": Due(request.user, on, scope),
    }


@dataclass(frozen=True)
class Due:
    """What is due soon on the day, by us to the `scope` and back, once it is shown."""

    reader: User
    on: AsOf
    scope: Scope

    @cached_property
    def both(self) -> list[Commitment]:
        """Return both sides, first due first."""
        return _due(
            reader=self.reader,
            scope=self.scope,
            past=self.on.past,
            today=self.on.today,
            until=self.on.today + DUE_SOON,
        )

    def we_owe(self) -> list[Commitment]:
        """Return what we owe."""
        return [one for one in self.both if one.promiser.layer == Stakeholder.Layer.TEAM]

    def owed_to_us(self) -> list[Commitment]:
        """Return what we are owed."""
        return [one for one in self.both if one.promiser.layer != Stakeholder.Layer.TEAM]


@prepared
def _due(
    *, reader: User, scope: Scope, past: bool, today: date, until: date
) -> CommitmentQuerySet:
    """Return what `Due` says, both sides together."""
    seen = AsOf(today, past).open(Commitment.objects.visible_to(reader).current())
    due = seen.due_by(until)
    we_owe, owed_to_us = due.we_owe(), due.owed_to_us()
    if scope.narrow:
        here = scope.people().values("pk")
        we_owe = we_owe.filter(promisee__in=here)
        owed_to_us = owed_to_us.filter(promiser__in=here)
    sides = [
        side.order_by("due_on", "pk").values("pk")[:PROMISES_SHOWN]
        for side in (we_owe, owed_to_us)
    ]
    both = Commitment.objects.filter(Q(pk__in=sides[0]) | Q(pk__in=sides[1]))
    return both.order_by("due_on", "pk").in_brief()
