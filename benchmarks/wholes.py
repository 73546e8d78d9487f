"""What only everything together tells: the weekly history, and the network as a whole."""

from time import perf_counter

from benchmarks.timing import Figures
from stakeholders.standings import history, structure


def measure() -> Figures:
    """Return how long each takes, run once in this process."""
    figures: Figures = {}
    for name, work in (("history", history.refresh), ("structure", structure.look)):
        begun = perf_counter()
        work.func()
        figures[f"{name}.seconds"] = round(perf_counter() - begun, 2)
    return figures
