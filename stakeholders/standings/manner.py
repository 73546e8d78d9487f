"""Manner: how two sides speak with each other, beyond how much."""

from dataclasses import dataclass

from stakeholders.evidence import Facts
from stakeholders.scores.columns import Floats, or_none
from stakeholders.scores.quality import rapport_before_approval, replies


@dataclass(frozen=True, slots=True)
class Manner:
    """How one end of a relationship answers and approves."""

    person: int  # id, or US
    reply_days: float | None  # median days to reach back; None: never did
    replies: int
    rapport: float | None  # share of their approvals with a talk before; None: none given
    approvals: int


def manners(facts: Facts, source: int, target: int) -> tuple[Manner, Manner]:
    """Return how each of two, the source first, answers and approves in `facts`."""
    answers, approvals = replies(facts), rapport_before_approval(facts)

    def of(person: int, other: int) -> Manner:
        """Return the manner of `person` with `other`."""
        back = (answers.source == other) & (answers.target == person)
        forth = (approvals.source == person) & (approvals.target == other)
        return Manner(
            person,
            _only(answers.days[back]),
            int(answers.count[back].sum()),
            _only(approvals.share[forth]),
            int(approvals.count[forth].sum()),
        )

    return of(source, target), of(target, source)


def _only(values: Floats) -> float | None:
    """Return the one value, None where there is none or it is unknown."""
    return or_none(values[0]) if len(values) else None
