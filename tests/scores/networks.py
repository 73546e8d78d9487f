"""Random small networks, for properties."""

import numpy as np
from hypothesis import strategies as st

from stakeholders.scores.network import Network


@st.composite
def networks(draw, most=8):
    """A network of 2 to `most` people with some ties, perhaps none."""
    size = draw(st.integers(2, most))
    tie = st.tuples(st.integers(0, size - 1), st.integers(1, size - 1), st.integers(1, 5))
    rows = draw(st.lists(tie, max_size=20))
    source = np.array([one for one, _, _ in rows], np.int64)
    target = np.array([(one + step) % size for one, step, _ in rows], np.int64)
    weight = np.array([weight for _, _, weight in rows], np.float64)
    return Network.of(source, target, weight, np.arange(size))


@st.composite
def networks_with_units(draw):
    """A network, and a unit (0 to 2) for each of its people."""
    network = draw(networks())
    unit = st.lists(st.integers(0, 2), min_size=len(network), max_size=len(network))
    return network, np.array(draw(unit))
