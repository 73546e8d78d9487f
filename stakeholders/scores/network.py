"""A network in columns: the one form in which the structure scores take their ties."""

from dataclasses import dataclass
from typing import Self

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from stakeholders.scores.columns import Floats, Ids, Mask, Places


@dataclass(frozen=True, slots=True)
class Network:
    """Directed ties between people who are numbered by their place in `people`."""

    people: Ids  # stakeholder ids, ascending
    source: Places  # per tie
    target: Places  # per tie, never the source
    weight: Floats  # per tie, > 0

    @classmethod
    def of(
        cls,
        source: Ids,
        target: Ids,
        weight: Floats | None = None,
        people: Ids | None = None,
    ) -> Self:
        """Return the network of these ties; rows of one ordered pair add up.

        source, target: stakeholder ids. weight: per row, 1 without. people: everybody, also
        those without ties, and all of source and target; without it, those who have a tie.
        Ties to oneself and of no weight are dropped.
        Raises ValueError when `people` leaves out somebody who has a tie.
        """
        weight = np.ones(len(source)) if weight is None else weight
        some = (source != target) & (weight > 0)
        source, target, weight = source[some], target[some], weight[some]
        people = np.unique(np.concatenate([source, target]) if people is None else people)
        if not np.isin(np.concatenate([source, target]), people).all():
            raise ValueError("a tie joins somebody who is not among the people")
        ends = np.searchsorted(people, source) * len(people) + np.searchsorted(
            people, target
        )
        keys, place = np.unique(ends, return_inverse=True)
        size = max(len(people), 1)
        return cls(people, keys // size, keys % size, np.bincount(place, weight, len(keys)))

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(self.people)

    def where(self, mask: Mask) -> Self:
        """Return the same people with the ties that `mask` (one truth per tie) selects."""
        ends = self.source[mask], self.target[mask]
        return type(self)(self.people, *ends, self.weight[mask])

    def matrix(self, value: NDArray | None = None) -> sparse.csr_array:
        """Return the ties as a square matrix of weights, or of `value` per tie."""
        entries = self.weight if value is None else value
        size = (len(self), len(self))
        return sparse.csr_array((entries, (self.source, self.target)), shape=size)

    def undirected(self) -> sparse.csr_array:
        """Return who has a tie with whom, in either direction: 1 both ways."""
        ones = self.matrix(np.ones(len(self.source)))
        both = (ones + ones.T).tocsr()
        both.data[:] = 1.0
        return both

    def graph(self) -> nx.DiGraph:
        """Return the network as networkx knows it: stakeholder ids joined by `weight`."""
        graph = nx.DiGraph()
        graph.add_nodes_from(self.people.tolist())
        ends = self.people[self.source].tolist(), self.people[self.target].tolist()
        graph.add_weighted_edges_from(zip(*ends, self.weight.tolist(), strict=True))
        return graph
