"""Single threads: people, and parts of the network, that one tie alone holds."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from stakeholders.scores.columns import Ids, Mask, Places
from stakeholders.scores.network import Network
from stakeholders.scores.rows import distinct


@dataclass(frozen=True, slots=True)
class Bridges:
    """Ties, in either direction, whose loss cuts the network in two; one row each."""

    held: Ids  # stakeholder ids, on the side that would be cut off
    holder: Ids  # stakeholder ids, on the larger side
    cut_off: Ids  # people on the side cut off, at least 1

    def __len__(self) -> int:
        """Return how many bridges there are."""
        return len(self.held)


def bridges(network: Network) -> Bridges:
    """Return every tie that alone joins two parts, the largest part cut off first.

    A tree is laid through the network. Every tie beside it leaves a random number at one
    end and takes it away at the other, so that these add up to nothing below a tie of the
    tree exactly when no other tie leads out from there (but for chances of 1 in 2 ** 60).
    Source: Tarjan 1974 for what is found; Pritchard, Thurimella 2011 for the numbers.
    """
    ties = network.undirected()
    tree = _Tree.through(ties)
    low, high = sparse.triu(ties, format="coo").coords
    beside = (tree.above[low] != high) & (tree.above[high] != low)
    marks = np.random.default_rng(0).integers(1, 2**62, int(beside.sum()), np.uint64)
    left = np.zeros(len(network), np.uint64)
    np.add.at(left, low[beside], marks)
    np.subtract.at(left, high[beside], marks)
    below = tree.gathered(np.ones(len(network), np.int64))
    one = np.flatnonzero((tree.gathered(left) == 0) & (tree.above >= 0))
    other, rest = tree.above[one], below[tree.root[one]] - below[one]
    cut_off = np.minimum(below[one], rest)
    smaller = below[one] <= rest
    held = network.people[np.where(smaller, one, other)]
    holder = network.people[np.where(smaller, other, one)]
    order = np.lexsort((holder, held, -cut_off))
    return Bridges(held[order], holder[order], cut_off[order])


@dataclass(frozen=True, slots=True)
class _Tree:
    """A tree through each part of a network, from one of its people outwards."""

    above: Places  # per person, the next one towards the root; below 0 for the root itself
    root: Places  # per person
    rings: list[Places]  # everybody, by steps from the root; without the roots

    @classmethod
    def through(cls, ties: sparse.csr_array) -> "_Tree":
        """Return trees that reach everybody by as few steps as can be."""
        size = ties.shape[0]
        part = csgraph.connected_components(ties, directed=False)[1]
        roots = np.unique(part, return_index=True)[1]
        start = sparse.csr_array(
            (np.ones(len(roots)), (np.zeros(len(roots), np.intp), roots)),
            shape=(1, size + 1),
        )
        whole = sparse.vstack(
            [sparse.hstack([ties, sparse.csr_array((size, 1))]), start], format="csr"
        )
        order, above = csgraph.breadth_first_order(whole, size)
        place = np.empty(size + 1, np.intp)
        place[order] = np.arange(size + 1)
        parents = place[above[order[1:]]]  # ascending, as who is nearer is left first
        ends = [1]
        while ends[-1] <= size:
            ends.append(1 + int(np.searchsorted(parents, ends[-1])))
        rings = [order[begin:end] for begin, end in pairwise(ends)]
        return cls(np.where(above[:size] == size, -1, above[:size]), roots[part], rings[1:])

    def gathered[Number: np.generic](self, own: NDArray[Number]) -> NDArray[Number]:
        """Return, per person, the sum of `own` over them and everybody below them."""
        total = own.copy()
        for ring in reversed(self.rings):
            np.add.at(total, self.above[ring], total[ring])
        return total


def held_by_one(network: Network, ours: Mask) -> dict[int, int]:
    """Return everybody not of ours whom one of ours alone deals with, and who that is.

    ours: per person of the network. People whom nobody of ours deals with are absent.
    """
    size = max(len(network), 1)
    place = np.concatenate([network.source, network.target])
    other = np.concatenate([network.target, network.source])
    some = ~ours[place] & ours[other]
    theirs, holders = np.divmod(distinct(place[some] * size + other[some]), size)
    alone = np.bincount(theirs, minlength=len(network))[theirs] == 1
    held, holder = network.people[theirs[alone]], network.people[holders[alone]]
    return dict(zip(held.tolist(), holder.tolist(), strict=True))
