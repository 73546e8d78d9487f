"""Anew: what everybody shares, learned from all facts at once and written in place.

All is worked out without the database, so that it can be while one writes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Self

from stakeholders.evidence import Facts
from stakeholders.models import Norm, Standing, bulk
from stakeholders.scores.columns import Ids
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior_kept import Learned
from stakeholders.scores.sums import PairSums
from stakeholders.scores.usual import Usual
from stakeholders.scores.warmth import Forecast
from stakeholders.standings import (
    calibrating,
    chores,
    learning,
    norms,
    one_side,
    settling,
    sides,
    tally,
)
from stakeholders.standings.presence import Presence
from stakeholders.standings.scored import Scored
from stakeholders.standings.tables import Columns


@dataclass(frozen=True, slots=True)
class Lessons:
    """What all that is known teaches of people, as of a day."""

    day: date
    team: Ids  # of whom each is one of us
    between: Learned  # what judgements taught between people
    with_us: Learned  # and with our side as one
    forecast: Forecast

    @classmethod
    def of(cls, facts: Facts, team: Ids, day: date) -> Self:
        """Return what all `facts` teach as of `day`; team: ids of ours."""
        learned = learning.learned(team, Judgements.of(facts))
        return cls(day, team, *learned, calibrating.taught(facts, day))


@dataclass(frozen=True, slots=True)
class Counted:
    """How the whole site stands, counted anew and ready to be written."""

    lessons: Lessons
    norm: Norm
    rows: Columns  # our side as one with everybody
    scores: Scored  # of the same

    @classmethod
    def of(cls, sums: PairSums, here: Columns, lessons: Lessons) -> Self:
        """Return it from the `sums` of all ties, as seen from the landmark.

        here: who everybody is, see `one_side.who`.
        """
        day, with_us = lessons.day, lessons.with_us
        site = sides.Site(Usual.of(sums, lessons.team), (), (), len(sums))
        norm = norms.measured(lessons.between, with_us, site, day.toordinal())
        rows = one_side.of_ties(sums, here, norm) | here
        rows |= one_side.learned_of(with_us, rows["stakeholder_id"])
        rows |= {"seen": Presence.in_sums(sums).of(rows["stakeholder_id"])}
        calibrating.keep(norm, lessons.forecast, day)
        return cls(lessons, norm, rows, one_side.scored(rows, norm, day))


def settle(counted: Counted) -> None:
    """Settle the site as it was `counted`. Call while the norm is held."""
    chores.taken(settling.CHORE)
    learning.replace(counted.lessons.between)
    counted.norm.save()
    marks = one_side.marks(counted.scores, counted.rows["ours"])
    bulk.replace(Standing, {**counted.rows, **marks})
    tally.write(tally.needed(counted.rows, counted.scores), counted.lessons.day)
