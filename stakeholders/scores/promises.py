"""Promises: how reliably somebody does what they said they would."""

from typing import Final

import numpy as np
from scipy import special

from stakeholders.evidence import Rules
from stakeholders.scores.columns import HIGH, LOW, Floats, Numbers, known_if, ratio

PRIOR_PROMISES: Final = 2.0  # promises at the organisation's rate, before any of the pair's


def kept_rate(kept: Floats, late: Floats, broken: Floats) -> float:
    """Return the share of all promises kept, late ones counting half: 0..1, or unknown."""
    total = kept.sum() + late.sum() + broken.sum()
    return float(ratio(kept.sum() + late.sum() / 2, total))


def reliability(
    kept: Numbers, late: Numbers, broken: Numbers, *, usual: float, rules: Rules
) -> Floats:
    """Return the chance that the next promise is kept: 0..1.

    kept, late, broken: faded promises of one to the other; late ones count half each.
    usual: the organisation's kept rate. Unknown below `rules.enough_trust_evidence`.
    Source: beta reputation (Josang, Ismail 2002), with the organisation as prior.
    """
    good, bad = _counts(kept, late, broken, usual, rules)
    return np.asarray(good / (good + bad))


def reliability_interval(
    kept: Numbers, late: Numbers, broken: Numbers, *, usual: float, rules: Rules
) -> tuple[Floats, Floats]:
    """Return the 5 and 95 % quantiles of `reliability`, unknown where it is."""
    good, bad = _counts(kept, late, broken, usual, rules)
    low, high = (special.betaincinv(good, bad, share) for share in (LOW, HIGH))
    return np.asarray(low), np.asarray(high)


def _counts(
    kept: Numbers, late: Numbers, broken: Numbers, usual: float, rules: Rules
) -> tuple[Floats, Floats]:
    """Return the two sides of the beta, unknown where there is too little evidence."""
    enough = kept + late + broken >= rules.enough_trust_evidence
    good = PRIOR_PROMISES * usual + kept + late / 2
    bad = PRIOR_PROMISES * (1 - usual) + broken + late / 2
    return known_if(enough, good), known_if(enough, bad)
