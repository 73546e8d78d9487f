"""How others expect one person to rate another. Each rating is met knowing earlier ones.

A rival takes the whole log and returns one expectation per rating, on -1..1.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Final

import numpy as np

from stakeholders.evaluation.fairness import in_batches, one_by_one
from stakeholders.evaluation.log import SECONDS_A_DAY, Log
from stakeholders.evaluation.propagation import eigentrust, personalised_pagerank
from stakeholders.scores.columns import Floats

Rival = Callable[[Log], Floats]
PRIOR: Final = 2.0  # ratings that the beta's start is worth
NEVER: Final = 1e9  # days; a half-life so long that nothing fades


def reciprocal(log: Log) -> Floats:
    """Return what the other said of the rater, 0 if nothing."""
    said: dict[tuple[int, int], float] = {}
    expected = np.zeros(len(log))
    for row, (source, target, value) in enumerate(_rows(log)):
        expected[row] = said.get((target, source), 0.0)
        said[source, target] = value
    return expected


def beta(half_life: float, *, empirical: bool) -> Rival:
    """Return the mean of a beta over good and bad ratings, faded by `half_life` days.

    empirical: start from the mean rating so far rather than from the middle.
    Source: Josang and Ismail 2002, The Beta Reputation System.
    """

    def expect(log: Log) -> Floats:
        """Return the reputation of each target before its rating."""
        total, weight, seen = (defaultdict[int, float](float) for _ in range(3))
        expected, mean = np.zeros(len(log)), 0.0
        days = (log.time / SECONDS_A_DAY).tolist()
        for row, (_, target, value) in enumerate(_rows(log)):
            fade = 2.0 ** ((seen[target] - days[row]) / half_life)
            total[target] *= fade
            weight[target] *= fade
            start = PRIOR * mean if empirical else 0.0
            expected[row] = (start + total[target]) / (PRIOR + weight[target])
            total[target] += value
            weight[target] += 1.0
            seen[target] = days[row]
            mean += (value - mean) / (row + 1)
        return expected

    return expect


def moletrust(log: Log) -> Floats:
    """Return what those the rater trusts said of the target, by trust; else the beta's.

    Source: Massa and Avesani 2005, Controversial users demand local trust metrics: two
    steps, over positive ratings.
    """
    otherwise = beta(NEVER, empirical=False)(log)
    trusts = defaultdict[int, dict[int, float]](dict)
    judged = defaultdict[int, dict[int, float]](dict)
    expected = np.zeros(len(log))
    for row, (source, target, value) in enumerate(_rows(log)):
        friends, judges = trusts[source], judged[target]
        fewer, more = sorted((friends, judges), key=len)
        both = [one for one in fewer if one in more]
        weight = sum(friends[one] for one in both)
        said = sum(friends[one] * judges[one] for one in both)
        expected[row] = said / weight if weight else otherwise[row]
        judges[source] = value
        if value > 0:
            friends[target] = value
    return expected


def _rows(log: Log) -> list[tuple[int, int, float]]:
    """Return source, target and rating of each row as plain numbers."""
    columns = log.source.tolist(), log.target.tolist(), log.rating.tolist()
    return list(zip(*columns, strict=True))


RIVALS: Final[dict[str, Rival]] = {
    "reciprocal rating, 0 if none": reciprocal,
    "fairness x goodness (Kumar et al. 2016), every 200": in_batches,
    "fairness x goodness, one by one": one_by_one,
    "beta reputation (Josang, Ismail 2002)": beta(NEVER, empirical=False),
    "beta reputation, empirical prior, 30 days": beta(30.0, empirical=True),
    "MoleTrust, 2 steps, else beta": moletrust,
    "EigenTrust (Kamvar et al. 2003)": eigentrust,
    "personalised PageRank": personalised_pagerank,
}
