"""The one Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class StakeholdersConfig(AppConfig):
    """Everything relmap knows about people."""

    name = "stakeholders"
    verbose_name = "Records"  # what stands above them all in the admin

    def ready(self) -> None:
        """Let every change of the records be noticed, see `models.stamps`."""
        from stakeholders.models import stamps  # noqa: PLC0415 only now may it be read

        connection_created.connect(stamps.watch)
        pre_migrate.connect(stamps.rest, sender=self)
        post_migrate.connect(stamps.resume, sender=self)
