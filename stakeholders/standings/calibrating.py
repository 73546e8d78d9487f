"""Calibrating: what this site's own history says of how silence follows.

It is learned anew once a week, and whenever everything is rebuilt. In between, and below
200 outcomes, the forecast stays as it is.
"""

from datetime import date
from typing import Final

from django.conf import settings

from stakeholders.evidence import Facts, Kind
from stakeholders.models import Norm
from stakeholders.models.as_facts import contact_facts
from stakeholders.scores.calibration import calibrate, following
from stakeholders.scores.outcomes import looks, outcomes
from stakeholders.scores.warmth import FORECASTS, Forecast

SHIPPED: Final = FORECASTS[30]
EVERY: Final = 7  # days
SLOPES: Final = ("base", "recency", "frequency", "absence")


def kept(norm: Norm) -> Forecast:
    """Return the forecast that `norm` keeps, the shipped one if it keeps none."""
    if not norm.outcomes:
        return SHIPPED
    return Forecast(
        **{name: getattr(norm, name) for name in SLOPES}, outcomes=norm.outcomes
    )


def carry(norm: Norm, before: Norm, day: date, facts: Facts | None = None) -> None:
    """Give `norm` the forecast of `before`, or once a week one that is learned anew.

    facts: everything that is known, if it was read already; then it is learned anew now.
    """
    norm.calibrated_on, found = before.calibrated_on, kept(before)
    if facts is not None or not 0 <= day.toordinal() - before.calibrated_on < EVERY:
        norm.calibrated_on = day.toordinal()
        found = learned(contact_facts() if facts is None else facts, day)
    for name in (*SLOPES, "outcomes"):
        setattr(norm, name, getattr(found, name))


def learned(facts: Facts, day: date) -> Forecast:
    """Return the forecast that the contacts in `facts` before `day` support."""
    contacts = facts.where(facts.kind == Kind.CONTACT).up_to(day)
    if not len(contacts):
        return SHIPPED
    days = looks(int(contacts.day.min()), day.toordinal())
    known = outcomes(contacts, days, settings.RULES)
    found = calibrate(known, SHIPPED)
    return following(found, known.latest(day.toordinal())) if found.outcomes else found
