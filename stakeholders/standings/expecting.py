"""Expecting: how far the network expected people to count on each other, on a day gone by.

Today's expectations are kept as sums (see `learning`). Of a day gone by everything is
learned anew; the last few states of the judgements are remembered in this process.
"""

from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np

from stakeholders.evidence import Facts
from stakeholders.models import Commitment, Exchange, Participation
from stakeholders.models.as_facts import contact_facts, exchange_facts, promise_facts
from stakeholders.scores.columns import Ids
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import Fading
from stakeholders.scores.prior_as_of import Past
from stakeholders.scores.prior_learning import Lessons, learn
from stakeholders.standings.pooling import US
from stakeholders.standings.sides import Mark, Site

FADING: Final = Fading()  # half-lives that suit slow business ties, as measured
STATES_KEPT: Final = 4  # the newest, as pairs and pooled, and the one before

type Known = tuple[Judgements, Lessons]


def past(site: Site, day: date, *, pooled: bool = False) -> Past:
    """Return what was expected as of `day`, using nothing after it.

    pooled: our team is one judge and one judged, called US, so that what any of us
    found of somebody is our own evidence and not the word of others. Where no team is
    named everybody is ours, and nobody is left to expect anything from.
    """
    team = tuple(site.usual.ours.tolist()) if pooled else ()
    nobody_else = pooled and not team
    found, lessons = taught(() if nobody_else else site.judged, team)
    return Past.as_of(found, lessons, day.toordinal(), FADING)


@lru_cache(maxsize=STATES_KEPT)
def taught(judged: Mark, team: tuple[int, ...]) -> Known:
    """Return every judgement with what it taught, `team` (ids) taken as one."""
    found = judgements() if any(judged) else Judgements.of(Facts.of([]))
    found = as_one(found, np.array(team, np.int64)) if team else found
    return found, learn(found, FADING)


def judgements() -> Judgements:
    """Return every judgement there is, in four queries."""
    felt = Participation.objects.exclude(mood=None).values("interaction")
    return Judgements.of(
        Facts.joined(
            [
                contact_facts(felt),
                exchange_facts(Exchange.objects.filter(kind__in=("credit", "blame"))),
                promise_facts(Commitment.objects.all()),
            ]
        )
    )


def as_one(judgements: Judgements, team: Ids) -> Judgements:
    """Return `judgements` with `team` (ids) as one, those within it left out."""
    judge, judged = (
        np.where(np.isin(end, team), US, end)
        for end in (judgements.judge, judgements.judged)
    )
    other = judgements.day, judgements.value, judgements.weight
    return Judgements(judge, judged, *other).take(judge != judged)
