"""The network as a whole, in a process of its own: python -m benchmarks.structures."""

import json
import resource
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

import django

django.setup()

import networkx as nx  # noqa: E402

from benchmarks.timing import Figures, median_of  # noqa: E402
from stakeholders.scores.betweenness import PIVOTS, betweenness  # noqa: E402
from stakeholders.scores.communities import communities  # noqa: E402
from stakeholders.scores.single_threads import bridges  # noqa: E402
from stakeholders.standings import standing, structure, whole  # noqa: E402

KERNEL_SAYS: Final = Path("/proc/self/status")
FEW: Final = 10  # pivots for networkx, which takes as long for each of them


def look() -> Figures:
    """Return how long one look takes, and how much it adds to this process's memory."""
    before, begun = _peak(), perf_counter()
    structure.look.func()
    seconds = round(perf_counter() - begun, 2)
    return {"structure.seconds": seconds, "structure.peak_mb": _peak() - before}


def beside_networkx() -> Figures:
    """Return how long communities, betweenness and bridges take, as a part of networkx's.

    Both are told the same ties, ours as columns and networkx's as its own graph.
    """
    seen = whole.read(standing.today())
    graph = seen.lately.graph().to_undirected()
    ours: tuple[Callable[[], object], ...] = (
        lambda: communities(seen.ever),
        lambda: betweenness(seen.lately),
        lambda: bridges(seen.lately),
    )
    theirs: tuple[Callable[[], object], ...] = (
        lambda: nx.community.louvain_communities(graph, seed=0),
        lambda: list(nx.bridges(graph)),
    )
    pivots = min(PIVOTS, len(graph))
    few = min(FEW, pivots)
    one = _cpu(lambda: nx.betweenness_centrality(graph, k=few, seed=0)) / few
    spent = one * pivots + sum(map(_cpu, theirs))
    return {"structure.ratio_to_networkx": round(sum(map(_cpu, ours)) / spent, 3)}


def _cpu(work: Callable[[], object]) -> float:
    """Return the seconds of one core that `work` takes once."""
    return median_of(1, work, process_time)


def _peak() -> int:
    """Return the most memory this process ever had, in MB.

    On Linux `ru_maxrss` begins with the peak of whoever started the process.
    """
    if KERNEL_SAYS.exists():
        words = KERNEL_SAYS.read_text().split()
        return int(words[words.index("VmHWM:") + 1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    print(json.dumps(look() | beside_networkx()))
