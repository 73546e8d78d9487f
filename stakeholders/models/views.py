"""Saved views: what somebody asked of a page, under a name of their own."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from stakeholders.models.access import Reader


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """What can be asked of saved views."""

    def visible_to(self, reader: Reader) -> Self:
        """Return those of `reader`; others are sent the link of a view instead."""
        return self.filter(owner=reader.pk) if reader.is_authenticated else self.none()

    def of(self, page: str) -> Self:
        """Return those of one `page`."""
        return self.filter(page=page)


class SavedView(models.Model):
    """One view of a page: the query of its address, whose link opens it for anybody."""

    class Page(models.TextChoices):
        MAP = "map", "Map"
        PEOPLE = "people", "People"

    page = models.CharField(max_length=20, choices=Page)
    name = models.CharField(max_length=80)
    query = models.CharField(
        max_length=2_000, blank=True, help_text="Of the address, without the question mark."
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "page", "name"],
                name="view_named_once",
                violation_error_message="You already have a view of this name.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="view_has_a_name",
                violation_error_message="Give the view a name.",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
