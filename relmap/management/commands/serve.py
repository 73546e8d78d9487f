"""`manage.py serve`: the site's own server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from relmap.serve import CannotServeError, address, refuse_unless_collected, serve
from stakeholders.first_visit import first_visit_code, is_first_visit


class Command(BaseCommand):
    """Serve the site at `HOST` and `PORT` (127.0.0.1 and 8000 unless told)."""

    help = __doc__ or ""
    requires_system_checks = ()  # they import every page, and the worker does that anyway

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to bring the database up to date first."""
        parser.add_argument("--migrate", action="store_true", help="migrate first")

    def handle(self, *args: Any, migrate: bool, **options: Any) -> None:
        """Serve until told to stop."""
        host, port = address()
        try:
            refuse_unless_collected()
            connection.ensure_connection()
            if migrate:
                call_command("migrate", verbosity=0, interactive=False)
            words = self.words(host, port)
            serve(host, port, lambda: self.stdout.write(words))
        except CannotServeError as error:
            raise CommandError(str(error)) from None
        except DatabaseError as error:
            raise CommandError(self.trouble(migrate).format(error)) from None

    def trouble(self, migrate: bool) -> str:
        """Return what to say, with room for the error, where the database fails."""
        if connection.connection is None:
            return "The database cannot be reached: {}"
        if migrate:
            return "The database could not be brought up to date: {}"
        return "The database is not up to date: `make run` migrates it. ({})"

    def words(self, host: str, port: int) -> str:
        """Return what to say once the site answers."""
        shown = f"[{host}]" if ":" in host else host
        where = f"relmap is at http://{shown}:{port} (Ctrl-C stops it)"
        if not is_first_visit():
            return where
        return (
            f"{where}\nNobody can sign in yet. From another machine than this, "
            f"the first administrator needs this code: {first_visit_code()}"
        )
