"""`manage.py serve`: the site's own server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection

from relmap.serve import CannotListenError, address, serve


class Command(BaseCommand):
    """Serve the site at `HOST` and `PORT` (127.0.0.1 and 8000 unless told)."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to bring the database up to date first."""
        parser.add_argument("--migrate", action="store_true", help="migrate first")

    def handle(self, *args: Any, migrate: bool, **options: Any) -> None:
        """Serve until told to stop."""
        host, port = address()
        try:
            connection.ensure_connection()
            if migrate:
                call_command("migrate", verbosity=0, interactive=False)
            serve(host, port, lambda: self.announce(host, port))
        except OperationalError as error:
            raise CommandError(f"The database cannot be reached: {error}") from None
        except CannotListenError as error:
            raise CommandError(str(error)) from None

    def announce(self, host: str, port: int) -> None:
        """Say where the site is."""
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(f"relmap is at http://{shown}:{port} (Ctrl-C stops it)")
        self.stdout.flush()
