"""Batches: what came in together, so that it can be understood and undone together."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from stakeholders.models.access import Reader, may_manage


class BatchQuerySet(models.QuerySet["Batch"]):
    """What can be asked of imports."""

    def visible_to(self, reader: Reader) -> Self:
        """Return the imports `reader` may see: a file that still waits is its owner's."""
        if not reader.is_authenticated or not may_manage(reader):
            return self.none()
        if reader.role == "administrator":
            return self
        through = [Batch.State.DONE, Batch.State.UNDOING, Batch.State.UNDONE]
        return self.filter(Q(state__in=through) | Q(created_by=reader))


class Batch(models.Model):
    """One import: its file, what it added, what it skipped and why.

    Until it is done, the counts say what it would add and skip.
    """

    class Kind(models.TextChoices):
        PEOPLE = "people", "People"
        INTERACTIONS = "interactions", "Conversations"
        EXAMPLE = "example", "The example organisation"

    class State(models.TextChoices):
        PREPARED = "prepared", "Waiting for your confirmation"
        RUNNING = "running", "Running"
        UNDOING = "undoing", "Being undone"
        DONE = "done", "Done"
        FAILED = "failed", "Nothing was imported"
        UNDONE = "undone", "Undone"

    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=20, choices=State, default=State.PREPARED)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(
        max_length=64, help_text="Of the file's bytes, in hexadecimal."
    )
    mapping = models.JSONField(
        default=dict, blank=True, help_text="Our field: their column."
    )
    options = models.JSONField(
        default=dict, blank=True, help_text="How to read it: `capture.options.Options`."
    )
    rows_read = models.PositiveIntegerField(default=0)
    rows_added = models.PositiveIntegerField(default=0)
    rows_known = models.PositiveIntegerField(
        default=0, help_text="Already here, so not added."
    )
    rows_skipped = models.PositiveIntegerField(default=0)
    skipped = models.JSONField(
        default=list,
        blank=True,
        help_text="[[row number, reason], ...], the first of them.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    ended_at = models.DateTimeField(null=True, editable=False)
    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = "import"

    def __str__(self) -> str:
        """Return the file's name and what it held."""
        return f"{self.file_name} ({self.get_kind_display().lower()})"
