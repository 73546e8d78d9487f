"""Compute every tie anew."""

from typing import Any

from django.core.management.base import BaseCommand

from stakeholders.standings import rebuild


class Command(BaseCommand):
    """Empty the derived tables and fill them from the records."""

    help = "Compute every tie anew from the records. Safe at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many pairs there are."""
        self.stdout.write(self.style.SUCCESS(f"{rebuild():,} pairs have a tie."))
