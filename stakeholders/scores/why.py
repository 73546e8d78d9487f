"""Why: what each piece of evidence adds to a score of trust or reliability.

The parts of a `Why` add up to its score, so a reader can check it by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from stakeholders.evidence import Facts, Kind, Rules
from stakeholders.scores.columns import or_none
from stakeholders.scores.prior import Terms
from stakeholders.scores.promises import PRIOR_PROMISES, reliability
from stakeholders.scores.sentences import Sentence
from stakeholders.scores.sums import fading
from stakeholders.scores.trust import PRIOR_EVIDENCE, trust

_PRIOR: Final = {
    "mean": "How people here find each other on average.",
    "judge": "How much kinder or harsher than others {target} judges.",
    "judged": "What others find of {source}, beyond that average.",
    "returned": "What {source} finds of {target}, returned in part.",
    "held": "Kept within the scale from -1 to 1.",
}
_LESSONS: Final = {
    Kind.KEPT: "Promises {source} kept to {target}: {count:.0f}.",
    Kind.LATE: "Promises {source} kept late to {target}: {count:.0f}.",
    Kind.BROKEN: "Promises {source} broke to {target}: {count:.0f}.",
    Kind.CREDIT: "Times {source} gave {target} credit: {count:.0f}.",
    Kind.BLAME: "Times {source} blamed {target}: {count:.0f}.",
    Kind.MOOD: "Times {target} said how it felt with {source}: {count:.0f}.",
}
_OUTCOME: Final = {
    Kind.KEPT: 1.0,
    Kind.LATE: 0.0,
    Kind.BROKEN: -1.0,
    Kind.CREDIT: 1.0,
    Kind.BLAME: -1.0,
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one piece of evidence adds to a score, in the score's own unit."""

    key: str
    amount: float
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Why:
    """A score with the parts that add up to it; without a score, what is missing."""

    score: float | None  # None: unknown
    parts: tuple[Part, ...]
    missing: Sentence | None = None
    basis: Sentence | None = None  # where the rule behind the score was learned


def expectation(terms: Terms, row: int) -> dict[str, float]:
    """Return what each term of the prior adds to one row, for `why_trust`."""
    return {key: float(getattr(terms, key)[row]) for key in _PRIOR}


def why_trust(
    facts: Facts,
    pair: tuple[int, int],
    *,
    at: date,
    rules: Rules,
    prior: Mapping[str, float] | None = None,
) -> Why:
    """Return what makes up how far the second of `pair` can count on the first.

    facts: at least all of the pair's, up to `at`. prior: what the network expects, as the
    terms that `expectation` returns for the row where the second judges the first.
    """
    terms = dict(prior or {})
    expected = sum(terms.values())
    lessons = {kind: _lesson(facts, pair, kind, at, rules) for kind in _LESSONS}
    outcome, evidence, _ = np.sum(list(lessons.values()), axis=0)
    score = or_none(trust(outcome, evidence, expected, rules=rules))
    if score is None:
        return Why(None, (), _missing(evidence, rules))
    learned = (
        Part(
            kind.name.lower(),
            float((out - expected * weight) / (PRIOR_EVIDENCE + evidence)),
            Sentence(_LESSONS[kind], {"count": float(count)}),
        )
        for kind, (out, weight, count) in lessons.items()
        if count
    )
    told = (Part(key, amount, Sentence(_PRIOR[key])) for key, amount in terms.items())
    return Why(score, (*told, *learned))


def why_reliability(
    kept: float, late: float, broken: float, *, usual: float, rules: Rules
) -> Why:
    """Return what makes up the chance that the source keeps the next promise.

    kept, late, broken: faded promises, a row of `PairSums`. usual: see `Usual.kept`.
    """
    score = or_none(reliability(kept, late, broken, usual=usual, rules=rules))
    if score is None:
        return Why(None, (), _missing(kept + late + broken, rules))
    whole = PRIOR_PROMISES + kept + late + broken
    counted = "Promises {source} %s: {count:.1f}, older ones counting less."
    parts = (
        Part("usual", usual, Sentence("How often promises are kept here, by anybody.")),
        *(
            Part(
                key,
                count * (worth - usual) / whole,
                Sentence(counted % did, {"count": count}),
            )
            for key, did, count, worth in (
                ("kept", "kept", kept, 1.0),
                ("late", "kept late", late, 0.5),
                ("broken", "broke", broken, 0.0),
            )
            if count
        ),
    )
    return Why(score, parts)


def _lesson(
    facts: Facts, pair: tuple[int, int], kind: Kind, at: date, rules: Rules
) -> tuple[float, float, float]:
    """Return outcome, faded weight and count of what one kind taught of `pair[0]`."""
    source, target = reversed(pair) if kind == Kind.MOOD else pair
    some = facts.where(
        (facts.kind == kind) & (facts.source == source) & (facts.target == target)
    )
    fade = fading(some.day, at, rules.trust_half_life)
    if kind == Kind.MOOD:
        return float((some.amount * fade).sum()), float(fade.sum()), len(some)
    weight = float((some.amount * fade).sum())
    return _OUTCOME[kind] * weight, weight, len(some)


def _missing(evidence: float, rules: Rules) -> Sentence:
    """Return the sentence that says how much evidence is missing."""
    return Sentence(
        "Evidence so far: {evidence:.1f}, older pieces counting less; {enough:.0f} are"
        " needed. A promise closed, a mood noted or an answer of theirs would help.",
        {"evidence": float(evidence), "enough": rules.enough_trust_evidence},
    )
