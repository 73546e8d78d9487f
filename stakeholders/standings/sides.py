"""Sides: who counts as ours, and what is usual between us and others."""

from dataclasses import dataclass

import numpy as np
from django.db.models import Count, F, FloatField, Max, Q, QuerySet, Sum

from stakeholders.models import Stakeholder, Tie
from stakeholders.scores.columns import UNKNOWN, Ids
from stakeholders.scores.usual import Usual

type Mark = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """What is usual across the whole site, and marks of what the ties say now."""

    usual: Usual
    judged: Mark  # changes when any judgement does: faded sums of all of them
    changed: Mark  # changes when anything does
    ties: int  # ordered pairs with any evidence


def our_people() -> QuerySet[Stakeholder]:
    """Return our team; a site that has not named one yet counts everybody as ours."""
    team = Stakeholder.objects.current().in_our_team()
    return team if team.exists() else Stakeholder.objects.current()


def site() -> Site:
    """Return the state of the whole site, in two queries whatever its size.

    Kept sums carry one common factor (see `columns.LANDMARK`), which shares cancel.
    """
    out, into = Q(source__in=_team()), Q(target__in=_team())
    total = Tie.objects.aggregate(
        good=Sum(F("kept") + F("late") / 2),
        promised=Sum(F("kept") + F("late") + F("broken")),
        sent=Sum("attention", filter=out & ~into),
        received=Sum("attention", filter=into & ~out),
        gave=Sum("given", filter=out & ~into),
        got=Sum("given", filter=into & ~out),
        learned=Sum("outcome"),
        weighed=Sum("evidence"),
        of_whom=Sum(F("outcome") * F("source_id"), output_field=FloatField()),
        by_whom=Sum(F("evidence") * F("target_id"), output_field=FloatField()),
        talks=Sum("contacts"),
        gifts=Sum("given"),
        days=Sum("contact_days"),
        last=Max("pk"),
        ties=Count("pk"),
    )
    known = {name: value or 0.0 for name, value in total.items()}
    judged = tuple(known[name] for name in ("learned", "weighed", "of_whom", "by_whom"))
    marks = ("last", "ties", "talks", "gifts", "days", "gave", "got")
    everything = tuple(known[name] for name in marks)
    found = Usual(
        team(),
        _share(known["good"], known["promised"]),
        _share(known["received"], known["received"] + known["sent"]),
        _share(known["got"], known["got"] + known["gave"]),
    )
    return Site(found, judged, judged + everything, int(known["ties"]))


def team() -> Ids:
    """Return the ids of our team, ascending; none where none is named."""
    return np.array(list(_team().order_by("pk").values_list("pk", flat=True)), np.int64)


def _team() -> QuerySet[Stakeholder]:
    """Return the people marked as our team."""
    return Stakeholder.objects.current().in_our_team()


def _share(part: float, whole: float) -> float:
    """Return part / whole, unknown where there is nothing."""
    return part / whole if whole else UNKNOWN
