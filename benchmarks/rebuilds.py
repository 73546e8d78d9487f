"""Everything derived from nothing, and what of it can be measured alone."""

from benchmarks.timing import Figures, median_of
from stakeholders.models import Tie
from stakeholders.standings import rebuild

TIMES = 3


def measure() -> Figures:
    """Return how long a rebuild takes, and how many ties it makes."""
    seconds = median_of(TIMES, rebuild)
    return {"rebuild.seconds": round(seconds, 2), "rebuild.ties": Tie.objects.count()}
