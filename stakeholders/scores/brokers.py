"""Brokers: who stands between people that are not in touch, and on whose behalf."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.network import Network


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
    every = within + across
    to, fro = (np.asarray(part.sum(axis=0)) for part in (within, across))
    on, off = (np.asarray(part.sum(axis=1)) for part in (within, across))
    one_unit = _through_one_unit(network, place, ~same)
    open_paths = {
        "coordinator": to * on - _returned(within) - _closed(within, every, within),
        "itinerant": one_unit - _returned(across) - _closed(across, within, across),
        "gatekeeper": fro * on - _closed(across, every, within),
        "representative": to * off - _closed(within, every, across),
        "liaison": fro * off - one_unit - _closed(across, across, across),
    }
    return Roles(
        **{name: np.rint(path).astype(np.int64) for name, path in open_paths.items()}
    )


def _returned(ties: sparse.csr_array) -> Floats:
    """Return how many of each person's ties are answered: paths from a back to a."""
    return np.asarray((ties * ties.T).sum(axis=0))


def _closed(
    first: sparse.csr_array, shortcut: sparse.csr_array, second: sparse.csr_array
) -> Floats:
    """Return, per b, paths a -> b in `first`, b -> c in `second`, a -> c in `shortcut`."""
    return np.asarray((first * (shortcut @ second.T)).sum(axis=0))


def _through_one_unit(network: Network, place: Ids, across: Ids) -> Floats:
    """Return, per person, the paths that come from and lead to the same other unit."""
    size = (len(network), int(place.max(initial=0)) + 1)
    source, target = network.source[across], network.target[across]
    ones = np.ones(len(source))
    came = sparse.csr_array((ones, (target, place[source])), shape=size)
    went = sparse.csr_array((ones, (source, place[target])), shape=size)
    return np.asarray((came * went).sum(axis=1))
