"""`manage.py bench`: how fast relmap is on a network of a given size."""

import json
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from benchmarks.room import NoServerError, room


class Command(BaseCommand):
    """Measure on a database of its own, made for it; the site's own is never touched."""

    help = __doc__ or ""
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how large the network is, on which database, and how to tell."""
        parser.add_argument("--people", type=int, default=10_000)
        parser.add_argument("--interactions", type=int, default=100_000)
        parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
        parser.add_argument("--json", action="store_true", help="one flat object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure in a process of its own, and print the figures."""
        size = [str(options[name]) for name in ("people", "interactions")]
        try:
            with room(options["database"]) as environment:
                done = subprocess.run(  # noqa: S603 our own module
                    [sys.executable, "-m", "benchmarks.inside", *size],
                    env=environment,
                    stdout=subprocess.PIPE,
                    check=True,
                )
        except NoServerError as missing:
            raise CommandError(str(missing)) from None
        except subprocess.CalledProcessError as failed:
            raise CommandError(f"The benchmark ended with {failed.returncode}.") from None
        figures = {"database": options["database"], **json.loads(done.stdout)}
        self.stdout.write(json.dumps(figures) if options["json"] else table(figures))


def table(figures: dict[str, Any]) -> str:
    """Return the figures as lines of name and value."""
    width = max(map(len, figures))
    shown = (
        f"{v:>12,}" if isinstance(v, int | float) else f"{v:>12}" for v in figures.values()
    )
    return "\n".join(
        f"{name:<{width}}{value}" for name, value in zip(figures, shown, strict=True)
    )
