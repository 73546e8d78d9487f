"""Cooling: which pairs fall silent, forecast by us and by others, on a log of contacts."""

from collections.abc import Sequence

import numpy as np
from scipy import special

from stakeholders.evaluation import bgnbd
from stakeholders.evaluation.cooling_cases import (
    LEAST_MESSAGES,
    WINDOW,
    Cases,
    cases,
    cut_days,
    everyone,
    split,
)
from stakeholders.evaluation.cooling_rivals import RIVALS, Rival, Score
from stakeholders.evaluation.log import Log, UnreadableLogError
from stakeholders.evaluation.measures import Figures, auc, brier, draws, with_interval
from stakeholders.evaluation.result import Result, Said
from stakeholders.evidence import Facts, Kind, Rules
from stakeholders.scores import logistic
from stakeholders.scores.calibration import DRIFT, calibrate, following, forecast_of
from stakeholders.scores.columns import Floats
from stakeholders.scores.outcomes import WINDOW as TAUGHT_BY
from stakeholders.scores.outcomes import Outcomes
from stakeholders.scores.outcomes import outcomes as gather
from stakeholders.scores.warmth import FORECASTS, Forecast

HORIZON = 30  # days of silence
RULES = Rules()
OURS = "ours, as shipped"
CALIBRATED = "ours, calibrated on the training cuts"
STILL = "the same, its level left as trained"
IN_SET = "logistic of recency and two decays, this set"
MOVED = "that logistic, its level following too"


def evaluate_cooling(log: Log) -> Result:
    """Return how well each predictor ranks (auc) and states (brier) silence to come.

    Raises UnreadableLogError when the log is too short to train and to score on.
    """
    every = cases(log, HORIZON)
    training, scored = split(every, HORIZON)
    if not (_mixed(training) and _mixed(scored)):
        raise UnreadableLogError(
            "Too few pairs fell silent, or kept on, to tell them apart."
        )
    score = bgnbd.learn(everyone(log, int(scored.cut.min())))
    rivals = RIVALS | {"BG/NBD (Fader, Hardie, Lee 2005)": lambda training: score}
    chances = {name: _chance(rival, training, scored) for name, rival in rivals.items()}
    shipped = FORECASTS[HORIZON]
    past = gathered(log, cut_days(log, HORIZON))
    calibrated = calibrate(past.known_by(int(scored.cut.min())), shipped)
    chances[OURS] = forecast_of(outcomes(scored), shipped)
    chances[CALIBRATED] = _followed(past, outcomes(scored), calibrated)
    chances[STILL] = forecast_of(outcomes(scored), calibrated)
    chances[MOVED] = _moved(every, scored, RIVALS[IN_SET](training))
    return Result(
        protocol="cooling",
        ours=OURS,
        n=len(scored),
        split=_split(training, scored),
        predictors=_measured(chances, scored),
        notes={"ours_calibrated": CALIBRATED, "coefficients": _said(calibrated)},
    )


def outcomes(some: Cases) -> Outcomes:
    """Return `some` as the product's forecast takes them."""
    known = some.known
    seen = known["quiet"], known["contact_days"], known["absence"]
    return Outcomes(some.cut, some.pair, *seen, some.silent)


def gathered(
    log: Log, days: Sequence[int], rules: Rules = RULES, window: int = TAUGHT_BY
) -> Outcomes:
    """Return what the product gathers to calibrate by, on the cut `days`.

    It looks back further than the protocol: pages also show who is quiet for longer.
    """
    kind, one = np.full(len(log), Kind.CONTACT, np.int8), np.ones(len(log))
    facts = Facts(log.source, log.target, log.day, kind, one)
    return gather(facts, days, rules, window)


def _mixed(some: Cases) -> bool:
    """Return whether some fell silent and some did not."""
    return bool(some.silent.any() and not some.silent.all())


def _chance(rival: Rival, training: Cases, scored: Cases) -> Floats:
    """Return a rival's probability of silence for each scored case."""
    score = rival(training)
    slopes = logistic.fit(score(training)[:, None], training.silent)
    return logistic.probability(score(scored)[:, None], slopes)


def _followed(past: Outcomes, now: Outcomes, calibrated: Forecast) -> Floats:
    """Return our probability of silence for each case of `now`, cut day by cut day.

    The slopes were learnt in training; on each day the level follows the outcomes that
    were known on that morning, as on a living site.
    """
    chance = np.empty(len(now))
    for day in np.unique(now.day):
        here = now.day == day
        forecast = following(calibrated, past.latest(int(day)))
        chance[here] = forecast_of(now.take(here), forecast)
    return chance


def _moved(every: Cases, scored: Cases, log_odds: Score) -> Floats:
    """Return a rival's probability when its level follows the outcomes as ours does."""
    chance = np.empty(len(scored))
    for day in np.unique(scored.cut):
        here, latest = scored.cut == day, every.take(every.cut == day - HORIZON)
        moved = logistic.shift(log_odds(latest), latest.silent, DRIFT)
        chance[here] = special.expit(log_odds(scored.take(here)) + moved)
    return chance


def _measured(chances: dict[str, Floats], scored: Cases) -> dict[str, Figures]:
    """Return AUC and Brier score of each predictor, with their intervals."""
    weights = draws(scored.pair)
    return {
        name: with_interval(auc(chance, scored.silent), "auc", weights)
        | with_interval(brier(chance, scored.silent), "brier", weights)
        for name, chance in chances.items()
    }


def _split(training: Cases, scored: Cases) -> Said:
    """Return what was trained and scored on."""
    return {
        "horizon_days": HORIZON,
        "window_days": WINDOW,
        "least_messages": LEAST_MESSAGES,
        "training_cuts": len(np.unique(training.cut)),
        "training_cases": len(training),
        "training_silent": float(training.silent.mean()),
        "scored_cuts": len(np.unique(scored.cut)),
        "scored_cases": len(scored),
        "scored_pairs": len(np.unique(scored.pair)),
        "scored_silent": float(scored.silent.mean()),
    }


def _said(forecast: Forecast) -> dict[str, float]:
    """Return the coefficients of `forecast` by name."""
    return {name: getattr(forecast, name) for name in forecast.__slots__}
