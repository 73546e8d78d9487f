"""Load the example organisation."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from stakeholders import example
from stakeholders.example.sign_ins import SIGN_INS


class Command(BaseCommand):
    """Fill an empty site with an invented organisation to look around in."""

    help = "Load the example organisation into an empty site and print its sign-ins."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it, or say why not."""
        try:
            example.load(today=timezone.localdate())
        except example.NotEmptyError as why:
            raise CommandError(str(why)) from None
        self.stdout.write(self.style.SUCCESS("Larkfield is here. Sign in as:"))
        for sign_in in SIGN_INS:
            self.stdout.write(
                f"  {sign_in.username:10} {sign_in.password}   {sign_in.what}"
            )
