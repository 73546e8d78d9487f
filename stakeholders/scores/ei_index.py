"""Silos: whether units deal with others more, or less, than their sizes alone would say."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from stakeholders.scores.columns import Floats, Ids, Mask, ratio
from stakeholders.scores.network import Network

SHUFFLES: Final = 999


@dataclass(frozen=True, slots=True)
class Silos:
    """The E-I index: -1 all ties stay inside the units, 1 all cross them.

    Compare an index with its own expectation: large units look closed by size alone.
    """

    index: float | None  # of the whole network; None without ties
    expected: float | None  # were ties to fall on any two people alike
    p_closed: float | None  # chance of an index this low were people dealt to units anew
    unit: Ids  # each unit once, ascending
    unit_index: Floats  # NaN for a unit without ties
    unit_expected: Floats  # NaN for a unit that is everybody, alone


def ei_index(
    network: Network, unit: Ids, *, shuffles: int = SHUFFLES, seed: int = 0
) -> Silos:
    """Return how closed the units are, on the network's ties weighed as they are.

    unit: per person of the network, any number of their unit.
    shuffles: how often people are dealt to units anew for `p_closed`; 0 leaves it None.
    Source: Krackhardt, Stern 1988, Soc. Psychol. Q. 51:123, (E - I) / (E + I).
    """
    names, place = np.unique(unit, return_inverse=True)
    size = np.bincount(place, minlength=len(names)).astype(np.float64)
    inside = place[network.source] == place[network.target]
    whole = network.weight.sum()
    index = _index(float(network.weight[inside].sum()), float(whole))
    of_unit, expected_of_unit = _by_unit(network, place, inside, size)
    people = size.sum()
    return Silos(
        index=index,
        expected=_index(float((size * (size - 1)).sum()), float(people * (people - 1))),
        p_closed=_p_closed(network, place, index, shuffles, seed),
        unit=names,
        unit_index=of_unit,
        unit_expected=expected_of_unit,
    )


def _index(inside: float, whole: float) -> float | None:
    """Return (E - I) / (E + I), None without ties."""
    return (whole - 2 * inside) / whole if whole > 0 else None


def _by_unit(
    network: Network, place: Ids, inside: Mask, size: Floats
) -> tuple[Floats, Floats]:
    """Return each unit's index over the ties that touch it, and what its size expects."""
    count = len(size)
    kept = np.bincount(place[network.source], network.weight * inside, count)
    crossing = network.weight * ~inside
    across = sum(
        np.bincount(place[end], crossing, count) for end in (network.source, network.target)
    )
    own, others = size * (size - 1), 2 * size * (size.sum() - size)
    return ratio(across - kept, across + kept), ratio(others - own, others + own)


def _p_closed(
    network: Network, place: Ids, index: float | None, shuffles: int, seed: int
) -> float | None:
    """Return how often people dealt to the same units at random look as closed, or more."""
    if index is None or not shuffles:
        return None
    chance, whole = np.random.default_rng(seed), network.weight.sum()
    as_closed = 1  # the units as they are
    for _ in range(shuffles):
        dealt = chance.permutation(place)
        inside = network.weight[dealt[network.source] == dealt[network.target]].sum()
        as_closed += (whole - 2 * inside) / whole <= index + 1e-12
    return float(as_closed / (shuffles + 1))
