"""The site itself as an app: it brings the commands that start it."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as django_apps
from django.contrib.admin.apps import AdminConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class RelmapConfig(AppConfig):
    """What runs around the records."""

    name = "relmap"

    def ready(self) -> None:
        """Let `migrate` make the table of the cache too.

        Django tells only apps that have models, so we listen to the one that has.
        """
        records = django_apps.get_app_config("stakeholders")
        post_migrate.connect(make_cache_table, sender=records)


class AdministrationConfig(AdminConfig):
    """Django's admin, in the frame of ours."""

    default_site = "relmap.administration.Administration"


def make_cache_table(using: str, **signal: Any) -> None:
    """Make the cache's table in the database `using` unless it is there."""
    call_command("createcachetable", database=using, verbosity=0)
