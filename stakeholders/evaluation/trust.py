"""Trust: how one person will rate another, expected by us and by others, in order of time.

Every rating is expected only from what came before it. Our rates of fading are chosen on
the ratings from 20 to 50 %; the last 50 % are scored.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Final

import numpy as np

from stakeholders.evaluation.leave_one_out import leave_one_out
from stakeholders.evaluation.log import SECONDS_A_DAY, Log, UnreadableLogError
from stakeholders.evaluation.measures import (
    Figures,
    auc,
    draws,
    pearson,
    rmse,
    share,
    with_interval,
)
from stakeholders.evaluation.result import Result
from stakeholders.evaluation.trust_rivals import NEVER, RIVALS
from stakeholders.evidence import Rules
from stakeholders.scores.columns import Floats, Mask
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import Fading, Terms
from stakeholders.scores.prior_learning import learn
from stakeholders.scores.trust import trust

OURS: Final = "ours, fading chosen on the training ratings"
FEWEST: Final = 200  # ratings
SHIPPED: Final = Fading()
JUDGED: Final = (7.0, 15.0, 30.0, 60.0, 180.0)
JUDGE: Final = (3.5, *JUDGED)
RHO: Final = (0.0, 0.15, 0.3, 0.5, 0.7, 0.85)
type Steps = Sequence[Sequence[dict[str, float]]]
STEPS: Final[Steps] = (
    [{"judged": days} for days in JUDGED],
    [{"judge": days} for days in JUDGE],
    [{"rho": share} for share in RHO],
)
PLAIN: Final = {
    "ours without fading, rho 0.5": Fading(NEVER, NEVER, NEVER, 0.5),
    "ours as shipped (180 days, rho 0.5)": SHIPPED,
}
NINETY: Final = 1.645  # standard deviations that 90 % of a normal lie within


def evaluate_trust(log: Log) -> Result:
    """Return how near each predictor's expectations come to the ratings given.

    Raises UnreadableLogError without ratings and times, or with fewer than 200 ratings.
    """
    if len(log) < FEWEST:
        raise UnreadableLogError(f"Too few ratings: {len(log)} of at least {FEWEST}.")
    if not np.ptp(log.rating):
        raise UnreadableLogError("All ratings are alike, so there is nothing to foresee.")
    training, scored = stretches(log)
    past = judgements(log)
    chosen = choose(past, training)
    expected = {name: rival(log) for name, rival in RIVALS.items()}
    inside = {name: _band(log, value, training) for name, value in expected.items()}
    for name, fading in (PLAIN | {OURS: chosen}).items():
        terms = learn(past, fading).expected
        expected[name] = _with_own_evidence(past, terms)
        inside[name] = _inside(past, terms)
    return Result(
        protocol="trust",
        ours=OURS,
        n=int(scored.sum()),
        split={
            "ratings": len(log),
            "training": int(training.sum()),
            "scored": int(scored.sum()),
        },
        predictors=_measured(log.take(scored), expected, inside, scored),
        notes={
            "chosen": {f.name: getattr(chosen, f.name) for f in fields(chosen)},
            "leave_one_out": leave_one_out(log, past),
        },
    )


def judgements(log: Log) -> Judgements:
    """Return the ratings of `log` as the product takes them."""
    days = log.time / SECONDS_A_DAY
    return Judgements(log.source, log.target, days, log.rating, np.ones(len(log)))


def choose(
    past: Judgements, training: Mask, start: Fading = SHIPPED, steps: Steps = STEPS
) -> Fading:
    """Return the fading with the least error on the `training` ratings.

    One setting after another, the first one twice: no more than a score of passes.
    """
    chosen, tried = start, dict[Fading, float]()
    needed = np.flatnonzero(training)[-1] + 1
    known, training = past.take(slice(0, needed)), training[:needed]

    def error(fading: Fading) -> float:
        """Return the mean squared error on the training ratings."""
        if fading not in tried:
            tried[fading] = float((learn(known, fading).error[training] ** 2).mean())
        return tried[fading]

    for step in (*steps, steps[0]):
        chosen = min((replace(chosen, **change) for change in step), key=error)
    return chosen


def stretches(log: Log) -> tuple[Mask, Mask]:
    """Return which ratings train and which are scored."""
    place = np.arange(len(log)) / len(log)
    return (place >= 0.2) & (place < 0.5), place >= 0.5


def _with_own_evidence(past: Judgements, terms: Terms) -> Floats:
    """Return trust as the product says it: prior, and the pair's own earlier ratings."""
    outcome, evidence = _own(past, Rules().trust_half_life)
    rules = replace(Rules(), enough_trust_evidence=0.0)
    return trust(outcome, evidence, terms.total, rules=rules)


def _own(past: Judgements, half_life: float) -> tuple[Floats, Floats]:
    """Return the faded sum and count of each rating's own pair's earlier ones."""
    sums = np.zeros((2, len(past)))
    known: dict[tuple[int, int], tuple[float, float, float]] = {}
    columns = (
        past.judge.tolist(),
        past.judged.tolist(),
        past.day.tolist(),
        past.value.tolist(),
    )
    for row, (judge, judged, day, value) in enumerate(zip(*columns, strict=True)):
        total, weight, seen = known.get((judge, judged), (0.0, 0.0, day))
        fade = 2.0 ** ((seen - day) / half_life)
        sums[:, row] = total * fade, weight * fade
        known[judge, judged] = (total * fade + value, weight * fade + 1.0, day)
    return sums[0], sums[1]


def _inside(past: Judgements, terms: Terms) -> Mask:
    """Return whether each rating fell between the ends given for it."""
    low, high = terms.judgement_interval(NINETY)
    return np.asarray((past.value >= low) & (past.value <= high))


def _band(log: Log, expected: Floats, training: Mask) -> Mask:
    """Return whether each rating fell within what was usual in training, either way."""
    off = log.rating - expected
    return np.asarray(np.abs(off) <= NINETY * np.sqrt((off[training] ** 2).mean()))


def _measured(
    log: Log, expected: dict[str, Floats], inside: dict[str, Mask], scored: Mask
) -> dict[str, Figures]:
    """Return each predictor's figures on the scored ratings, which are `log`."""
    weights, signed = draws(log.pair), log.rating != 0
    of_signed = [weight[signed] for weight in weights]
    figures = {}
    for name, values in expected.items():
        value = values[scored]
        sign = auc(value[signed], log.rating[signed] > 0)
        figures[name] = (
            with_interval(rmse(value, log.rating), "rmse", weights)
            | with_interval(pearson(value, log.rating), "pearson", weights)
            | with_interval(sign, "auc", of_signed)
            | with_interval(share(inside[name][scored]), "coverage90", weights)
        )
    return figures
