"""Trust: how far one can count on the other, on a scale from -1 to 1.

What the network says of the two (the prior, see `prior.py`) counts as two pieces of
evidence; the pair's own evidence then takes over. The prior alone is never shown.
"""

from typing import Final

import numpy as np
from scipy import special

from stakeholders.evidence import Rules
from stakeholders.scores.columns import (
    HIGH,
    LOW,
    TWO_SIDED_90,
    UNKNOWN,
    Floats,
    Numbers,
    known_if,
)

PRIOR_EVIDENCE: Final = 2.0  # pieces of evidence that the prior is worth
SUREST: Final = 0.999  # a beta needs some of either side to have quantiles


def trust(
    outcome: Numbers, evidence: Numbers, prior: Numbers = 0.0, *, rules: Rules
) -> Floats:
    """Return how far one can count on the other: -1 not at all, 0 undecided, 1 fully.

    outcome, evidence: the row of `PairSums` from the one counted on to the one counting.
    prior: what the network says, -1..1; unknown counts as 0.
    Unknown below `rules.enough_trust_evidence`. Source: (k prior + outcome) / (k + n).
    """
    said = np.where(np.isnan(prior), 0.0, prior)
    value = (PRIOR_EVIDENCE * said + outcome) / (PRIOR_EVIDENCE + evidence)
    return known_if(evidence >= rules.enough_trust_evidence, value)


def average_trust(trust: Floats, evidence: Floats) -> tuple[float, float, float]:
    """Return the mean of known `trust`, and between what it lies with 90 % probability.

    trust, evidence: of many pairs, see `trust`; unknown ones are left out, and all three
    are unknown where every one is. Source: variance of the beta, stretched to -1..1.
    """
    known = ~np.isnan(trust)
    if not known.any():
        return UNKNOWN, UNKNOWN, UNKNOWN
    mean = float(trust[known].mean())
    variance = (1.0 - trust[known] ** 2) / (PRIOR_EVIDENCE + evidence[known] + 1.0)
    half = TWO_SIDED_90 * float(np.sqrt(variance.sum())) / int(known.sum())
    return mean, max(mean - half, -1.0), min(mean + half, 1.0)


def trust_interval(
    outcome: Numbers, evidence: Numbers, prior: Numbers = 0.0, *, rules: Rules
) -> tuple[Floats, Floats]:
    """Return the 5 and 95 % quantiles of `trust`, unknown where it is.

    Source: beta reputation (Josang, Ismail 2002), stretched from 0..1 to -1..1.
    """
    mean = np.clip(trust(outcome, evidence, prior, rules=rules), -SUREST, SUREST)
    weight = PRIOR_EVIDENCE + evidence
    good, bad = weight * (1 + mean) / 2, weight * (1 - mean) / 2
    low, high = (2.0 * special.betaincinv(good, bad, share) - 1.0 for share in (LOW, HIGH))
    return np.asarray(low), np.asarray(high)
