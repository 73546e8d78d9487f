"""Reciprocity: how evenly pairs, and a whole network, give and receive."""

from dataclasses import dataclass

import numpy as np

from stakeholders.scores.columns import Floats, Ids, Numbers, ratio
from stakeholders.scores.rows import pair_keys
from stakeholders.scores.shares import share_interval


def evenness(forth: Numbers, back: Numbers) -> Floats:
    """Return how even two flows are: 0 one-way, 1 even, unknown without any flow.

    forth, back: any one kind of flow (attention, gifts, promises, credit or blame), >= 0.
    Source: Squartini et al. 2013, Sci. Rep. 3:2729, W_reciprocated / W, per pair.
    """
    return ratio(2.0 * np.minimum(forth, back), forth + back)


def evenness_interval(forth: Numbers, back: Numbers) -> tuple[Floats, Floats]:
    """Return between what `evenness` lies with 90 % probability, unknown where it is."""
    low, high = share_interval(forth, back)
    ends = 2.0 * np.minimum(low, 1.0 - low), 2.0 * np.minimum(high, 1.0 - high)
    top = np.where((low <= 0.5) & (high >= 0.5), 1.0, np.maximum(*ends))
    return np.asarray(np.minimum(*ends)), top


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """How mutual a network's ties are. Rates are None where nothing can be said."""

    people: int
    ties: int  # ordered pairs with a positive weight
    mutual: int  # of these, how many are answered
    r: float | None  # mutual / ties, 0..1
    rho: float | None  # r beyond what this density gives by chance: 0 chance, 1 all
    r_w: float | None  # the share of weight that is answered, 0..1
    r_w_expected: float | None  # the same, were the weights dealt to the ties at random


def network_reciprocity(
    source: Ids, target: Ids, weight: Floats, *, people: int | None = None
) -> Reciprocity:
    """Return how mutual the ties are; ties to oneself and of no weight are dropped.

    source, target, weight: one row per tie; rows of the same ordered pair add up.
    people: how many there are, isolated ones too; without it, those who have a tie.
    Sources: Garlaschelli, Loffredo 2004, Phys. Rev. Lett. 93:268701, equations 1 and 3;
    Squartini et al. 2013, Sci. Rep. 3:2729, equation 2.
    """
    some = (source != target) & (weight > 0)
    source, target = source[some], target[some]
    keys, tie = np.unique(pair_keys(source, target), return_inverse=True)
    weights = np.bincount(tie, weight[some], len(keys))
    answered = _answered(keys, pair_keys(target, source), tie, weights)
    count = len(np.union1d(source, target)) if people is None else people
    ties, mutual = len(keys), int((answered > 0).sum())
    r, rho = _binary(count, ties, mutual)
    return Reciprocity(
        count,
        ties,
        mutual,
        r,
        rho,
        float(answered.sum() / weights.sum()) if ties else None,
        float(mutual * _smaller_of_two(weights) / weights.sum()) if ties else None,
    )


def _answered(keys: Ids, turned: Ids, tie: Ids, weights: Floats) -> Floats:
    """Return, per tie, the weight that its opposite answers, at most its own."""
    back = np.zeros_like(keys)
    back[tie] = turned
    place = np.minimum(np.searchsorted(keys, back), max(len(keys) - 1, 0))
    opposite = np.where(keys[place] == back, weights[place], 0.0)
    return np.minimum(weights, opposite)


def _binary(people: int, ties: int, mutual: int) -> tuple[float | None, float | None]:
    """Return r and rho; rho is None when every tie that could be is there."""
    if not ties:
        return None, None
    r, density = mutual / ties, ties / (people * (people - 1))
    return r, None if density >= 1 else (r - density) / (1 - density)


def _smaller_of_two(weights: Floats) -> float:
    """Return the mean of the smaller of two different ties' weights drawn at random."""
    count = len(weights)
    if count < 2:
        return 0.0
    larger = np.arange(count)[::-1]  # how many of the sorted weights are larger
    return float((np.sort(weights) * larger).sum() / (count * (count - 1) / 2))
