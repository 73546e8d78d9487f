"""Communities: who deals with each other more than with the rest."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csgraph

from stakeholders.scores.columns import Ids
from stakeholders.scores.layout_forces import Ties
from stakeholders.scores.local_moving import Level, grouped

NONE = -1  # stands for "no ties, so no community"
FAITHFUL: Final = 0.01  # modularity that communities as they were are worth more
PASSES: Final = 2  # the second moves people whom the first one moved too early


def communities(
    ties: Ties, *, before: NDArray[np.integer] | None = None, seed: int = 0
) -> NDArray[np.int64]:
    """Return a community's number for each person, NONE for people without ties.

    before: earlier numbers, NONE where a person had none. People stay with whom they were
    unless new communities are clearly better, and a community that mostly stayed together
    keeps its number. Every community holds together by ties among its own people.
    """
    random = np.random.default_rng(seed)
    found = np.arange(ties.count)
    for _ in range(PASSES):
        found = grouped(ties, found, random)
    old = np.full(ties.count, NONE) if before is None else before
    if (old != NONE).any():
        kept = grouped(ties, _alone_where_new(old), random)
        if _modularity(ties, kept) + FAITHFUL >= _modularity(ties, found):
            found = kept
    return np.where(ties.mass > 0, _numbered(_whole(ties, found), old, ties.mass > 0), NONE)


def _alone_where_new(old: NDArray[np.integer]) -> Ids:
    """Return earlier communities numbered from 0, newcomers each by themselves."""
    alone = np.where(old == NONE, old.max() + 1 + np.arange(len(old)), old)
    return np.unique(alone, return_inverse=True)[1]


def _modularity(ties: Ties, group: Ids) -> float:
    """Return the modularity of `group`; see `modularity.modularity`."""
    whole = ties.weight.sum()
    share = np.bincount(group, ties.mass) / (2 * whole)
    inside = ties.weight[group[ties.source] == group[ties.target]].sum()
    return float(inside / whole - (share**2).sum()) if whole else 0.0


def _whole(ties: Ties, group: Ids) -> Ids:
    """Return `group` with those cut in parts that have no tie between them.

    Source: Traag, Waltman, van Eck 2019, Sci. Rep. 9:5233, on badly connected groups.
    """
    inside = group[ties.source] == group[ties.target]
    kept = Ties(
        ties.count, *(end[inside] for end in (ties.source, ties.target, ties.weight))
    )
    return np.asarray(csgraph.connected_components(Level.of(kept).ties, directed=False)[1])


def _numbered(group: Ids, old: NDArray[np.integer], tied: NDArray[np.bool_]) -> Ids:
    """Return `group` by the number most of its people had; the largest choose first."""
    people = np.bincount(group, tied).astype(np.int64)
    shared = np.unique(
        np.stack([group, old])[:, tied & (old != NONE)], axis=1, return_counts=True
    )
    (ours, theirs), count = shared
    wishes = np.lexsort((theirs, -count, ours, -people[ours]))
    number = np.full(len(people), NONE, np.int64)
    taken: set[int] = set()
    for one, wish in zip(ours[wishes].tolist(), theirs[wishes].tolist(), strict=True):
        if number[one] == NONE and wish not in taken:
            number[one] = wish
            taken.add(wish)
    newest = int(old.max(initial=NONE))
    fresh = np.flatnonzero((number == NONE) & (people > 0))
    fresh = fresh[np.argsort(-people[fresh], kind="stable")]
    number[fresh] = np.arange(newest + 1, newest + 1 + len(fresh))
    return number[group]
