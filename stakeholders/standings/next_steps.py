"""Next steps: who a conversation would help most with, read for one reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import Min, OuterRef, QuerySet, Subquery

from stakeholders.models import Role, Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.scores.columns import UNKNOWN, Floats
from stakeholders.scores.next_steps import MOST, Cases, Step, next_steps, overdue
from stakeholders.standings import reading
from stakeholders.standings.relationship import NO_EVIDENCE, Relationship
from stakeholders.standings.scored import Scored

FACTS = ("pk", "criticality", "influence", "cadence_days", "ours", "theirs", "leaves")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A conversation that would help, and how we are with the person."""

    step: Step
    with_us: Relationship


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next."""

    suggestions: list[Suggestion]  # neediest first
    overdue: list[Relationship]  # others whose agreed rhythm has passed

    @property
    def people(self) -> list[int]:
        """Return the ids of everybody in it."""
        return [
            *(one.step.person for one in self.suggestions),
            *(one.target for one in self.overdue),
        ]


def what_next(rows: Sequence[Any], *, day: date, today: date) -> Next:
    """Return which conversations would help most with the people of `rows`, see `facts`.

    day: that scores are shown for. today: that promises are due by.
    """
    scored = reading.all_with_us([row[0] for row in rows], day=day)
    cases = _cases(rows, scored, today)
    steps = next_steps(cases)
    chosen = [step.person for step in steps]
    late = [pk for pk in overdue(cases, 2 * MOST) if pk not in chosen][:MOST]
    place = {pk: at for at, pk in enumerate(scored.scores.target.tolist())}
    found = scored.rows([place[pk] for pk in (*chosen, *late) if pk in place])
    known = {one.target: one for one in found}
    return Next(
        [Suggestion(step, known.get(step.person, NO_EVIDENCE)) for step in steps],
        [known[pk] for pk in late],
    )


def facts(
    people: StakeholderQuerySet, promises: CommitmentQuerySet, today: date
) -> QuerySet[Any, Any]:
    """Return FACTS of each of `people`; promises: open ones that the reader may see."""
    team = Stakeholder.Layer.TEAM
    held = Role.objects.current().filter(stakeholder=OuterRef("pk"), primary=True)
    due = promises.exclude(due_on=None).order_by()
    ours = due.filter(promisee=OuterRef("pk"), promiser__layer=team).values("promisee")
    theirs = due.filter(promiser=OuterRef("pk"), promisee__layer=team).values("promiser")
    found = people.annotate(
        ours=Subquery(ours.annotate(first=Min("due_on")).values("first")),
        theirs=Subquery(theirs.annotate(first=Min("due_on")).values("first")),
        leaves=Subquery(held.filter(until__gte=today).values("until")[:1]),
    )
    return found.order_by("pk").values_list(*FACTS)


def _cases(rows: Sequence[Any], scored: Scored, today: date) -> Cases:
    """Return `rows` of FACTS, by id, beside how we are with these people."""
    pk, criticality, influence, cadence, ours, theirs, leaves = (
        zip(*rows, strict=True) if rows else ((),) * len(FACTS)
    )
    person = np.array(pk, np.int64)
    place = np.searchsorted(person, scored.scores.target)
    state = scored.scores.condition
    signs = np.zeros(len(person), np.int32)
    signs[place] = scored.scores.signs
    silence, quiet = (np.full(len(person), UNKNOWN) for _ in range(2))
    silence[place], quiet[place] = state.silence, state.quiet
    return Cases(
        person=person,
        signs=signs,
        silence=silence,
        quiet=quiet,
        criticality=_column(criticality),
        influence=_column(influence),
        cadence=_column(cadence),
        ours_late=_since(ours, today),
        theirs_late=_since(theirs, today),
        leaves_in=-_since(leaves, today),
    )


def _column(values: tuple[float | None, ...]) -> Floats:
    """Return `values` as a column; what nobody said is unknown."""
    return np.array([UNKNOWN if one is None else one for one in values], np.float64)


def _since(days: tuple[date | None, ...], today: date) -> Floats:
    """Return the days from each of `days` to `today`, below 0 where it is to come."""
    return _column(tuple(None if day is None else (today - day).days for day in days))
