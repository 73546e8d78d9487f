"""Everything derived from nothing, and what of it can be measured alone."""

from statistics import median
from time import perf_counter

from benchmarks.timing import Figures
from stakeholders.models import Standing, Tie
from stakeholders.standings import rebuild

TIMES = 3


def measure() -> Figures:
    """Return how long a rebuild takes, from nothing and again, and its number of ties."""
    anew = median(_from_nothing() for _ in range(TIMES))
    return {
        "rebuild.seconds": round(anew, 2),
        "rebuild.again_seconds": round(_seconds(), 2),
        "rebuild.ties": Tie.objects.count(),
    }


def _from_nothing() -> float:
    """Return the seconds of a rebuild where all that was derived is gone."""
    Tie.objects.all().delete()
    Standing.objects.all().delete()
    return _seconds()


def _seconds() -> float:
    """Return the seconds of a rebuild."""
    begun = perf_counter()
    rebuild()
    return perf_counter() - begun
