"""Bring conversations in from a CSV or XLSX file: `manage.py import_interactions FILE`."""

from argparse import ArgumentParser

from stakeholders.management.importing import ImportCommand
from stakeholders.models import Batch, Interaction


class Command(ImportCommand):
    """Import conversations."""

    help = "Import conversations from a CSV or XLSX file: all of them, or none."
    kind = Batch.Kind.INTERACTIONS

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what only conversations have."""
        super().add_arguments(parser)
        parser.add_argument("--channel", choices=Interaction.Channel.values)
        parser.add_argument("--source", help="whose ids the ids are, such as outlook")
        parser.add_argument("--add-people", action="store_true", help="add who is unknown")
