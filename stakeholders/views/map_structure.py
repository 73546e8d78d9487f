"""What only the whole network says about the map: who is central, who holds it together."""

from functools import lru_cache
from typing import Final

import numpy as np

from stakeholders.scores.influence import influence
from stakeholders.views.map_data import CROWDS, NO_UNIT, Crowd, Floats, Mask, Network

FEW: Final = 12  # brokers that are worth naming
DRAWN: Final = 1e-6  # of the walk; less than the steps in which it is drawn
BETWEEN_UNITS: Final = {"itinerant", "gatekeeper", "representative", "liaison"}


def central(network: Network) -> Floats:
    """Return each person's share of a walk from asker to asked: above 0, adding to 1."""
    return influence(network.directed(), exact=DRAWN)


@lru_cache(maxsize=CROWDS)
def brokers(crowd: Crowd) -> Mask:
    """Return the few on most shortest ways, of those who stand between units.

    As they were found when the whole network was last looked at.
    """
    between = np.array([one.between or 0.0 for one in crowd.people])
    role = [one.broker in BETWEEN_UNITS for one in crowd.people]
    between[~(np.array(role, bool) & (crowd.unit != NO_UNIT))] = 0.0
    least = np.sort(between)[-FEW:].min(initial=1.0)
    return np.asarray((between > 0) & (between >= least))


def threads(network: Network) -> Mask:
    """Return which ties are the only one of somebody, or their only one with our team."""
    low, high, ours = network.low, network.high, network.ours
    size = len(network.people)
    ties = np.bincount(np.concatenate([low, high]), minlength=size)
    crosses = (ours[low] != ours[high]) & (network.there + network.back > 0)
    theirs = np.where(ours[low], high, low)
    with_us = np.bincount(theirs[crosses], minlength=size)
    alone = crosses & (with_us[theirs] == 1)
    return np.asarray(alone | (ties[low] == 1) | (ties[high] == 1))
