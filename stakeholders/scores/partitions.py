"""Partitions: pair sums of a history that is larger than one machine.

Facts are parted by their unordered pair, so that all that one pair needs is in one part,
its days of contact too. Each part is summed by itself, anywhere, and the rows joined.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from stakeholders.evidence import Facts
from stakeholders.scores.columns import Places
from stakeholders.scores.rows import pair_keys
from stakeholders.scores.sums import PairSums

# Multiplied by an odd number near 2 ** 64 / golden ratio, high bits spread evenly (Knuth).
SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)
HIGH_BITS: Final = np.uint64(33)


def part_of(facts: Facts, parts: int) -> Places:
    """Return the part of each fact, 0 to `parts` - 1, the same both ways of a pair."""
    low = np.minimum(facts.source, facts.target)
    high = np.maximum(facts.source, facts.target)
    mixed = pair_keys(low, high).astype(np.uint64) * SPREAD >> HIGH_BITS
    return (mixed % np.uint64(parts)).astype(np.intp)


def parted(facts: Facts, parts: int) -> list[Facts]:
    """Return `facts` in so many `parts`, each unordered pair in one of them."""
    part = part_of(facts, parts).astype(np.uint16)  # short numbers are sorted by counting
    order = np.argsort(part, kind="stable")
    ends = np.cumsum(np.bincount(part, minlength=parts))[:-1]
    columns = (np.split(getattr(facts, name)[order], ends) for name in Facts.__slots__)
    return [Facts(*some) for some in zip(*columns, strict=True)]


def joined(parts: Sequence[PairSums]) -> PairSums:
    """Return the rows of all `parts` in order; no pair may be in two of them."""
    names = PairSums.__slots__
    every = PairSums(*(np.concatenate([getattr(p, n) for p in parts]) for n in names))
    return every.take(np.argsort(pair_keys(every.source, every.target), kind="stable"))
