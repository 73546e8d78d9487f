"""What others use to say that a pair is cooling. Each learns from training cases alone.

A rival takes the training cases and returns how it scores any cases: higher means more
likely to fall silent. Its probability comes from a logistic on that score (Platt 1999).
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from stakeholders.evaluation.cooling_cases import Cases
from stakeholders.evaluation.cooling_history import HALF_LIVES
from stakeholders.evaluation.measures import auc
from stakeholders.scores import logistic
from stakeholders.scores.columns import Floats
from stakeholders.scores.warmth import PRIOR_DAYS, strength

Score = Callable[[Cases], Floats]
Rival = Callable[[Cases], Score]


def _always(score: Score) -> Rival:
    """Return the rival that has nothing to learn."""
    return lambda training: score


def _own_rhythm(cases: Cases) -> Floats:
    """Return the silence in usual (median) gaps; without gaps, in typical ones."""
    gap = cases.known["median_gap"]
    return np.log(cases.known["quiet"] / np.where(np.isnan(gap), np.nanmedian(gap), gap))


def _mean_rhythm(cases: Cases) -> Floats:
    """Return the silence in mean gaps. Source: Navarro et al. 2017, burstiness."""
    known = cases.known
    span = known["age"] - known["quiet"]
    gap = np.where(known["days"] > 1, span / np.maximum(known["days"] - 1, 1), 1.0)
    return np.log(known["quiet"] / gap)


def _decay(half_life: float) -> Score:
    """Return the score of tie decay: the less contact remains, the likelier silence.

    Source: Ahmad, Porter, Beguerisse-Diaz 2021, Tie-decay networks in continuous time.
    """
    return lambda cases: -np.log(cases.known[f"decay_{half_life:g}"] + PRIOR_DAYS)


def _gamma_poisson(half_life: float) -> Score:
    """Return the log-odds that a gamma-Poisson on faded contact-days expects no contact."""

    def score(cases: Cases) -> Floats:
        """Return the score of each case."""
        decayed = cases.known[f"decay_{half_life:g}"]
        expected = strength(decayed, cases.known["age"], half_life)
        shape = decayed + PRIOR_DAYS
        log_silent = -shape * np.log1p(expected / shape)
        return np.asarray(log_silent - np.log(-np.expm1(log_silent)))

    return score


def _best(of: Callable[[float], Score]) -> Rival:
    """Return the rival that takes the half-life which ranks the training cases best."""

    def learn(training: Cases) -> Score:
        """Return the best score of any half-life."""
        ones = np.ones(len(training))
        ranked = [auc(of(life)(training), training.silent)(ones) for life in HALF_LIVES]
        return of(HALF_LIVES[int(np.argmax(ranked))])

    return learn


def _reciprocity(cases: Cases) -> Floats:
    """Return how uneven the window was."""
    forth, back = cases.known["forth"], cases.known["back"]
    return -2 * np.minimum(forth, back) / (forth + back)


def _in_set(training: Cases) -> Score:
    """Return a logistic of ln recency and decays at 30 and 180 days, fitted on this set."""

    def columns(cases: Cases) -> Floats:
        """Return what the logistic looks at."""
        return np.column_stack(
            [np.log1p(cases.known["quiet"]), _decay(30)(cases), _decay(180)(cases)]
        )

    slopes = logistic.fit(columns(training), training.silent)
    return lambda cases: slopes[0] + columns(cases) @ slopes[1:]


RIVALS: Final[dict[str, Rival]] = {
    "gap / median gap (own rhythm)": _always(_own_rhythm),
    "gap / mean gap (Navarro et al. 2017)": _always(_mean_rhythm),
    "message count in 90 days": _always(lambda cases: -np.log(cases.known["messages"])),
    "days since last contact": _always(lambda cases: np.log1p(cases.known["quiet"])),
    "tie decay, best half-life (Ahmad et al. 2021)": _best(_decay),
    "gamma-Poisson on decayed contact-days, best half-life": _best(_gamma_poisson),
    "reciprocity": _always(_reciprocity),
    "unanswered streak": _always(lambda cases: np.log(cases.known["streak"])),
    "logistic of recency and two decays, this set": _in_set,
}
