"""Word: how promises were kept in a period, by us and by them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from stakeholders.models import Commitment
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings.scope import Period, Scope

State = Commitment.State


@dataclass(frozen=True, slots=True)
class Word:
    """Promises of one side, as they ended in a period, and what is overdue."""

    on_time: int
    late: int
    broken: int
    overdue: int  # open, and due before the day

    @property
    def share(self) -> float | None:
        """Return how many were kept, late ones half; None where none was closed."""
        closed = self.on_time + self.late + self.broken
        return (self.on_time + self.late / 2) / closed if closed else None


def of_us(scope: Scope, period: Period) -> Word:
    """Return how we kept what we promised the people of `scope`."""
    made = Commitment.objects.current().we_owe()
    return _kept(made.filter(promisee__in=scope.people()), period)


def of_them(scope: Scope, period: Period) -> Word:
    """Return how the people of `scope` kept what they promised us."""
    made = Commitment.objects.current().owed_to_us()
    return _kept(made.filter(promiser__in=scope.people()), period)


def _kept(promises: CommitmentQuerySet, period: Period) -> Word:
    """Return how `promises` ended, in one query."""
    closed = Q(closed_on__range=(period.first, period.last))
    return Word(
        **promises.aggregate(
            on_time=Count("pk", closed & Q(state=State.KEPT)),
            late=Count("pk", closed & Q(state=State.LATE)),
            broken=Count("pk", closed & Q(state=State.BROKEN)),
            overdue=Count("pk", _open_on(period.last) & Q(due_on__lt=period.last)),
        )
    )


def _open_on(day: date) -> Q:
    """Return which promises were made and not closed by the end of `day`."""
    return Q(made_on__lte=day) & (Q(closed_on=None) | Q(closed_on__gt=day))
