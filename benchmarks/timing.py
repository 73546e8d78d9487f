"""Timing: how long things take, as percentiles in milliseconds."""

from collections.abc import Callable, Iterable
from time import perf_counter, process_time

import numpy as np

type Figures = dict[str, float]

WARM = 5  # requests that fill caches first, not counted
LONGEST = 20.0  # seconds for one series


def series(
    name: str,
    works: Iterable[Callable[[], object]],
    *,
    high: int = 95,
    before: Callable[[], object] = lambda: None,
) -> Figures:
    """Run each of `works` once; return the median and a high percentile of their times.

    `cpu_ms` is the median of what this process itself worked: it holds on a busy machine.
    before: what is done before each of them, and not timed.
    """
    taken: list[float] = []
    worked: list[float] = []
    begun = perf_counter()
    for number, work in enumerate(works):
        before()
        start, used = perf_counter(), process_time()
        work()
        if number >= WARM or start - begun > LONGEST:
            taken.append(1000 * (perf_counter() - start))
            worked.append(1000 * (process_time() - used))
        if taken and perf_counter() - begun > LONGEST:
            break
    half, most = np.percentile(taken, [50, high]).round(2)
    cpu = round(float(np.median(worked)), 2)
    return {f"{name}.p50_ms": half, f"{name}.p{high}_ms": most, f"{name}.cpu_ms": cpu}


def median_of(
    times: int, work: Callable[[], object], clock: Callable[[], float] = perf_counter
) -> float:
    """Return the median seconds of `work` by `clock` over several runs."""
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append(clock() - start)
    return float(np.median(taken))
