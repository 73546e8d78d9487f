"""Anew: what everybody shares, learned from all facts at once and written in place."""

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from stakeholders.evidence import Facts
from stakeholders.models import Standing, bulk
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
    standing,
    tally,
)
from stakeholders.standings.presence import Presence


@dataclass(frozen=True, slots=True)
class Found:
    """What all that is known teaches of people, as of a day."""

    day: date
    team: Ids  # of whom each is one of us
    between: Learned  # what judgements taught between people
    with_us: Learned  # and with our side as one


def learned(facts: Facts, team: Ids, day: date) -> Found:
    """Return what all `facts` teach as of `day`; `team`: ids of ours.

    It asks no database, so that it can be worked out while one writes.
    """
    return Found(day, team, *learning.learned(team, Judgements.of(facts)))


def settle(sums: PairSums, found: Found, forecast: Future[Forecast]) -> None:
    """Settle the site anew; sums: of all ties, as seen from the landmark.

    forecast: for the same day, may still be worked out. Call while the norm is held.
    """
    chores.taken(settling.CHORE)
    learning.replace(found.between)
    site = sides.Site(Usual.of(sums, found.team), (), (), len(sums))
    norm = norms.measured(found.between, found.with_us, site, found.day.toordinal())
    rows = standing.of_everybody(sums, norm)
    rows |= one_side.learned_of(found.with_us, rows["stakeholder_id"])
    rows |= {"seen": Presence.in_sums(sums).of(rows["stakeholder_id"])}
    calibrating.keep(norm, forecast.result(), found.day)
    norm.save()
    scores = one_side.scored(rows, norm, found.day)
    bulk.replace(Standing, {**rows, **one_side.marks(scores, rows["ours"])})
    tally.write(tally.needed(rows, scores), found.day)
