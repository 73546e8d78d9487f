"""What only everything together tells: the weekly history, and the network as a whole."""

from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from benchmarks.timing import Figures
from stakeholders.standings import history, structure


def measure() -> Figures:
    """Return how long each takes, run once in this process, and the memory it adds."""
    figures: Figures = {}
    for name, work in (("history", history.refresh), ("structure", structure.look)):
        before, begun = getrusage(RUSAGE_SELF).ru_maxrss, perf_counter()
        work.func()
        figures[f"{name}.seconds"] = round(perf_counter() - begun, 2)
        more = getrusage(RUSAGE_SELF).ru_maxrss - before
        figures[f"{name}.more_mb"] = round(more / 1024)
    return figures
