"""Reports: what was said of a month, kept as it was said."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class KeptReport(models.Model):
    """The report of a finished month; entries made later do not change it."""

    month = models.DateField(primary_key=True, help_text="The first day of the month.")
    made_at = models.DateTimeField()
    figures = models.JSONField(
        encoder=DjangoJSONEncoder, help_text="A `standings.monthly.Report`, packed."
    )

    def __str__(self) -> str:
        """Return the month."""
        return f"report of {self.month:%B %Y}"
