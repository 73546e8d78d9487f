"""Missing links: who has no tie yet, though somebody warm with both could make one."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Floats, Places

FEW = 6  # links that are worth proposing at once


@dataclass(frozen=True, slots=True)
class MissingLink:
    """Two people without a tie, and who could introduce them best."""

    one: int  # row of a person
    other: int  # row of a person
    through: int  # row of the common acquaintance who is warmest with both
    shared: int  # common acquaintances, at least 1
    ease: float  # of the way over `through`: product of the chances of contact, 0..1


def warmth_matrix(
    count: int, low: Places, high: Places, silence: Floats
) -> sparse.csr_array:
    """Return for each two of `count` people the chance of contact in 30 days, both ways.

    silence: per tie of the people in rows `low` and `high`; unknown counts as no contact.
    """
    warmth = np.nan_to_num(1.0 - silence)
    ends = np.concatenate([low, high]), np.concatenate([high, low])
    return sparse.csr_array((np.tile(warmth, 2), ends), shape=(count, count))


def missing_links(
    warmth: sparse.csr_array, ones: Places, others: Places, *, most: int = FEW
) -> list[MissingLink]:
    """Return pairs of `ones` and `others` without a tie, those easiest to build first.

    warmth: see `warmth_matrix`; a stored 0 is a tie too. Pairs that nobody knows both of
    are left out. Ranked by the sum, over all common acquaintances, of the product of the
    chances of contact: common neighbours (Liben-Nowell, Kleinberg 2007, J. Am. Soc. Inf.
    Sci. Technol. 58:1019), each counted as warm as it is.
    """
    near, far = warmth[ones, :], warmth[others, :]
    common = (near @ far.T).toarray()
    tied = _tied(warmth)[ones, :][:, others].toarray() > 0
    same = ones[:, None] == others[None, :]
    common[tied | same] = 0.0
    if set(ones.tolist()) & set(others.tolist()):
        common[(ones[:, None] > others[None, :]) & np.isin(ones, others)[:, None]] = 0.0
    best = np.argsort(-common, axis=None, kind="stable")[:most]
    places = zip(*np.unravel_index(best, common.shape), strict=True)
    return [_link(warmth, int(ones[i]), int(others[j])) for i, j in places if common[i, j]]


def _tied(warmth: sparse.csr_array) -> sparse.csr_array:
    """Return a 1 for each tie, cold ones too."""
    ties = warmth.copy()
    ties.data = np.ones_like(ties.data)
    return ties


def _link(warmth: sparse.csr_array, one: int, other: int) -> MissingLink:
    """Return the missing link of two people with whoever is warmest with both."""
    ways = (warmth[[one], :].toarray() * warmth[[other], :].toarray())[0]
    through = int(ways.argmax())
    return MissingLink(one, other, through, int((ways > 0).sum()), float(ways[through]))
