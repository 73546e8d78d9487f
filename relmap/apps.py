"""The site itself as an app: it brings the commands that start it."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as django_apps
from django.contrib import admin
from django.contrib.admin.apps import SimpleAdminConfig
from django.contrib.admin.checks import check_admin_app, check_dependencies
from django.core import checks
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


class AdministrationConfig(SimpleAdminConfig):
    """Django's admin, in the frame of ours.

    Its pages load with the addresses, or to be checked: most commands do without.
    """

    default_site = "relmap.administration.Administration"

    def ready(self) -> None:
        """Have the administration checked, once all of it is loaded."""
        checks.register(check_dependencies, checks.Tags.admin)
        checks.register(check_administration, checks.Tags.admin)


def check_administration(**asked: Any) -> list[checks.CheckMessage]:
    """Return what Django finds wrong with any page of the administration."""
    admin.autodiscover()
    return check_admin_app(**asked)


def make_cache_table(using: str, **signal: Any) -> None:
    """Make the cache's table in the database `using` unless it is there."""
    call_command("createcachetable", database=using, verbosity=0)
