"""The network in columns."""

import numpy as np
import pytest

from stakeholders.scores.network import Network


def test_rows_of_one_ordered_pair_add_up_and_ties_to_oneself_are_dropped():
    network = Network.of(
        np.array([7, 7, 3, 5]), np.array([3, 3, 7, 5]), np.array([1.0, 2, 4, 9])
    )
    ties = zip(network.people[network.source], network.people[network.target], strict=True)
    assert dict(zip(ties, network.weight, strict=True)) == {(3, 7): 4.0, (7, 3): 3.0}


def test_people_without_ties_are_kept_when_named():
    network = Network.of(np.array([1]), np.array([2]), people=np.array([9, 2, 1]))
    assert network.people.tolist() == [1, 2, 9]


def test_a_tie_with_somebody_unnamed_is_refused():
    with pytest.raises(ValueError, match="not among the people"):
        Network.of(np.array([1]), np.array([2]), people=np.array([1]))


def test_networkx_gets_the_same_ties():
    network = Network.of(np.array([5, 8]), np.array([8, 6]), np.array([2.0, 3.0]))
    assert sorted(network.graph().edges(data="weight")) == [(5, 8, 2.0), (8, 6, 3.0)]
