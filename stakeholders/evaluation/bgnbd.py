"""BG/NBD: buying until one day one quits, on contact-days instead of purchases.

Source: Fader, Hardie, Lee 2005, Marketing Science 24:275, equations 3 and A1; the chance
of being alive after them, 2008 note.
"""

from collections.abc import Callable

import numpy as np
from scipy import optimize, special

from stakeholders.evaluation.cooling_cases import Cases
from stakeholders.scores.columns import Floats

AHEAD = 30.0  # days; the ranking hardly depends on it


def learn(everyone: Cases) -> Callable[[Cases], Floats]:
    """Return the log-odds of no contact ahead under the likeliest r, alpha, a and b.

    everyone: all pairs there are on one day, not only those active of late.
    """
    start = np.log([0.5, 10.0, 0.5, 2.0])
    best = optimize.minimize(
        lambda logs: -_likelihood(everyone, logs), start, method="L-BFGS-B"
    )
    return lambda cases: _silent(cases, best.x)


def _columns(cases: Cases) -> tuple[Floats, Floats, Floats]:
    """Return repeated contact-days, when the last was, and how long the pair is known."""
    known = cases.known
    return known["days"] - 1, known["age"] - known["quiet"], known["age"]


def _likelihood(cases: Cases, logs: Floats) -> float:
    """Return the mean log-likelihood of `cases`, with a slight pull towards `logs` of 0."""
    r, alpha, a, b = np.exp(np.clip(logs, -8, 8))
    x, last, age = _columns(cases)
    head = special.gammaln(r + x) - special.gammaln(r) + r * np.log(alpha)
    head += special.betaln(a, b + x) - special.betaln(a, b)
    alive = -(r + x) * np.log(alpha + age)
    gone = np.log(a / (b + np.maximum(x, 1) - 1)) - (r + x) * np.log(alpha + last)
    both = np.logaddexp(alive, np.where(x > 0, gone, -np.inf))
    return float((head + both).mean() - 1e-4 * (logs**2).sum())


def _silent(cases: Cases, logs: Floats) -> Floats:
    """Return the log-odds of no contact in the days ahead."""
    r, alpha, a, b = np.exp(np.clip(logs, -8, 8))
    x, last, age = _columns(cases)
    odds_gone = a / (b + np.maximum(x, 1) - 1) * ((alpha + age) / (alpha + last)) ** (r + x)
    alive = 1 / (1 + np.where(x > 0, odds_gone, 0.0))
    active = alive * -np.expm1(-(r + x) * np.log1p(AHEAD / (alpha + age)))
    active = np.clip(active, 1e-12, 1 - 1e-12)
    return np.asarray(np.log1p(-active) - np.log(active))
