"""The pure pair sums beside a bare numpy sum of the same columns."""

from collections.abc import Callable
from datetime import date
from time import process_time

import numpy as np

from benchmarks.timing import Figures, median_of
from stakeholders.evidence import GIFTS, Facts, Kind, Rules
from stakeholders.models.as_facts import all_facts
from stakeholders.scores.sums import pair_sums

TIMES = 5
LANDMARK = date(2020, 1, 1)
RULES = Rules()


def measure() -> Figures:
    """Return how long the sums of everything take, also as a multiple of bare numpy."""
    facts = all_facts()
    pair = bare_pairs(facts)
    ours = _cpu(lambda: pair_sums(facts, at=LANDMARK, rules=RULES))
    bare = _cpu(lambda: bare_sums(facts, bare_pairs(facts)))
    sums = _cpu(lambda: bare_sums(facts, pair))
    return {
        "sum.facts": len(facts),
        "sum.seconds": round(ours, 3),
        "sum.ratio_to_numpy": round(ours / bare, 2),
        "sum.ratio_to_bincount": round(ours / sums, 2),  # pairs numbered beforehand
    }


def _cpu(work: Callable[[], object]) -> float:
    """Return the seconds of one core that `work` takes; nothing in it waits."""
    return median_of(TIMES, work, process_time)


def bare_pairs(facts: Facts) -> np.ndarray:
    """Return the number of each fact's unordered pair, the shortest way numpy has."""
    low = np.minimum(facts.source, facts.target)
    high = np.maximum(facts.source, facts.target)
    return np.unique(low * 2**31 + high, return_inverse=True)[1]


def bare_sums(facts: Facts, pair: np.ndarray) -> list[np.ndarray]:
    """Return the faded sum of every kind that a tie keeps, by pair and direction.

    Nothing is checked, sorted, counted by day or brought into the order of a table.
    """
    place = 2 * pair + (facts.source > facts.target)
    age = facts.day - LANDMARK.toordinal()
    sums = []
    for kinds, half_life in (
        ((Kind.CONTACT,), RULES.contact_half_life),
        (GIFTS, RULES.giving_half_life),
        ((Kind.KEPT,), RULES.trust_half_life),
        ((Kind.LATE,), RULES.trust_half_life),
        ((Kind.BROKEN,), RULES.trust_half_life),
        ((Kind.KEPT, Kind.CREDIT, Kind.MOOD, Kind.BLAME), RULES.trust_half_life),
    ):
        some = np.isin(facts.kind, kinds)
        weight = facts.amount[some] * np.exp2(age[some] / half_life)
        sums.append(np.bincount(place[some], weight))
    return sums
