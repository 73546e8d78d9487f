"""Bring people in from a CSV or XLSX file: `manage.py import_people FILE`."""

from stakeholders.management.importing import ImportCommand
from stakeholders.models import Batch


class Command(ImportCommand):
    """Import people."""

    help = "Import people from a CSV or XLSX file: all of them, or none."
    kind = Batch.Kind.PEOPLE
