"""What only the whole network says about the map: who is central, who holds it together."""

from dataclasses import dataclass

import numpy as np

from stakeholders.scores.brokers import broker_roles
from stakeholders.scores.influence import influence
from stakeholders.scores.single_threads import held_by_one
from stakeholders.views.map_data import Floats, Mask, Network

FEW = 12  # brokers that are worth naming


@dataclass(frozen=True, slots=True)
class Structure:
    """Columns over the people, and one over the ties, of a network."""

    central: Floats  # share of a walk from asker to asked, above 0, adding to 1
    broker: Mask  # the people on most open paths between units
    thread: Mask  # ties that alone join somebody with our team, or with everybody


def structure_of(network: Network) -> Structure:
    """Return who is central and who brokers, and which ties are single threads."""
    ties = network.directed()
    roles = broker_roles(ties, network.unit.astype(np.int64))
    between = roles.gatekeeper + roles.representative + roles.liaison + roles.itinerant
    least = np.sort(between)[-FEW:].min(initial=0)
    return Structure(
        central=influence(ties),
        broker=(between >= max(least, 1)) & (network.unit >= 0),
        thread=_threads(network),
    )


def _threads(network: Network) -> Mask:
    """Return which ties are the only one of somebody, or their only one with our team."""
    ids, low, high = network.ids, network.low, network.high
    held = held_by_one(network.directed(), network.ours)
    ends = np.stack([ids[low], ids[high]], axis=1).tolist()
    with_us = [held.get(one) == other or held.get(other) == one for one, other in ends]
    ties = np.bincount(np.concatenate([low, high]), minlength=len(ids))
    return np.asarray(np.array(with_us, bool) | (ties[low] == 1) | (ties[high] == 1))
