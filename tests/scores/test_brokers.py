"""Brokerage: one path per role by hand, and against a plain loop."""

import numpy as np
import pytest
from hypothesis import given, settings

from stakeholders.scores.brokers import broker_roles
from stakeholders.scores.network import Network
from tests.scores.networks import networks_with_units

PATH = Network.of(np.array([0, 1]), np.array([1, 2]))


def of(roles, person):
    return {name: int(getattr(roles, name)[person]) for name in roles.__slots__}


@pytest.mark.parametrize(
    ("units", "role"),
    [
        ((0, 0, 0), "coordinator"),
        ((1, 0, 1), "itinerant"),
        ((1, 0, 0), "gatekeeper"),
        ((0, 0, 1), "representative"),
        ((1, 0, 2), "liaison"),
    ],
)
def test_the_middle_of_a_path_has_the_role_its_units_give(units, role):
    middle = of(broker_roles(PATH, np.array(units)), 1)
    assert {name: count for name, count in middle.items() if count} == {role: 1}


def test_a_path_with_a_shortcut_needs_no_broker():
    closed = Network.of(np.array([0, 1, 0]), np.array([1, 2, 2]))
    assert sum(of(broker_roles(closed, np.zeros(3)), 1).values()) == 0


def by_hand(network, unit):
    """Count every role in the plainest way."""
    ties = set(zip(network.source.tolist(), network.target.tolist(), strict=True))
    names = {
        (True, True): "coordinator",
        (False, True): "gatekeeper",
        (True, False): "representative",
    }
    counts = [dict.fromkeys(broker_roles(network, unit).__slots__, 0) for _ in unit]
    for a, b in ties:
        for c in range(len(unit)):
            if (b, c) in ties and c != a and (a, c) not in ties:
                ends = (unit[a] == unit[b], unit[b] == unit[c])
                between = "itinerant" if unit[a] == unit[c] else "liaison"
                counts[b][names.get(ends, between)] += 1
    return counts


@given(networks_with_units())
@settings(max_examples=80, deadline=None)
def test_roles_agree_with_a_plain_count(both):
    network, unit = both
    roles = broker_roles(network, unit)
    assert [of(roles, person) for person in range(len(unit))] == by_hand(network, unit)
