"""The one Django app."""

from django.apps import AppConfig


class StakeholdersConfig(AppConfig):
    """Everything relmap knows about people."""

    name = "stakeholders"
