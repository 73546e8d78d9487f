"""Explaining: one score of one relationship, taken apart into what it is made of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
from django.conf import settings

from stakeholders.evidence import Facts
from stakeholders.scores.change import Change, smallest_change
from stakeholders.scores.prior import Terms
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.scores.warmth import absence, days_since
from stakeholders.scores.why import Why, expectation, why_reliability, why_trust
from stakeholders.scores.why_contact import (
    why_balance,
    why_evenness,
    why_silence,
    why_strength,
)
from stakeholders.standings.ground import Ground, ground
from stakeholders.standings.manner import Manner, manners
from stakeholders.standings.pair_facts import PairFacts, pair_facts
from stakeholders.standings.pooling import US, pooled
from stakeholders.standings.reading import scored_on
from stakeholders.standings.relationship import NO_EVIDENCE, Relationship
from stakeholders.standings.scored import Scored

NOTHING: Final = Why(None, ())
TURNED: Final = {  # the name of the same score once source and target change places
    "trust_in_source": "trust_in_target",
    "trust_in_target": "trust_in_source",
    "source_reliability": "target_reliability",
    "target_reliability": "source_reliability",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A relationship, one of its scores by name, and why that is what it is."""

    name: str
    seen: Relationship
    why: Why  # health has reasons (see `seen`) instead of parts
    ends: tuple[int, int]  # ids that the sentences call {source} and {target}
    evidence: float | None  # faded pieces that trust rests on; None for other scores
    change: Change | None  # the smallest event that moves the band
    manners: tuple[Manner, ...] = ()  # of both ends, where it is about reaching out


@dataclass(frozen=True, slots=True)
class _Case:
    """One relationship with everything that its scores are computed from."""

    scored: Scored  # of one row
    known: PairFacts
    source: int  # ids as in the facts' relationship, US for our side
    target: int

    def trust(self, counted_on: int, counting: int, expected: Terms) -> Why:
        """Return why `counting` can count on `counted_on` so far."""
        return why_trust(
            self.known.as_one,
            (counted_on, counting),
            at=self.scored.day,
            rules=settings.RULES,
            prior=expectation(expected, 0),
        )

    def reliability(self, sums: PairSums) -> Why:
        """Return why the source of `sums` is so likely to keep a promise."""
        made = (float(column[0]) for column in (sums.kept, sums.late, sums.broken))
        return why_reliability(*made, usual=self.scored.usual.kept, rules=settings.RULES)

    def days(self, name: str) -> float:
        """Return how many days ago the day called `name` was."""
        return float(days_since(getattr(self.scored.there, name), self.scored.day)[0])

    def both(self, name: str) -> tuple[float, float]:
        """Return one sum from the source, and the same one from the target."""
        there, back = self.scored.there, self.scored.back
        return float(getattr(there, name)[0]), float(getattr(back, name)[0])

    @property
    def contact_days(self) -> float:
        """Return the days in contact, faded; the same both ways."""
        return self.both("contact_days")[0]

    def silence(self) -> Why:
        """Return why the two are so likely not to speak for a month."""
        scored = self.scored
        away = absence(scored.there.last_day, scored.seen, scored.day)
        forecast = scored.usual.forecast
        return why_silence(
            self.days("last_day"), self.contact_days, forecast, float(away[0])
        )

    def balance(self, flow: str, usual: float) -> Why:
        """Return why more or less of a `flow` comes in than the `usual` share across us."""
        sent, received = self.both(flow)
        ours = self.scored.usual.ours
        crossing = self.source in ours and self.target not in ours
        return why_balance(received, sent, usual if crossing else 0.5)


_WHYS: Final[dict[str, Callable[[_Case], Why]]] = {
    "health": lambda case: NOTHING,
    "trust_in_source": lambda case: case.trust(
        case.source, case.target, case.scored.expected_there
    ),
    "trust_in_target": lambda case: case.trust(
        case.target, case.source, case.scored.expected_back
    ),
    "source_reliability": lambda case: case.reliability(case.scored.there),
    "target_reliability": lambda case: case.reliability(case.scored.back),
    "attention": lambda case: why_evenness(*case.both("attention")),
    "giving": lambda case: why_evenness(*case.both("given")),
    "silence": lambda case: case.silence(),
    "strength": lambda case: why_strength(
        case.contact_days, case.days("first_day"), settings.RULES.contact_half_life
    ),
    "balance": lambda case: case.balance("attention", case.scored.usual.reached),
    "giving_balance": lambda case: case.balance("given", case.scored.usual.given),
}
NAMES: Final = frozenset(_WHYS)
OF_THE_TARGET: Final = {"trust_in_target", "target_reliability"}  # who comes first in them


def explain(
    source: int, target: int, name: str, *, day: date, past: bool = False
) -> Explained:
    """Return why the score `name` of two people (ids; source 0: our side) is what it is.

    name: one of NAMES, as seen from `source`.
    """
    here = ground(day, past=past)
    scored = here.one_side([target]) if source == US else _pair(here, source, target)
    if not len(scored.scores.source):
        seen = replace(NO_EVIDENCE, source=source, target=target)
        first = _first_step(here, source, target)
        return Explained(name, seen, NOTHING, (source, target), None, first)
    (seen,) = scored.rows([0])
    if seen.source != source:
        name = TURNED.get(name, name)
    known = pair_facts(seen.source, seen.target, here, past=past)
    case = _Case(scored, known, seen.source, seen.target)
    turned = name in OF_THE_TARGET
    return Explained(
        name,
        seen,
        _WHYS[name](case),
        (seen.target, seen.source) if turned else (seen.source, seen.target),
        _evidence(case, name),
        _change(case),
        manners(known.as_one, seen.source, seen.target) if name == "attention" else (),
    )


def _pair(here: Ground, source: int, target: int) -> Scored:
    """Return the relationship of two people, or no row."""
    both = {source, target}
    return scored_on(here, here.across(both, both))


def _evidence(case: _Case, name: str) -> float | None:
    """Return the faded pieces of evidence that a score of trust rests on."""
    there, back = case.both("evidence")
    return {"trust_in_source": there, "trust_in_target": back}.get(name)


def _change(case: _Case) -> Change | None:
    """Return the smallest event that would move the band."""
    scored, known = case.scored, case.known
    prior = np.array([scored.expected_there.total[0], scored.expected_back.total[0]])
    fold = pair_sums if case.source != US else _pooling(known)
    return smallest_change(
        known.facts,
        at=scored.day,
        rules=settings.RULES,
        usual=scored.usual,
        prior=prior if case.source < case.target else prior[::-1],
        seen=int(scored.seen[0]),
        fold=fold,
        actors=(known.closest, case.target),
    )


def _first_step(here: Ground, source: int, target: int) -> Change | None:
    """Return what would begin a relationship of which nothing is known."""
    return smallest_change(
        Facts.of([]),
        at=here.day,
        rules=settings.RULES,
        usual=replace(here.usual({source, target}), ours=np.array([source])),
        actors=(source, target),
    )


def _pooling(known: PairFacts) -> Callable[..., PairSums]:
    """Return the fold that takes all of ours as one side, as the pooled scores do."""

    def fold(facts: Facts, **how: object) -> PairSums:
        """Return our side with the one person, both ways."""
        sums = pair_sums(facts, **how)  # type: ignore[arg-type]
        ours = sums.source != known.target
        return pooled(sums.take(ours), sums.take(~ours))

    return fold
