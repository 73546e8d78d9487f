"""Compare ties and standings with the records they follow from."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from stakeholders.standings import rebuild
from stakeholders.standings.verifying import verify


class Command(BaseCommand):
    """Say what differs, a sentence for each kind of row."""

    help = (
        "Compare what is kept with the records, counted anew. Exits with 1 where anything"
        " differs, unless --repair computes it all anew."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to repair."""
        parser.add_argument("--repair", action="store_true", help="Rebuild what differs.")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        """Compare, and repair where that was asked for."""
        found = verify()
        wrong = any(one.differ for one in found)
        for one in found:
            style = self.style.ERROR if one.differ else self.style.SUCCESS
            self.stdout.write(style(str(one)))
        if wrong and repair:
            self.stdout.write(f"Repaired: {rebuild():,} pairs have a tie.")
        elif wrong:
            sys.exit(1)
