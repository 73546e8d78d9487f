"""Time the map on an invented network: python -m benchmarks.map 5000 25000.

Prints the size of its data, what the server works for it, and, in Chromium, the time from
click to drawn and of a frame while panning, with cytoscape beside it on the same ties.
"""

import subprocess
import sys

from benchmarks.room import room

INSIDE = (sys.executable, "-m", "benchmarks.map_inside")
MORE = {"DJANGO_ALLOW_ASYNC_UNSAFE": "true"}


def main(people: str = "5000", ties: str = "25000") -> None:
    """Measure a network of so many people and ties in a room of its own."""
    with room("sqlite") as surroundings:
        subprocess.run([*INSIDE, people, ties], env={**surroundings, **MORE}, check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
