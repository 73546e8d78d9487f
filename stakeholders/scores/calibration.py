"""Calibration: a site's own history teaches the forecast of silence, as far as it can.

Three forecasts, each freer than the one before: as shipped; the shipped shape with its
own level and scale; every slope anew (both with absence). A freer one is kept only when
it forecasts pairs it has not seen better by more than one standard error, so a short or
shifting history changes little. Source of the rule: Breiman et al. 1984, 3.4.3.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores import logistic
from stakeholders.scores.columns import Floats, Ids, Mask
from stakeholders.scores.warmth import PRIOR_DAYS, Forecast, silence

FEWEST_OUTCOMES: Final = 200  # below, what is shipped stays
FOLDS: Final = 5


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was known of pairs on past days, and whether they then fell silent."""

    pair: Ids  # any number that stands for the unordered pair
    quiet: Floats  # days since the pair's last contact
    contact_days: Floats  # faded
    absence: Floats  # days since the one longer away was in touch with anyone
    silent: Mask

    def __len__(self) -> int:
        """Return how many outcomes there are."""
        return len(self.pair)

    def take(self, rows: NDArray) -> Self:
        """Return the outcomes that `rows` (indices or truths) selects."""
        return type(self)(*(getattr(self, name)[rows] for name in self.__slots__))


Fitting = Callable[[Outcomes, Forecast], Forecast]


def forecast_of(outcomes: Outcomes, forecast: Forecast) -> Floats:
    """Return what `forecast` says of each of `outcomes`: 0..1."""
    return silence(outcomes.quiet, outcomes.contact_days, forecast, outcomes.absence)


def calibrate(outcomes: Outcomes, shipped: Forecast) -> Forecast:
    """Return the forecast that `outcomes` of the site's own past support.

    Returns `shipped` below 200 outcomes, or where all ended alike.
    """
    if (
        len(outcomes) < FEWEST_OUTCOMES
        or outcomes.silent.all()
        or not outcomes.silent.any()
    ):
        return shipped
    best, best_loss = (
        shipped,
        logistic.log_loss(forecast_of(outcomes, shipped), outcomes.silent),
    )
    for freer in (_rescaled, _refitted):
        loss = _loss_on_unseen_pairs(outcomes, shipped, freer)
        if _clearly_lower(loss, best_loss, outcomes.pair):
            best, best_loss = freer(outcomes, shipped), loss
    return best


def _rescaled(outcomes: Outcomes, shipped: Forecast) -> Forecast:
    """Return `shipped` with the level and scale, and the absence, of `outcomes`."""
    recency, frequency, absence = _columns(outcomes)
    shape = shipped.recency * recency + shipped.frequency * frequency
    base, scale, of_absence = logistic.fit(
        np.column_stack([shape, absence]), outcomes.silent
    ).tolist()
    return Forecast(base, scale * shipped.recency, scale * shipped.frequency, of_absence)


def _refitted(outcomes: Outcomes, shipped: Forecast) -> Forecast:
    """Return the forecast that fits `outcomes` best, whatever `shipped` says."""
    return Forecast(
        *logistic.fit(np.column_stack(_columns(outcomes)), outcomes.silent).tolist()
    )


def _columns(outcomes: Outcomes) -> tuple[Floats, Floats, Floats]:
    """Return what the slopes of a `Forecast` stand for."""
    return (
        np.log1p(outcomes.quiet),
        np.log(outcomes.contact_days + PRIOR_DAYS),
        np.log1p(outcomes.absence),
    )


def _loss_on_unseen_pairs(outcomes: Outcomes, shipped: Forecast, freer: Fitting) -> Floats:
    """Return the log loss of each outcome under a forecast that never saw its pair."""
    _, place = np.unique(outcomes.pair, return_inverse=True)
    fold, chance = place % FOLDS, np.empty(len(outcomes))
    for one in range(FOLDS):
        forecast = freer(outcomes.take(fold != one), shipped)
        chance[fold == one] = forecast_of(outcomes.take(fold == one), forecast)
    return logistic.log_loss(chance, outcomes.silent)


def _clearly_lower(loss: Floats, than: Floats, pair: Ids) -> bool:
    """Return whether `loss` is lower by over one standard error, pairs being drawn."""
    _, place = np.unique(pair, return_inverse=True)
    gain = np.bincount(place, than - loss)
    return bool(gain.sum() > np.sqrt((gain**2).sum()))
