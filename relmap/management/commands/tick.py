"""`manage.py tick`: does what is due as time passes, once."""

from typing import Any

from django.core.management.base import BaseCommand

from relmap.ticking import tick


class Command(BaseCommand):
    """Do what is due now. Workers and `serve` do it every minute by themselves."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, unless somebody just did."""
        done = tick()
        self.stdout.write("Done." if done else "Nothing to do: somebody just did it.")
