"""Calibration: a site's own history teaches the forecast of silence, as far as it can.

Five forecasts, each freer than the one before: as shipped; the shipped shape with its
own level and scale; that with absence; every slope anew; that with absence. A freer one is
kept only when it forecasts the last months, which it has not seen, better by more than one
standard error, so a short or shifting history changes little. Source of the rule: Breiman
et al. 1984, 3.4.3. Whichever is kept, its level follows what the last month showed.
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


def following(forecast: Forecast, latest: Outcomes, drift: float = DRIFT) -> Forecast:
    """Return `forecast` with its level moved towards what `latest` outcomes showed.

    latest: outcomes of one day, the last whose outcome is known; none change nothing. A
    forecast that no outcomes of this site taught stays as it is.
    Source: a random effect of the month, normal about 0 with deviation `drift` > 0.
    """
    if not forecast.outcomes:
        return forecast
    said = silence_log_odds(latest.quiet, latest.contact_days, forecast, latest.absence)
    moved = logistic.shift(said, latest.silent, drift)
    return replace(forecast, base=forecast.base + moved)


def _kept(known: Outcomes, shipped: Forecast) -> Fitting:
    """Return how to fit: what forecasts the last months best, the plainer in doubt."""
    days = np.unique(known.day)
    first = days[len(days) - max(int(len(days) * HELD_OUT), 1)]
    before, after = known.known_by(first), known.take(known.day >= first)
    best, best_loss = _shipped, _loss(after, shipped)
    for freer in (_rescaled, _rescaled_away, _refitted, _refitted_away):
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
    """Return `shipped` with the level and scale of `known`."""
    base, scale = _fitted(known, _shape(known, shipped))
    found = _scaled(shipped, base, scale)
    return found if _sound(found) else shipped


def _rescaled_away(known: Outcomes, shipped: Forecast) -> Forecast:
    """Return `shipped` with the level and scale of `known`, and its slope of absence."""
    *_, absence = columns_of(known)
    found = _scaled(shipped, *_fitted(known, _shape(known, shipped), absence))
    return found if _sound(found) else _rescaled(known, shipped)


def _refitted(known: Outcomes, shipped: Forecast) -> Forecast:
    """Return the forecast without absence that fits `known` best."""
    base, recency, frequency = _fitted(known, *columns_of(known)[:2])
    found = Forecast(base, recency, frequency)
    return found if _sound(found) else _rescaled(known, shipped)


def _refitted_away(known: Outcomes, shipped: Forecast) -> Forecast:
    """Return the forecast that fits `known` best, whatever `shipped` says."""
    base, recency, frequency, absence = _fitted(known, *columns_of(known))
    found = Forecast(base, recency, frequency, absence)
    return found if _sound(found) else _rescaled_away(known, shipped)


def _shape(known: Outcomes, shipped: Forecast) -> Floats:
    """Return the log-odds of `shipped` for `known`, but for the level."""
    recency, frequency, _ = columns_of(known)
    return shipped.recency * recency + shipped.frequency * frequency


def _scaled(shipped: Forecast, base: float, scale: float, absence: float = 0.0) -> Forecast:
    """Return `shipped` with another level, its slopes times `scale`, and absence."""
    return Forecast(base, scale * shipped.recency, scale * shipped.frequency, absence)


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


def columns_of(outcomes: Outcomes) -> tuple[Floats, Floats, Floats]:
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
