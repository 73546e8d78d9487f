"""Brokers: who stands between people that are not in touch, and on whose behalf."""

from dataclasses import dataclass
from itertools import permutations

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Floats, Ids, Places
from stakeholders.scores.network import Network
from stakeholders.scores.rows import among
from stakeholders.scores.triangles import triangles


@dataclass(frozen=True, slots=True)
class Roles:
    """Per person, on how many open paths a -> person -> c (no a -> c) they stand."""

    coordinator: Ids  # all three in one unit
    itinerant: Ids  # between two of one other unit
    gatekeeper: Ids  # from another unit into the own
    representative: Ids  # from the own unit to another
    liaison: Ids  # between two other units


def broker_roles(network: Network, unit: Ids) -> Roles:
    """Return the brokerage of each person of `network`; weights play no part.

    unit: per person, any number of their unit.
    Source: Gould, Fernandez 1989, Sociol. Methodol. 19:89, the five roles.
    """
    _, place = np.unique(unit, return_inverse=True)
    same = place[network.source] == place[network.target]
    within, across = (network.matrix(part.astype(np.float64)) for part in (same, ~same))
    to, fro = (np.asarray(part.sum(axis=0)) for part in (within, across))
    on, off = (np.asarray(part.sum(axis=1)) for part in (within, across))
    one_unit = _through_one_unit(network, place, ~same)
    closed = _closed(network, place)
    open_paths = {
        "coordinator": to * on - _returned(within),
        "itinerant": one_unit - _returned(across),
        "gatekeeper": fro * on,
        "representative": to * off,
        "liaison": fro * off - one_unit,
    }
    return Roles(
        **{
            name: np.rint(path - closed[name]).astype(np.int64)
            for name, path in open_paths.items()
        }
    )


def _returned(ties: sparse.csr_array) -> Floats:
    """Return how many of each person's ties are answered: paths from a back to a."""
    return np.asarray((ties * ties.T).sum(axis=0))


def _closed(network: Network, place: Places) -> dict[str, Ids]:
    """Return, per role and person b, paths a -> b -> c that a tie a -> c cuts short."""
    size, corner = len(network), triangles(network)
    keys = network.source * size + network.target
    tied = {
        (one, other): among(keys, corner[one] * size + corner[other])
        for one, other in permutations(range(3), 2)
    }
    found = {name: np.zeros(size, np.int64) for name in Roles.__slots__}
    for a, b, c in permutations(range(3)):
        some = tied[a, b] & tied[b, c] & tied[a, c]
        unit = [place[corner[one][some]] for one in (a, b, c)]
        into, out, ends = unit[0] == unit[1], unit[1] == unit[2], unit[0] == unit[2]
        cut = {
            "coordinator": into & out,
            "itinerant": ~into & ends,
            "gatekeeper": ~into & out,
            "representative": into & ~out,
            "liaison": ~(into | out | ends),
        }
        for name, role in cut.items():
            found[name] += np.bincount(corner[b][some][role], minlength=size)
    return found


def _through_one_unit(network: Network, place: Ids, across: Ids) -> Floats:
    """Return, per person, the paths that come from and lead to the same other unit."""
    size = (len(network), int(place.max(initial=0)) + 1)
    source, target = network.source[across], network.target[across]
    ones = np.ones(len(source))
    came = sparse.csr_array((ones, (target, place[source])), shape=size)
    went = sparse.csr_array((ones, (source, place[target])), shape=size)
    return np.asarray((came * went).sum(axis=1))
