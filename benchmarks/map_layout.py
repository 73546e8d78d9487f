"""The layout of the map alone: from nothing, and after a few ties changed."""

from datetime import date
from time import process_time
from typing import Any

import numpy as np

from stakeholders.scores.communities import communities
from stakeholders.scores.layout import place
from stakeholders.scores.layout_forces import Groups, Ties
from stakeholders.standings import whole

CHANGED = 0.02  # of the ties: half of them gone, half of them new
SEED = 2026


def measure(today: date) -> dict[str, Any]:
    """Return the seconds of one core that places take, and how far people then move."""
    ties = whole.read(today).ever
    groups = Groups.of(communities(ties))
    start = process_time()
    before = place(ties, groups=groups)
    cold = process_time()
    after = place(changed(ties), start=before, groups=groups)
    warm = process_time()
    moved = np.hypot(*(after - before).T)
    return {
        "layout from nothing, s CPU": round(cold - start, 2),
        "layout after 2 % of ties changed, s CPU": round(warm - cold, 2),
        "median move then, % of the radius": round(100 * float(np.median(moved)), 2),
        "farthest tenth moved, % of the radius": round(
            100 * float(np.quantile(moved, 0.9)), 2
        ),
    }


def changed(ties: Ties) -> Ties:
    """Return `ties` with a few of them gone, and as many new ones between anybody."""
    random = np.random.default_rng(SEED)
    few = round(len(ties.weight) * CHANGED / 2)
    stay = np.sort(random.permutation(len(ties.weight))[few:])
    ends = random.integers(0, ties.count, (2, few))
    source, target = (
        np.concatenate([kept[stay], new])
        for kept, new in zip((ties.source, ties.target), ends, strict=True)
    )
    weight = np.concatenate([ties.weight[stay], np.full(few, np.median(ties.weight))])
    return Ties.of(ties.count, source, target, weight)
