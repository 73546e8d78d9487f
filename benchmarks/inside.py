"""One benchmark inside its room: python -m benchmarks.inside PEOPLE INTERACTIONS."""

import json
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from time import perf_counter

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks import bare, pages, rebuilds, records, saves, sums, traffic, wholes  # noqa: E402
from benchmarks.timing import Figures  # noqa: E402
from relmap.sqlite import log  # noqa: E402
from stakeholders.models import User  # noqa: E402


def main(people: int, interactions: int) -> Figures:
    """Return every figure of a site with so many people and conversations."""
    figures: Figures = {"people": people, "interactions": interactions}
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    begun = perf_counter()
    user: User = records.write(people, interactions, timezone.localdate())
    say(f"{interactions:,} conversations written in {perf_counter() - begun:.0f} s")
    steps: tuple[Callable[[], Figures], ...] = (
        rebuilds.measure,
        sums.measure,
        wholes.measure,
        _as_served,
        lambda: pages.measure(user, save=saves.by_somebody_else(user)),
        lambda: _saves(user),
        lambda: traffic.measure(user),
    )
    with log.taken_in():
        for step in steps:
            found = step()
            say(", ".join(f"{name} {value:g}" for name, value in found.items()))
            figures |= found
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return figures | {"peak_mb": round(peak / 1024)}


def _as_served() -> Figures:
    """Prepare this process as one that answers is prepared; measure nothing."""
    import_module("relmap.wsgi")
    return {}


def _saves(user: User) -> Figures:
    """Measure saves beside their yardstick."""
    ours = saves.measure(user)
    return ours | bare.beside(ours, user)


def say(words: str) -> None:
    """Tell whoever waits how far it is; the figures alone go to standard output."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(json.dumps(main(*(int(text) for text in sys.argv[1:]))))
