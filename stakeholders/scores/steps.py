"""Steps: from many people to everybody they have a tie to, at once."""

import numpy as np
from scipy import sparse

from stakeholders.scores.columns import Places


def steps_from(ties: sparse.csr_array, people: Places) -> tuple[Places, Places]:
    """Return where in the matrix the ties of `people` are, and whose each one is.

    The first names places of `ties.indices` and `ties.data`; the second, beside each,
    the row of `people`. Everybody's ties come together, in order of `people`.
    """
    start = ties.indptr[people].astype(np.int64)
    count = ties.indptr[people + 1] - start
    ends = np.cumsum(count)
    row = np.repeat(np.arange(len(people)), count)
    return np.arange(ends[-1] if len(ends) else 0) + (start - ends + count)[row], row
