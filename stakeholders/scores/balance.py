"""Balance: whether a pair is one-sided beyond what one-sided logging explains.

A log shows more of what our side does than of what theirs does. So the share that comes
in from one pair is judged against the share that comes in across the whole site: with
30 % of the other side's contacts logged this finds the truth where the naive share fails.
"""

from typing import Final

import numpy as np

from stakeholders.evidence import Rules
from stakeholders.scores.columns import Floats, Mask, Numbers, known_if, ratio

PRIOR_EVENTS: Final = 4.0  # events at the site's own share, before any of the pair's
FOUR_TO_ONE: Final = float(np.log(4.0))  # odds this far from the site's are one-sided
LEAST_COVERAGE: Final = 0.02  # below it (or above its complement) a log hides one side


def coverage(received: Floats, sent: Floats) -> float:
    """Return what share of everything between us and others came in: 0..1, or unknown.

    received, sent: per pair of ours with another, in the same unit.
    """
    return float(ratio(received.sum(), received.sum() + sent.sum()))


def balance(received: Numbers, sent: Numbers, usual: Numbers = 0.5) -> Floats:
    """Return which way a pair leans: above 0 more comes in than usual, below 0 less.

    received, sent: events one side got and made, >= 0. usual: the share that comes in
    for that side across the site; 0.5 between two of ours. Unit: log-odds against the site.
    Unknown for pairs without events, and where that share is within 0.02 of 0 or of 1.
    Turning the pair around, and the usual share with it, turns the sign. Source: shrunken
    log-odds ratio, logit((4 b0 + in) / (4 + in + out)) - logit(b0), in one logarithm.
    """
    seen = (usual >= LEAST_COVERAGE) & (usual <= 1.0 - LEAST_COVERAGE)
    usual = known_if(seen & (received + sent > 0), usual)
    came, went = received / usual, sent / (1.0 - usual)
    return np.asarray(np.log((PRIOR_EVENTS + came) / (PRIOR_EVENTS + went)))


def one_sided(balance: Numbers, events: Numbers, rules: Rules) -> Mask:
    """Return whether a pair leans over four to one, on enough events both ways together."""
    return np.asarray((np.abs(balance) > FOUR_TO_ONE) & (events >= rules.enough_events))
