"""Word: how promises were kept in a period, by us and by them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, Count, Q, When

from stakeholders.models import Commitment, Stakeholder
from stakeholders.standings.scope import Period, Scope

State = Commitment.State


@dataclass(frozen=True, slots=True)
class Word:
    """Promises of one side, as they ended in a period, and what is overdue."""

    on_time: int = 0
    late: int = 0
    broken: int = 0
    overdue: int = 0  # open, and due before the day

    @property
    def share(self) -> float | None:
        """Return how many were kept, late ones half; None where none was closed."""
        closed = self.on_time + self.late + self.broken
        return (self.on_time + self.late / 2) / closed if closed else None


NOTHING: Final = Word()


def of_both(scope: Scope, period: Period) -> tuple[Word, Word]:
    """Return how we kept what we promised the people of `scope`, and they us."""
    closed = Q(closed_on__range=(period.first, period.last))
    overdue = _open_on(period.last) & Q(due_on__lt=period.last)
    team = Stakeholder.Layer.TEAM
    ours = Q(promiser__layer=team) & scope.held_at("promisee")
    theirs = Q(promisee__layer=team) & scope.held_at("promiser")
    made = Commitment.objects.current().filter(closed | overdue).filter(ours | theirs)
    side = Case(When(promiser__layer=team, then=0), default=1)
    rows: Any = made.order_by().annotate(side=side).values("side")
    counted = rows.annotate(
        on_time=Count("pk", closed & Q(state=State.KEPT)),
        late=Count("pk", closed & Q(state=State.LATE)),
        broken=Count("pk", closed & Q(state=State.BROKEN)),
        overdue=Count("pk", overdue),
    )
    found = {row.pop("side"): Word(**row) for row in counted}
    return found.get(0, NOTHING), found.get(1, NOTHING)


def _open_on(day: date) -> Q:
    """Return which promises were made and not closed by the end of `day`."""
    return Q(made_on__lte=day) & (Q(closed_on=None) | Q(closed_on__gt=day))
