"""Local moving: groups of larger and larger modularity, found in columns.

Half of the people look around at once and move to the group they gain most by; then
only those next to somebody who moved look again. Groups become the people of a smaller
network, and so on. It answers as well as a walk from one person to the next and twenty
times faster (docs/decisions/scores-structure-in-columns.md).
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Floats, Ids, Places
from stakeholders.scores.layout_forces import Ties
from stakeholders.scores.steps import steps_from

LEAST_GAIN: Final = 1e-12
MOST_ROUNDS: Final = 100  # all but never reached: moves die out in twenty or so


@dataclass(frozen=True, slots=True)
class Level:
    """A network, or one whose people are the groups of the one before."""

    ties: sparse.csr_array  # both ways, none to oneself
    own: Floats  # twice the weight within each group

    @classmethod
    def of(cls, ties: Ties) -> Self:
        """Return the network of `ties` itself."""
        ends = np.append(ties.source, ties.target), np.append(ties.target, ties.source)
        size = (ties.count, ties.count)
        both = sparse.csr_array((np.tile(ties.weight, 2), ends), shape=size)
        return cls(both, np.zeros(ties.count))

    @property
    def degree(self) -> Floats:
        """Return each one's total weight, that within a group counted twice."""
        return np.asarray(self.ties.sum(axis=1)) + self.own

    def merged(self, group: Ids, count: int) -> Self:
        """Return the network between groups; `group` says who is in which."""
        some = self.ties.tocoo()
        size = (count, count)
        ends = group[some.row], group[some.col]
        ties = sparse.csr_array((some.data, ends), shape=size)
        ties.sum_duplicates()
        own = np.bincount(group, self.own, count) + ties.diagonal()
        ties.setdiag(0)
        ties.eliminate_zeros()
        return type(self)(ties, own)


def grouped(ties: Ties, start: Ids, random: np.random.Generator) -> Ids:
    """Return groups, numbered from 0, of a modularity no move of one of them betters.

    start: groups to begin with, any number below the count of people for each of them.
    Source: Blondel et al. 2008, J. Stat. Mech. P10008 (Louvain), moved side by side.
    """
    level, whole = Level.of(ties), _settled(Level.of(ties), start, random)
    names, whole = np.unique(whole, return_inverse=True)
    here = whole
    while True:
        level = level.merged(here, len(names))
        before = len(names)
        names, here = np.unique(
            _settled(level, np.arange(before), random), return_inverse=True
        )
        whole = here[whole]
        if len(names) == before:
            return np.asarray(whole)


def _settled(level: Level, start: Ids, random: np.random.Generator) -> Ids:
    """Return groups from which nobody gains by moving alone."""
    group, degree = start.copy(), level.degree
    size = len(group)
    total = np.bincount(group, degree, size)
    awake = np.flatnonzero(np.diff(level.ties.indptr))
    for _ in range(MOST_ROUNDS):
        if not len(awake):
            break
        asked = awake[random.random(len(awake)) < 0.5]
        movers, to = _best(level, asked, group, degree, total)
        np.subtract.at(total, group[movers], degree[movers])
        np.add.at(total, to, degree[movers])
        group[movers] = to
        look = np.zeros(size, bool)
        look[awake] = True
        look[asked] = False
        place, row = steps_from(level.ties, movers)
        near = level.ties.indices[place]
        look[near[group[near] != to[row]]] = True
        awake = np.flatnonzero(look)
    return group


def _best(
    level: Level, asked: Places, group: Ids, degree: Floats, total: Floats
) -> tuple[Places, Ids]:
    """Return who of `asked` gains by moving, and to which group each goes."""
    if not len(asked):
        return asked, group[asked]
    whole, size = degree.sum(), len(group)
    place, row = steps_from(level.ties, asked)
    key = row * size + group[level.ties.indices[place]]
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    row, other = np.divmod(key[order][first], size)
    mine, own = degree[asked], group[asked]
    here = other == own[row]
    tied = np.add.reduceat(level.ties.data[place[order]], first)
    gain = tied - mine[row] * (total[other] - mine[row] * here) / whole
    stay = -mine * (total[own] - mine) / whole
    stay[row[here]] = gain[here]
    best = np.maximum.reduceat(gain, np.flatnonzero(np.diff(row, prepend=-1)))
    choice = np.zeros(len(asked), np.int64)
    choice[row[gain == best[row]]] = other[gain == best[row]]
    moves = best > stay + LEAST_GAIN
    return asked[moves], choice[moves]
