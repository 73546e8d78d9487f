"""What Today asks of the records: queries that are put together once, see `prepared`."""

from datetime import date
from typing import Any, Final, Unpack

from django.db.models import Exists, OuterRef, Q, QuerySet

from stakeholders.models import Commitment, Plan, Snooze, Stakeholder, User
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.models.plans import PlanQuerySet
from stakeholders.models.prepared import prepared
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings import candidates, next_steps
from stakeholders.standings.candidates import Days

SHOWN: Final = 6  # promises of each side, plans
TEAM: Final = Stakeholder.Layer.TEAM
MINE: Final = "mine"


@prepared
def facts(*, reader: User, whose: str, **days: Unpack[Days]) -> QuerySet[Any, Any]:
    """Return `next_steps.FACTS` of whom a conversation might help with."""
    today = days["today"]
    some = people(reader, whose, today)
    if whose == MINE:
        some = candidates.among(some)
    else:
        found = candidates.among_everybody(days)
        some = some.filter(pk__in=found.values("pk"))
    return next_steps.facts(some, _open(reader), today)


@prepared
def promises(
    *, reader: User, whose: str, due_by: date, people: list[int]
) -> CommitmentQuerySet:
    """Return what is due soon on either side, and what is open with `people` (ids)."""
    listed = [one.order_by("due_on", "pk")[:SHOWN] for one in _due(reader, whose, due_by)]
    with_them = Q(promiser__in=people) | Q(promisee__in=people)
    wanted = Q(pk__in=listed[0].values("pk")) | Q(pk__in=listed[1].values("pk"))
    found = _open(reader).filter(with_them | wanted)
    return found.in_brief()


@prepared
def plans(*, reader: User, whose: str, until: date) -> PlanQuerySet:
    """Return what is planned up to a day, and what should have been had."""
    due = Plan.objects.visible_to(reader).open().due_by(until)
    mine = due.filter(keeper=reader.stakeholder_id) if whose == MINE else due
    return mine.select_related("stakeholder", "keeper")[:SHOWN]


def people(reader: User, whose: str, today: date) -> StakeholderQuerySet:
    """Return whom a conversation may be suggested with: not planned, not put off."""
    seen = Stakeholder.objects.visible_to(reader).current().exclude(layer=TEAM)
    me = reader.stakeholder_id
    if me:
        seen = seen.exclude(pk=me)
    if whose == MINE:
        seen = seen.filter(Q(counterpart=me) | Q(backup=me))
    about = {"stakeholder": OuterRef("pk")}
    put_off = Snooze.objects.filter(user=reader, until__gt=today, **about)
    planned = Plan.objects.open().filter(**about)
    return seen.filter(~Exists(put_off), ~Exists(planned))


def _open(reader: User) -> CommitmentQuerySet:
    """Return the open promises that the reader may see."""
    return Commitment.objects.visible_to(reader).current().open()


def _due(
    reader: User, whose: str, due_by: date
) -> tuple[CommitmentQuerySet, CommitmentQuerySet]:
    """Return what we owe by a day, and what we are owed."""
    due = _open(reader).due_by(due_by)
    ours, theirs = due.we_owe(), due.owed_to_us()
    if whose == MINE:
        me = reader.stakeholder_id
        return ours.filter(promiser=me), theirs.filter(promisee=me)
    return ours, theirs
