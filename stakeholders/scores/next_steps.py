"""Next steps: which conversations would help most now, and why.

A conversation is chosen by what it could save: how much the relationship matters, times
how urgent it is. Both are said in parts, so that a reader can disagree with one of them.
It orders conversations to have, never people: whoever needs none has no number.
"""

from dataclasses import dataclass, fields
from enum import IntFlag
from typing import Final

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.columns import Floats, Mask, Numbers
from stakeholders.scores.health import SIGNS_OF, Band, Sign

MOST: Final = 5  # conversations; more would be a list nobody works off
LEAST: Final = 0.2  # need; below it a conversation can wait for its own occasion
REST: Final = 2  # days after a conversation in which no other one is suggested
SOON: Final = 7  # days ahead in which a promise falls due
LEAVING: Final = 60  # days ahead in which somebody leaves
LATEST: Final = 30  # days late; a promise gets no more urgent after that
USUAL_INFLUENCE: Final = 2.0  # where nobody has said


class Cause(IntFlag):
    """Why a conversation would help; in order of how often it cannot wait."""

    OURS_LATE = 1  # we owe them something that was due
    STRAINED = 2
    QUIET = 4  # likely silent, or slower than they used to be
    LEAVING = 8
    RHYTHM = 16  # the agreed rhythm has passed
    THEIRS_LATE = 32
    UNANSWERED = 64  # they reach out or give, and we hardly do
    OURS_SOON = 128


@dataclass(frozen=True, slots=True)
class Cases:
    """Columns of relationships with us, one row per person; unknown: nobody said."""

    person: NDArray[np.int64]  # ids, each once
    signs: NDArray[np.int32]  # sum of `health.Sign`, our side being the source
    silence: Floats  # chance of no contact in 30 days
    quiet: Floats  # days since the last contact
    criticality: Floats  # 1 to 3
    influence: Floats  # 1 to 5
    cadence: Floats  # days agreed between two conversations
    ours_late: Floats  # days since our oldest open promise was due; below 0: still to come
    theirs_late: Floats  # days since theirs was
    leaves_in: Floats  # days until they leave their role

    def __post_init__(self) -> None:
        """Refuse columns of different lengths."""
        if len({len(getattr(self, field.name)) for field in fields(self)}) > 1:
            raise ValueError("columns of different lengths")


@dataclass(frozen=True, slots=True)
class Step:
    """One conversation to have, and the parts of why."""

    person: int
    need: float  # matter x urgency, 0..1
    matter: float  # how much the relationship matters, 0..1
    urgency: float  # all causes together, 0..1
    causes: tuple[tuple[Cause, float], ...]  # each with its own urgency, gravest first


def urgencies(cases: Cases) -> dict[Cause, Floats]:
    """Return how urgent each cause makes each row: 0.0 (it does not hold) to 1.0.

    Silence counts as likely as it is, where it is out of the ordinary for the pair; the
    other weights are judgement: an order of what waits least well, not a measurement.
    """
    strained, cooling = (int(SIGNS_OF[band]) for band in (Band.STRAINED, Band.COOLING))
    carried = int(Sign.TARGET_REACHES | Sign.TARGET_GIVES)
    late, overdue = cases.ours_late, cases.quiet / cases.cadence
    return {
        Cause.OURS_LATE: _where(late > 0, 0.5 + 0.4 * np.minimum(late, LATEST) / LATEST),
        Cause.STRAINED: _where((cases.signs & strained) > 0, 0.7),
        Cause.QUIET: _where((cases.signs & cooling) > 0, np.nan_to_num(cases.silence)),
        Cause.LEAVING: _where((cases.leaves_in >= 0) & (cases.leaves_in <= LEAVING), 0.6),
        Cause.RHYTHM: _where(overdue > 1, np.minimum(0.3 * overdue, 0.6)),
        Cause.THEIRS_LATE: _where(cases.theirs_late > 0, 0.3),
        Cause.UNANSWERED: _where((cases.signs & carried) > 0, 0.25),
        Cause.OURS_SOON: _where((late <= 0) & (late >= -SOON), 0.25),
    }


def matter(cases: Cases) -> Floats:
    """Return how much each relationship matters: above 0 to 1.0 (make or break, decides).

    Two parts criticality (1 to 3) to one part influence (1 to 5), of 11 at most.
    """
    influence = np.where(np.isnan(cases.influence), USUAL_INFLUENCE, cases.influence)
    return np.asarray((2.0 * cases.criticality + influence) / 11.0)


def together(parts: dict[Cause, Floats]) -> Floats:
    """Return all causes as one: 1 - product of (1 - each), so that no sum passes 1.0."""
    return np.asarray(1.0 - np.prod([1.0 - part for part in parts.values()], axis=0))


def next_steps(cases: Cases, most: int = MOST) -> list[Step]:
    """Return the conversations that would help most, at most so many, neediest first.

    Left out: whoever we spoke with in the last days, and needs below LEAST. Ties are
    broken by id, so that the same records always give the same list.
    """
    if not len(cases.person):
        return []
    parts, weight = urgencies(cases), matter(cases)
    urgency = together(parts)
    need = weight * urgency
    waits = ~(cases.quiet <= REST) & (need >= LEAST)
    places = np.flatnonzero(waits)
    first = places[np.lexsort((cases.person[places], -need[places]))][:most]
    return [
        Step(
            int(cases.person[place]),
            float(need[place]),
            float(weight[place]),
            float(urgency[place]),
            _causes(parts, int(place)),
        )
        for place in first
    ]


def overdue(cases: Cases, most: int) -> list[int]:
    """Return with whom (ids) the agreed rhythm has passed, at most so many.

    Those first who matter most and are longest over it, as a share of the rhythm.
    """
    passed = cases.quiet / cases.cadence
    places = np.flatnonzero(passed > 1)
    weight = passed[places] * matter(cases)[places]
    first = places[np.lexsort((cases.person[places], -weight))][:most]
    return [int(pk) for pk in cases.person[first]]


def _causes(parts: dict[Cause, Floats], place: int) -> tuple[tuple[Cause, float], ...]:
    """Return the causes that hold in one row, gravest first."""
    held = [(cause, float(part[place])) for cause, part in parts.items() if part[place] > 0]
    return tuple(sorted(held, key=lambda one: (-one[1], one[0])))


def _where(holds: Mask, urgency: Numbers) -> Floats:
    """Return `urgency` where a cause holds, else 0."""
    return np.where(holds, urgency, 0.0)
