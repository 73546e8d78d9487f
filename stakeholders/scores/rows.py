"""Rows: where each fact's pair lands when facts are folded into one row per pair."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence import Facts
from stakeholders.scores.columns import Floats, Ids, Mask, Places

WIDEST: Final = 2**31  # two numbers below this fit in one 64-bit key


@dataclass(frozen=True, slots=True)
class Rows:
    """The pairs in some facts: unordered ones first, then both orders, sorted."""

    pair: Places  # per fact: which unordered pair
    place: Places  # per fact: its pair, plus `count` when from high id to low
    count: int  # unordered pairs
    order: Places  # sorts places by (source, target)
    source: Ids  # per ordered pair
    target: Ids  # per ordered pair

    @classmethod
    def of(cls, facts: Facts) -> Self:
        """Return the rows of `facts`; raise ValueError on a fact about oneself."""
        low = np.minimum(facts.source, facts.target)
        high = np.maximum(facts.source, facts.target)
        if (low == high).any():
            raise ValueError("a fact must be about two different stakeholders")
        keys = pair_keys(low, high)
        seen = distinct(keys)
        pair, count = np.searchsorted(seen, keys), len(seen)
        low, high = seen // WIDEST, seen % WIDEST
        swapped = high * WIDEST + low
        both = np.concatenate((seen, swapped))
        order = np.argsort(both)
        both = both[order]
        place = pair + count * (facts.source > facts.target)
        return cls(pair, place, count, order, both // WIDEST, both % WIDEST)

    def opposite(self, place: Places) -> Places:
        """Return the places of the same pairs' other directions."""
        return np.where(place < self.count, place + self.count, place - self.count)

    def fold(self, *parts: tuple[Places, Floats]) -> Floats:
        """Return the sums of each part's amounts by place: a column of rows per part."""
        width = 2 * self.count
        sums = np.zeros((len(parts), width))
        for row, (places, amounts) in zip(sums, parts, strict=True):
            if len(places):
                row[:] = np.bincount(places, amounts, width)
        return sums[:, self.order]

    def both(self, per_pair: NDArray) -> NDArray:
        """Return one value per unordered pair as one per ordered pair."""
        return np.concatenate((per_pair, per_pair))[self.order]


def pair_keys(first: Ids, second: Ids) -> Ids:
    """Return one sortable number per pair; raise ValueError on ids it cannot hold."""
    either = first | second
    if either.size and (either.min() < 0 or either.max() >= WIDEST):
        raise ValueError("stakeholder ids lie between 0 and 2 ** 31 - 1")
    return first * WIDEST + second


def distinct(values: Ids) -> Ids:
    """Return `values` sorted, each once (np.unique hashes and is 20 times slower here)."""
    ordered = np.sort(values)
    if len(ordered) < 2:
        return ordered
    new = np.empty(len(ordered), np.bool_)
    new[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def sorting(ids: Ids) -> Places:
    """Return what puts `ids` in order, equal ones as they stood.

    Sixteen bits at a time, which numpy sorts by counting them.
    """
    order = np.argsort(ids.astype(np.uint16), kind="stable")
    above = ids >> 16
    if not above.any():
        return order
    return order[np.argsort(above[order].astype(np.uint16), kind="stable")]


def among(known: Ids, asked: Ids) -> Mask:
    """Return which of `asked` are among `known`, which must ascend."""
    if not len(known):
        return np.zeros(len(asked), np.bool_)
    place = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    return np.asarray(known[place] == asked)
