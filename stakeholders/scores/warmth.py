"""Warmth: whether a pair will fall silent, and how often it is in contact.

Two numbers per pair carry what is known: days since the last contact, and contact-days
faded by a half-life of 90 days. The coefficients were fitted on mail and chat of other
organisations; a site may pass its own (`calibration.py`).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from scipy import special

from stakeholders.scores.columns import (
    HIGH,
    LOW,
    TWO_SIDED_90,
    UNKNOWN,
    Days,
    Floats,
    Numbers,
    known_if,
)

PRIOR_DAYS: Final = 0.05  # contact-days that a pair is credited with before any
PRIOR_SPAN: Final = 27.0  # days over which it is credited with them
TOGETHER: Final = 1.7  # how much wider sums spread than independent chances would


@dataclass(frozen=True, slots=True)
class Forecast:
    """How the log-odds of silence follow from recency and frequency."""

    base: float
    recency: float  # per ln(1 + days since the last contact)
    frequency: float  # per ln(contact-days + 0.05)
    absence: float = 0.0  # per ln(1 + days since either was last in touch with anyone)
    outcomes: int = 0  # of the site's own that it was calibrated on; 0: public data


# Days ahead: one shape, fitted on the first 60 % of two logs that weigh the same, and the
# level of workplaces' mail (docs/evaluation.md).
FORECASTS: Final = {
    30: Forecast(-0.413, 0.661, -1.139),
    60: Forecast(-1.304, 0.661, -1.139),
    90: Forecast(-1.856, 0.661, -1.139),
}


def days_since(day_of_contact: Days, at: date) -> Floats:
    """Return the days from `day_of_contact` (ordinals, 0: never) to `at`; never: unknown.

    A contact dated after `at` counts as one on `at`.
    """
    ordinal = np.asarray(day_of_contact)
    return known_if(ordinal > 0, np.maximum(at.toordinal() - ordinal, 0))


def absence(last_day: Days, seen: Days, at: date) -> Floats:
    """Return the days to `at` since the one away longer was in touch; never: unknown.

    last_day: of the pair's contact, an ordinal. seen: of the earlier of the two people's
    last contacts with anybody, which is no earlier than `last_day`; 0: not known.
    """
    return days_since(np.maximum(last_day, seen) * (np.asarray(last_day) > 0), at)


def silence(
    quiet: Numbers,
    contact_days: Numbers,
    forecast: Forecast = FORECASTS[30],
    absence: Numbers = 0.0,
) -> Floats:
    """Return how likely no contact follows in the days ahead that `forecast` is for: 0..1.

    quiet: days since the last contact. contact_days: faded by 90 days, as of the same day.
    absence: days since the one of the two who was away longer was in touch with anyone;
    only a forecast calibrated on the site's own history makes use of it.
    Source: logistic on ln recency and one decay, see docs/handbook/scores.md.
    """
    return np.asarray(
        special.expit(silence_log_odds(quiet, contact_days, forecast, absence))
    )


def silence_log_odds(
    quiet: Numbers, contact_days: Numbers, forecast: Forecast, absence: Numbers = 0.0
) -> Floats:
    """Return the log-odds of `silence`."""
    recency = forecast.recency * np.log1p(quiet) + forecast.absence * np.log1p(absence)
    return np.asarray(
        forecast.base + recency + forecast.frequency * np.log(contact_days + PRIOR_DAYS)
    )


def expected_silent(silence: Floats) -> tuple[float, float, float]:
    """Return with how many pairs silence is to be expected, and between what that lies.

    silence: the chance of each pair, see `silence`; unknown ones (never in contact) are
    left out, and all three are unknown where every one is. People fall silent together,
    so the interval is TOGETHER times as wide as independent chances would have it.
    """
    known = silence[~np.isnan(silence)]
    if not len(known):
        return UNKNOWN, UNKNOWN, UNKNOWN
    total = float(known.sum())
    half = TWO_SIDED_90 * TOGETHER * float(np.sqrt((known * (1.0 - known)).sum()))
    return total, max(total - half, 0.0), min(total + half, float(len(known)))


def strength(contact_days: Numbers, age: Numbers, half_life: float = 90.0) -> Floats:
    """Return the contact-days to be expected in 30 days, > 0 (mean of a gamma).

    contact_days: faded by `half_life` (days). age: days since the first contact.
    Source: gamma-Poisson with forgetting: Gamma(0.05 + A, 27 + D) per day.
    """
    return np.asarray(30.0 * (PRIOR_DAYS + contact_days) / _exposure(age, half_life))


def strength_interval(
    contact_days: Numbers, age: Numbers, half_life: float = 90.0
) -> tuple[Floats, Floats]:
    """Return the 5 and 95 % quantiles of `strength`, in contact-days per 30 days."""
    shape, scale = contact_days + PRIOR_DAYS, 30.0 / _exposure(age, half_life)
    low, high = (special.gammaincinv(shape, share) * scale for share in (LOW, HIGH))
    return np.asarray(low), np.asarray(high)


def usual_gap(
    contact_days: Numbers, quiet: Numbers, age: Numbers, half_life: float = 90.0
) -> Floats:
    """Return the days usual between two contact-days, as of the last one; > 0.

    The current silence is left out, so a pair that stops does not seem slow by habit.
    """
    then = contact_days * np.exp2(quiet / half_life)
    return np.asarray(30.0 / strength(then, age - quiet, half_life))


def _exposure(age: Numbers, half_life: float) -> Floats:
    """Return the faded days in which contact could have happened, with the prior's own."""
    faded = half_life / np.log(2.0) * (1.0 - np.exp2(-np.asarray(age) / half_life))
    return np.asarray(PRIOR_SPAN + faded)
