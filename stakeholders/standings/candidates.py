"""Candidates: with whom a conversation might help, found through indexes.

Whoever has no sign, no promise that is due, no date to leave by and no rhythm to keep
needs no conversation (see `scores.next_steps`), so only those with one of them are read:
of each kind so many, those first who matter most.
"""

from datetime import date, timedelta
from typing import Any, TypedDict

from django.db.models import F, QuerySet

from stakeholders.models import Commitment, Role, Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.scores.health import Band
from stakeholders.scores.next_steps import LEAVING, SOON
from stakeholders.standings import lists

OF_EACH = 16  # people; three times what a page shows
KEPT = 300  # people one of us keeps; whoever has more is shown those who matter most


class Days(TypedDict):
    """The days that make a candidate of somebody."""

    today: date
    ordinal: int  # of today
    soon: date  # the last one that is
    before_long: date  # the last one to leave by


def days(today: date) -> Days:
    """Return these days, as seen from `today`."""
    soon, long = (today + timedelta(days=one) for one in (SOON, LEAVING))
    return {"today": today, "ordinal": today.toordinal(), "soon": soon, "before_long": long}


def among_everybody(days: Days) -> StakeholderQuerySet:
    """Return the candidates of the whole site.

    Promises that a reader may not see are minded here, and nowhere later: they make a
    candidate of somebody, and no reason that is shown.
    """
    kinds: list[QuerySet[Any, Any]] = [
        *(lists.others(band).values("pk") for band in (Band.STRAINED, Band.COOLING)),
        lists.they_carry().values("pk"),
        *_owed(days),
        _leaving(days),
        _overdue(days),
    ]
    people = Stakeholder.objects.order_by().values("pk")
    first, *others = (people.filter(pk__in=some[:OF_EACH]) for some in kinds)
    return Stakeholder.objects.filter(pk__in=first.union(*others))


def among(people: StakeholderQuerySet) -> StakeholderQuerySet:
    """Return the candidates among the `people` one of us keeps."""
    weighty = people.order_by(F("standing__weight").desc(nulls_last=True), "pk")
    return Stakeholder.objects.filter(pk__in=weighty.values("pk")[:KEPT])


def _owed(days: Days) -> list[QuerySet[Any, Any]]:
    """Return whom we owe something late or due soon, and who owes us something late."""
    promises = Commitment.objects.filter(archived_at=None).open()
    soon, late = promises.due_by(days["soon"]), promises.due_by(days["today"])
    ours = soon.we_owe().order_by("-promisee__standing__weight", "due_on")
    theirs = late.owed_to_us().order_by("-promiser__standing__weight", "due_on")
    return [ours.values("promisee"), theirs.values("promiser")]


def _leaving(days: Days) -> QuerySet[Any, Any]:
    """Return who leaves the role they are known by before long."""
    until = (days["today"], days["before_long"])
    ending = Role.objects.current().filter(primary=True, until__range=until)
    return ending.order_by("-stakeholder__standing__weight", "until").values("stakeholder")


def _overdue(days: Days) -> QuerySet[Any, Any]:
    """Return with whom the agreed rhythm has passed."""
    agreed = Stakeholder.objects.exclude(cadence_days=None)
    passed = agreed.filter(standing__spoke__lt=days["ordinal"] - F("cadence_days"))
    return passed.order_by("-criticality").values("pk")
