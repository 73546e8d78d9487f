"""Calibration: a site's own history teaches the forecast of silence, as far as it can.

Three forecasts, each freer than the one before: as shipped; the shipped shape with its
own level and scale; every slope anew (both with absence). A freer one is kept only when
it forecasts the last months, which it has not seen, better by more than one standard
error, so a short or shifting history changes little. Source of the rule: Breiman et al.
1984, 3.4.3. Whichever is kept, its level follows what the last month showed.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from stakeholders.scores import logistic
from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.outcomes import Outcomes
from stakeholders.scores.warmth import PRIOR_DAYS, Forecast, silence, silence_log_odds

FEWEST_OUTCOMES: Final = 200  # below, what is shipped stays
ENOUGH: Final = 50_000  # outcomes; of more, only every so many pairs are taken
HELD_OUT: Final = 1 / 3  # share of the days, the last ones, that decide
DRIFT: Final = 0.1  # log-odds by which a site's level is expected to move (one deviation)

type Fitting = Callable[[Outcomes, Forecast], Forecast]


def forecast_of(outcomes: Outcomes, forecast: Forecast) -> Floats:
    """Return what `forecast` says of each of `outcomes`: 0..1."""
    return silence(outcomes.quiet, outcomes.contact_days, forecast, outcomes.absence)


def calibrate(known: Outcomes, shipped: Forecast) -> Forecast:
    """Return the forecast that `known` outcomes of the site's own past support.

    Returns `shipped` below 200 outcomes, or where all ended alike.
    """
    known = known.take(known.pair % (1 + len(known) // ENOUGH) == 0)
    if len(known) < FEWEST_OUTCOMES or not known.mixed:
        return shipped
    kept = _kept(known, shipped)
    return replace(kept(known, shipped), outcomes=len(known))


def following(forecast: Forecast, latest: Outcomes) -> Forecast:
    """Return `forecast` with its level moved towards what `latest` outcomes showed.

    latest: outcomes of one day, the last whose outcome is known; none change nothing. A
    forecast that no outcomes of this site taught stays as it is.
    Source: a random effect of the month, normal about 0 with deviation DRIFT.
    """
    if not forecast.outcomes:
        return forecast
    said = silence_log_odds(latest.quiet, latest.contact_days, forecast, latest.absence)
    moved = logistic.shift(said, latest.silent, DRIFT)
    return replace(forecast, base=forecast.base + moved)


def _kept(known: Outcomes, shipped: Forecast) -> Fitting:
    """Return how to fit: what forecasts the last months best, the plainer in doubt."""
    days = np.unique(known.day)
    first = days[len(days) - max(int(len(days) * HELD_OUT), 1)]
    before, after = known.known_by(first), known.take(known.day >= first)
    best, best_loss = _shipped, _loss(after, shipped)
    for freer in (_rescaled, _refitted):
        loss = _loss(after, freer(before, shipped)) if before.mixed else best_loss
        if _clearly_lower(loss, best_loss, after.pair):
            best, best_loss = freer, loss
    return best


def _loss(outcomes: Outcomes, forecast: Forecast) -> Floats:
    """Return the log loss of each of `outcomes` under `forecast`."""
    return logistic.log_loss(forecast_of(outcomes, forecast), outcomes.silent)


def _shipped(known: Outcomes, shipped: Forecast) -> Forecast:
    """Return `shipped` as it is."""
    return shipped


def _rescaled(known: Outcomes, shipped: Forecast) -> Forecast:
    """Return `shipped` with the level and scale, and the absence, of `known`."""
    recency, frequency, absence = _columns(known)
    shape = shipped.recency * recency + shipped.frequency * frequency
    for beside in ([absence], []):
        base, scale, *slope = _fitted(known, shape, *beside)
        away = sum(slope)
        found = Forecast(base, scale * shipped.recency, scale * shipped.frequency, away)
        if _sound(found):
            return found
    return shipped


def _refitted(known: Outcomes, shipped: Forecast) -> Forecast:
    """Return the forecast that fits `known` best, whatever `shipped` says."""
    base, recency, frequency, absence = _fitted(known, *_columns(known))
    found = Forecast(base, recency, frequency, absence)
    return found if _sound(found) else _rescaled(known, shipped)


def _sound(found: Forecast) -> bool:
    """Return whether silence is the likelier the longer it lasts and the less there was.

    Where a history says otherwise, people meet by a calendar. That is a plan, which is
    shown beside the forecast and not mixed into it.
    """
    return min(found.recency, -found.frequency, found.absence) >= 0


def _fitted(known: Outcomes, *columns: Floats) -> list[float]:
    """Return the intercept and the slopes by which `columns` fit `known` best."""
    slopes: list[float] = logistic.fit(np.column_stack(columns), known.silent).tolist()
    return slopes


def _columns(outcomes: Outcomes) -> tuple[Floats, Floats, Floats]:
    """Return what the slopes of a `Forecast` stand for."""
    return (
        np.log1p(outcomes.quiet),
        np.log(outcomes.contact_days + PRIOR_DAYS),
        np.log1p(outcomes.absence),
    )


def _clearly_lower(loss: Floats, than: Floats, pair: Ids) -> bool:
    """Return whether `loss` is lower by over one standard error, pairs being drawn."""
    _, place = np.unique(pair, return_inverse=True)
    gain = np.bincount(place, than - loss)
    return bool(gain.sum() > np.sqrt((gain**2).sum()))
