"""Balance: what is left of the truth when a log hides one side's contacts.

People are dealt to our side or theirs at random; of what theirs sends, a share is hidden.
The truth is the full log. Naive reciprocity counts what is left; ours judges each pair
against the share that comes in across the site.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import stats

from stakeholders.evaluation.log import Log, UnreadableLogError
from stakeholders.evaluation.measures import (
    SEED,
    Figures,
    draws,
    pearson,
    share,
    with_interval,
)
from stakeholders.evaluation.result import Result
from stakeholders.evidence import Rules
from stakeholders.scores.balance import balance, coverage, one_sided
from stakeholders.scores.columns import Floats, Ids, Mask
from stakeholders.scores.reciprocity import evenness

HIDDEN: Final = (0.5, 0.7, 0.9)  # shares of what theirs sent
FEWEST_EVENTS: Final = 10  # in the full log, for a pair's truth to be known
FEWEST_PAIRS: Final = 20
OURS: Final = "ours, {:.0%} hidden"
NAIVE: Final = "naive reciprocity, {:.0%} hidden"
FOUR_TO_ONE: Final = 0.4  # evenness of four to one


@dataclass(frozen=True, slots=True)
class Flows:
    """One row per pair of one of ours with one of theirs."""

    pair: Ids
    sent: Floats  # by ours
    received: Floats  # from theirs


def evaluate_balance(log: Log) -> Result:
    """Return how well each score of a half-hidden log correlates with its full truth.

    Raises UnreadableLogError when fewer than 20 pairs have ten events across the sides.
    """
    chance = np.random.default_rng(SEED)
    ours = chance.random(int(max(log.source.max(), log.target.max())) + 1) < 0.5
    across = ours[log.source] != ours[log.target]
    crossing, sent = log.take(across), ours[log.source[across]]
    truth = _flows(crossing.pair, sent)
    enough = truth.sent + truth.received >= FEWEST_EVENTS
    if enough.sum() < FEWEST_PAIRS:
        raise UnreadableLogError("Too few pairs have ten events across two random sides.")
    predictors: dict[str, Figures] = {}
    for hidden in HIDDEN:
        seen = sent | (chance.random(len(sent)) >= hidden)
        shown = _flows(crossing.pair, sent, seen)
        predictors |= _compared(truth, shown, enough, hidden)
    return Result(
        protocol="balance",
        ours=OURS.format(HIDDEN[1]),
        n=int(enough.sum()),
        split={"pairs_across": len(truth.pair), "pairs_with_ten_events": int(enough.sum())},
        predictors=predictors,
    )


def _flows(pair: Ids, sent: Mask, seen: Mask | None = None) -> Flows:
    """Return what each pair sent and received, as far as `seen`."""
    known = np.ones(len(pair)) if seen is None else seen.astype(np.float64)
    size = int(pair.max(initial=-1)) + 1
    return Flows(
        np.arange(size),
        np.bincount(pair, known * sent, size),
        np.bincount(pair, known * ~sent, size),
    )


def _compared(
    truth: Flows, shown: Flows, enough: Mask, hidden: float
) -> dict[str, Figures]:
    """Return how each score of what is `shown` compares with its value in the full log."""
    some = enough & (shown.sent + shown.received > 0)
    weights = draws(truth.pair[some])
    scores = {NAIVE: _naive, OURS: _ours}
    figures = {}
    for name, score in scores.items():
        (actual, flagged), (found, called) = score(truth), score(shown)
        figures[name.format(hidden)] = (
            with_interval(pearson(found[some], actual[some]), "pearson", weights)
            | {"spearman": float(stats.spearmanr(found[some], actual[some]).statistic)}
            | with_interval(share(called[some] == flagged[some]), "same_call", weights)
        )
    return figures


def _naive(flows: Flows) -> tuple[Floats, Mask]:
    """Return how even each pair looks, and whether over four to one."""
    even = evenness(flows.sent, flows.received)
    return even, even < FOUR_TO_ONE


def _ours(flows: Flows) -> tuple[Floats, Mask]:
    """Return which way each pair leans against the site, and whether it is one-sided."""
    leaning = balance(flows.received, flows.sent, coverage(flows.received, flows.sent))
    return leaning, one_sided(leaning, flows.sent + flows.received, Rules())
