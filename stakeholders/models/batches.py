"""Batches: what came in together, so that it can be understood and undone together."""

from django.conf import settings
from django.db import models
from django.utils import timezone


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

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        """Return the file's name and what it held."""
        return f"{self.file_name} ({self.get_kind_display().lower()})"
