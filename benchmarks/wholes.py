"""What only everything together tells: the weekly history, and the network as a whole."""

import json
import subprocess
import sys
from time import perf_counter

from benchmarks.timing import Figures
from stakeholders.standings import history


def measure() -> Figures:
    """Return how long each takes; the network in a process whose memory is its own."""
    begun = perf_counter()
    history.refresh.func()
    figures: Figures = {"history.seconds": round(perf_counter() - begun, 2)}
    command = [sys.executable, "-m", "benchmarks.structures"]
    found: Figures = json.loads(subprocess.check_output(command, text=True))
    return figures | found
