"""What each free choice of the calibrated forecast is worth, the scored figures unseen.

Only the rows before the first scored cut are looked at. They are split once more: the
first 60 % of their cuts teach, the rest say which choice forecasts best. Cuts lie closer
here, or a log of half a year would leave none. Every slope is learnt from those first
cuts, because the shipped ones know all of the training cuts.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from stakeholders.evaluation.cooling import HORIZON, RULES, gathered
from stakeholders.evaluation.cooling_cases import WINDOW as ASKED
from stakeholders.evaluation.cooling_cases import cut_days, first_scored
from stakeholders.evaluation.log import Log, UnreadableLogError
from stakeholders.evaluation.measures import (
    Figures,
    auc,
    brier,
    draws,
    mean,
    with_interval,
)
from stakeholders.evaluation.result import Result
from stakeholders.evidence import Rules
from stakeholders.scores import logistic
from stakeholders.scores.calibration import DRIFT, columns_of, following, forecast_of
from stakeholders.scores.columns import Floats
from stakeholders.scores.outcomes import WINDOW, Outcomes
from stakeholders.scores.warmth import Forecast

FIRST_CUT: Final = 30  # days after the first row
BETWEEN_CUTS: Final = 5  # days
NOTED: Final = (0.230, -1.251)  # slopes that were fitted on other logs
OURS: Final = "as chosen"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to calibrate; as it stands, the product's where it has one way for all."""

    window: int = WINDOW  # days in which a pair must have been in touch to teach
    drift: float = DRIFT  # log-odds a month by which the level follows; 0: not at all
    absence: bool = False  # whether it counts how long one was away from everybody
    half_life: float = RULES.contact_half_life  # days, of contact-days
    shape: tuple[float, ...] = ()  # slopes of recency and frequency; none: learnt here


CHOICES: Final = {
    OURS: Choice(),
    "taught by pairs in touch in 90 days": Choice(window=90),
    "taught by pairs in touch in 180 days": Choice(window=180),
    "level left as trained": Choice(drift=0.0),
    "level follows, held back by 0.05": Choice(drift=0.05),
    "level follows, held back by 0.2": Choice(drift=0.2),
    "level follows, held back by 0.5": Choice(drift=0.5),
    "absence counted too": Choice(absence=True),
    "contact-days fade in 30 days": Choice(half_life=30.0),
    "contact-days fade in 60 days": Choice(half_life=60.0),
    "contact-days fade in 180 days": Choice(half_life=180.0),
    "slopes of the science note": Choice(shape=NOTED),
}


def choose_cooling(log: Log) -> Result:
    """Return how each choice forecasts the later part of the training stretch.

    `nats` is the mean log loss, lower is better; `worse` by how much it is above that of
    what was chosen. Raises UnreadableLogError when the log is too short to split twice.
    """
    days = cut_days(log, HORIZON)
    early = log.take(log.day < _first_scored(gathered(log, days, window=ASKED)))
    cuts = cut_days(early, HORIZON, FIRST_CUT, BETWEEN_CUTS)
    every = gathered(early, cuts, window=ASKED)
    first = _first_scored(every)
    training, inner = every.known_by(first), every.take(every.day >= first)
    if not training.mixed:
        raise UnreadableLogError("The log is too short to split its training stretch.")
    chances = {name: _chance(how, early, cuts, first) for name, how in CHOICES.items()}
    return Result(
        protocol="choices of cooling",
        ours=OURS,
        n=len(inner),
        split={
            "training_cuts": len(np.unique(training.day)),
            "training_cases": len(training),
            "inner_cuts": len(np.unique(inner.day)),
            "inner_cases": len(inner),
            "inner_silent": float(inner.silent.mean()),
        },
        predictors=_measured(chances, inner),
    )


def _first_scored(some: Outcomes) -> int:
    """Return the first day of the later part of `some` outcomes."""
    if not len(some):
        raise UnreadableLogError("The log is too short to split its training stretch.")
    return first_scored(some.day)


def _chance(choice: Choice, log: Log, cuts: range, first: int) -> Floats:
    """Return the chance of silence that `choice` gives each case from `first` on."""
    rules = Rules(contact_half_life=choice.half_life)
    past = gathered(log, cuts, rules, choice.window)
    asked = gathered(log, [day for day in cuts if day >= first], rules, ASKED)
    forecast = _learnt(past.known_by(first), choice)
    if not choice.drift:
        return forecast_of(asked, forecast)
    chance = np.empty(len(asked))
    for day in np.unique(asked.day).tolist():
        here = asked.day == day
        now = following(forecast, past.latest(day), choice.drift)
        chance[here] = forecast_of(asked.take(here), now)
    return chance


def _learnt(known: Outcomes, choice: Choice) -> Forecast:
    """Return the forecast that fits `known` best, as far as `choice` lets it."""
    recency, frequency, absence = columns_of(known)
    columns = [recency, frequency, absence] if choice.absence else [recency, frequency]
    if choice.shape:
        columns = [choice.shape @ np.stack(columns)]
    base, *slopes = logistic.fit(np.column_stack(columns), known.silent).tolist()
    if choice.shape:
        slopes = [slopes[0] * slope for slope in choice.shape]
    return replace(Forecast(base, *slopes), outcomes=len(known))


def _measured(chances: dict[str, Floats], inner: Outcomes) -> dict[str, Figures]:
    """Return each choice's figures, with intervals by drawing pairs."""
    weights, silent = draws(inner.pair), inner.silent
    loss = {name: logistic.log_loss(chance, silent) for name, chance in chances.items()}
    return {
        name: with_interval(auc(chance, silent), "auc", weights)
        | with_interval(brier(chance, silent), "brier", weights)
        | with_interval(mean(loss[name]), "nats", weights)
        | with_interval(mean(loss[name] - loss[OURS]), "worse", weights)
        for name, chance in chances.items()
    }
