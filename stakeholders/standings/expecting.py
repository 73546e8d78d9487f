"""Expecting: how far the network expects people to be able to count on each other.

What judgements taught is learned once per state of the ties (`sides.Site.judged`) and
kept in this process; a change of any judgement changes the state, and the next page
learns anew. Nothing is stored, so nothing can go stale.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np

from stakeholders.evidence import Facts
from stakeholders.models import Commitment, Exchange, Participation
from stakeholders.models.as_facts import contact_facts, exchange_facts, promise_facts
from stakeholders.scores.columns import Ids
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import Fading, Terms
from stakeholders.scores.prior_as_of import Past
from stakeholders.scores.prior_learning import Lessons, learn
from stakeholders.scores.sums import PairSums
from stakeholders.standings.pooling import US
from stakeholders.standings.sides import Mark, Site

FADING: Final = Fading()  # half-lives that suit slow business ties, as measured
STATES_KEPT: Final = 4  # the newest, as pairs and pooled, and the one before

type Taught = tuple[Judgements, Lessons]


@dataclass(frozen=True, slots=True)
class Expected:
    """What everybody's judgements up to one day say of any pair."""

    past: Past

    def of(self, sums: PairSums) -> Terms:
        """Return, per row, how far its target may expect to count on its source."""
        return self.past.priors(judge=sums.target, judged=sums.source)


def expected(site: Site, day: date, *, pooled: bool = False) -> Expected:
    """Return what is expected as of `day`, using nothing after it.

    pooled: our team is one judge and one judged, called US, so that what any of us
    found of somebody is our own evidence and not the word of others. Where no team is
    named everybody is ours, and nobody is left to expect anything from.
    """
    team = tuple(site.usual.ours.tolist()) if pooled else ()
    nobody_else = pooled and not team
    judgements, lessons = taught(() if nobody_else else site.judged, team)
    return Expected(Past.as_of(judgements, lessons, day.toordinal(), FADING))


@lru_cache(maxsize=STATES_KEPT)
def taught(judged: Mark, team: tuple[int, ...]) -> Taught:
    """Return every judgement with what it taught, `team` (ids) taken as one."""
    found = Judgements.of(_read() if any(judged) else Facts.of([]))
    judgements = _as_one(found, np.array(team, np.int64)) if team else found
    return judgements, learn(judgements, FADING)


def _read() -> Facts:
    """Return every fact that is a judgement, in four queries."""
    felt = Participation.objects.exclude(mood=None).values("interaction")
    return Facts.joined(
        [
            contact_facts(felt),
            exchange_facts(Exchange.objects.filter(kind__in=("credit", "blame"))),
            promise_facts(Commitment.objects.all()),
        ]
    )


def _as_one(judgements: Judgements, team: Ids) -> Judgements:
    """Return `judgements` with our team as one, those within it left out."""
    judge, judged = (
        np.where(np.isin(end, team), US, end)
        for end in (judgements.judge, judgements.judged)
    )
    other = judgements.day, judgements.value, judgements.weight
    return Judgements(judge, judged, *other).take(judge != judged)
