"""Calibrating: what this site's own history says of how silence follows.

It is learned on every second Sunday, from what was known that morning, and stays until
the next; below 200 outcomes it is what is shipped. So every day has its forecast, which
uses nothing that came later, and pages, history and days gone by agree on it.
"""

from datetime import date
from typing import Final

import numpy as np
from django.conf import settings

from stakeholders.evidence import Facts, Kind
from stakeholders.models import Norm
from stakeholders.models.as_facts import contact_facts
from stakeholders.scores.calibration import calibrate, following
from stakeholders.scores.outcomes import AHEAD, BETWEEN, Outcomes, looks, outcomes
from stakeholders.scores.warmth import FORECASTS, Forecast

SHIPPED: Final = FORECASTS[30]
MEMORY: Final = 730  # days; what a site was like before does not teach
KEPT: Final = ("base", "recency", "frequency", "absence", "outcomes")


def kept(norm: Norm) -> Forecast:
    """Return the forecast that `norm` keeps, the shipped one if it keeps none."""
    if not norm.outcomes:
        return SHIPPED
    return Forecast(**{name: getattr(norm, name) for name in KEPT})


def keep(norm: Norm, forecast: Forecast, day: date) -> None:
    """Let `norm` keep `forecast`, as learned for `day`."""
    norm.calibrated_on = learned_on(day)
    for name in KEPT:
        setattr(norm, name, getattr(forecast, name))


def carry(norm: Norm, before: Norm, day: date) -> None:
    """Let `norm` keep the forecast for `day`: that of `before`, if it still holds."""
    holds = before.calibrated_on == learned_on(day)
    keep(norm, kept(before) if holds else taught(contact_facts(), day), day)


def taught(facts: Facts, day: date) -> Forecast:
    """Return the forecast for `day` that all `facts` teach."""
    return learned(gathered(facts, day, day), day)


def learned_on(day: date) -> int:
    """Return the day (an ordinal) on which the forecast for `day` was learned."""
    return day.toordinal() // BETWEEN * BETWEEN


def gathered(facts: Facts, first: date, last: date) -> Outcomes:
    """Return the outcomes in `facts` that the forecasts of `first` to `last` rest on."""
    begun = facts.day[facts.kind == Kind.CONTACT].min(initial=last.toordinal())
    start = max(int(begun), learned_on(first) - MEMORY)
    return outcomes(facts, looks(start, learned_on(last)), settings.RULES)


def learned(known: Outcomes, day: date) -> Forecast:
    """Return the forecast for `day`; known: see `gathered`, so in order of time."""
    at = learned_on(day)
    ends = np.searchsorted(known.day, [at - MEMORY, at - AHEAD, at - AHEAD + 1])
    begin, latest, end = ends.tolist()
    forecast = calibrate(known.take(slice(begin, end)), SHIPPED)
    return following(forecast, known.take(slice(latest, end)))
