"""Leaving one rating out and expecting it from all others, earlier and later ones.

The protocol of Kumar et al. 2016, Table IV. Fairness and goodness, bias and deserve are
corrected for the rating left out without solving everything anew: only its own two
people's move enough to matter (the published figures are met within 0.01).
"""

import numpy as np

from stakeholders.evaluation.bias import bias_and_deserve
from stakeholders.evaluation.fairness import fairness_goodness
from stakeholders.evaluation.log import Log
from stakeholders.evaluation.measures import Figures, pearson, rmse
from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import Fading
from stakeholders.scores.prior_as_of import Past
from stakeholders.scores.prior_learning import learn
from stakeholders.scores.rows import pair_keys

NO_FADING = Fading(judge=1e9, judged=1e9, common=1e9, rho=0.5)


def leave_one_out(log: Log, past: Judgements) -> dict[str, Figures]:
    """Return RMSE and Pearson of each predictor. past: the ratings of `log`, for ours."""
    fairness, goodness = _fairness_goodness(log)
    back = _back(log)
    surplus, unbiased = bias_and_deserve(log)
    bias, deserve = (
        _mean_of_others(log.source, surplus),
        _mean_of_others(log.target, unbiased),
    )
    both = fairness * goodness
    columns = np.column_stack([both, goodness, fairness, back, bias, deserve])
    lessons = learn(past, NO_FADING)
    known = Past.as_of(past, lessons, float(past.day[-1]), NO_FADING)
    expected = {
        "reciprocal rating": back,
        "goodness": goodness,
        "fairness x goodness": both,
        "deserve (Mishra, Bhattacharya 2011)": deserve,
        "linear regression on all of these": _regression(columns, log.rating),
        "ours without fading": known.priors(log.source, log.target).total,
    }
    ones = np.ones(len(log))
    return {
        name: {
            "rmse": rmse(value, log.rating)(ones),
            "pearson": pearson(value, log.rating)(ones),
        }
        for name, value in expected.items()
    }


def _fairness_goodness(log: Log) -> tuple[Floats, Floats]:
    """Return the rater's fairness and the target's goodness without each rating."""
    size = int(max(log.source.max(), log.target.max())) + 1
    fairness, goodness = fairness_goodness(log.source, log.target, log.rating, size)
    off = np.abs(log.rating - goodness[log.target]) / 2
    return (
        1 - _mean_of_others(log.source, off),
        _mean_of_others(log.target, fairness[log.source] * log.rating),
    )


def _mean_of_others(owner: Ids, value: Floats) -> Floats:
    """Return the mean of each row's owner's other values, 0 if there are none."""
    total, count = np.bincount(owner, value)[owner], np.bincount(owner)[owner]
    return np.where(count > 1, (total - value) / np.maximum(count - 1, 1), 0.0)


def _back(log: Log) -> Floats:
    """Return what the other said of the rater, 0 if nothing."""
    keys = pair_keys(log.source, log.target)
    order = np.argsort(keys)
    asked = pair_keys(log.target, log.source)
    place = order[np.minimum(np.searchsorted(keys[order], asked), len(keys) - 1)]
    return np.where(keys[place] == asked, log.rating[place], 0.0)


def _regression(columns: Floats, actual: Floats) -> Floats:
    """Return what a linear regression on the other rows expects of each row.

    Source: the hat matrix, whose diagonal says how far a row draws the line to itself.
    """
    rows = np.column_stack([np.ones(len(columns)), columns])
    basis, _ = np.linalg.qr(rows)
    fitted = basis @ (basis.T @ actual)
    left = np.maximum(1 - (basis**2).sum(axis=1), 1e-9)
    return np.asarray(actual - (actual - fitted) / left)
