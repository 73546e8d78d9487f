"""Compute every tie anew."""

from argparse import ArgumentParser
from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from stakeholders.standings import rebuild


class Command(BaseCommand):
    """Empty the derived tables and fill them from the records."""

    help = "Compute every tie anew from the records. Safe at any time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to add up."""
        parser.add_argument("--engine", choices=["here", "dask"], default="here")
        parser.add_argument("--scheduler", default="", help="address of a dask cluster")
        parser.add_argument("--workers", type=int, default=2, help="without a cluster")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many pairs there are."""
        count = rebuild() if options["engine"] == "here" else self._on_dask(options)
        self.stdout.write(self.style.SUCCESS(f"{count:,} pairs have a tie."))

    def _on_dask(self, options: dict[str, Any]) -> int:
        """Rebuild with sums that a cluster adds up."""
        try:
            on_dask = import_module("stakeholders.standings.on_dask")
        except ModuleNotFoundError as missing:
            raise CommandError(f"{missing}: install requirements-dask.txt") from None
        where = options["scheduler"], options["workers"]
        return rebuild(lambda _: on_dask.add_up(*where))
