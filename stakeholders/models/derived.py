"""Derived tables: computed from the records by `standings`, never edited by hand.

They may be emptied at any time; `manage.py rebuild` fills them again.
Faded sums are kept against the landmark day of `stakeholders.standings.columns`.
"""

from django.db import models
from django.db.models import F, Q

from stakeholders.models.people import Stakeholder


class Tie(models.Model):
    """The folded evidence of one ordered pair, source to target. Both orders exist.

    The columns are those of `scores.sums.PairSums`, which says what each means.
    """

    source = models.ForeignKey(Stakeholder, models.CASCADE, related_name="ties_out")
    target = models.ForeignKey(Stakeholder, models.CASCADE, related_name="ties_in")
    first_day = models.IntegerField(default=0)
    last_day = models.IntegerField(default=0)
    contacts = models.FloatField(default=0)
    contact_days = models.FloatField(default=0)
    attention = models.FloatField(default=0)
    given = models.FloatField(default=0)
    kept = models.FloatField(default=0)
    late = models.FloatField(default=0)
    broken = models.FloatField(default=0)
    outcome = models.FloatField(default=0)
    evidence = models.FloatField(default=0)

    class Meta:
        indexes = [models.Index(fields=["source", "-contact_days"], name="tie_strongest")]
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="tie_once"),
            models.CheckConstraint(
                condition=~Q(source=F("target")), name="tie_between_two"
            ),
        ]

    def __str__(self) -> str:
        """Return the pair's ids."""
        return f"{self.source_id} to {self.target_id}"


class Place(models.Model):
    """Where the map draws somebody, and the community found around them."""

    stakeholder = models.OneToOneField(Stakeholder, models.CASCADE, related_name="place")
    x = models.FloatField(help_text="-1 to 1, to the right.")
    y = models.FloatField(help_text="-1 to 1, upwards.")
    community = models.IntegerField(null=True, help_text="Number; none: no ties.")

    def __str__(self) -> str:
        """Return the person's id and position."""
        return f"{self.stakeholder_id} at {self.x:.2f}, {self.y:.2f}"


class Trend(models.Model):
    """How our side stood with one person at the end of each week."""

    stakeholder = models.OneToOneField(
        Stakeholder, models.CASCADE, primary_key=True, related_name="trend"
    )
    first_day = models.IntegerField(help_text="Day (ordinal) of the first point, a Sunday.")
    points = models.BinaryField(help_text="Rows of `standings.points.PERSON`, by week.")

    def __str__(self) -> str:
        """Return the person's id."""
        return f"trend of {self.stakeholder_id}"


class GroupTrend(models.Model):
    """How our side stood with a layer, a unit or everybody at the end of each week."""

    class Kind(models.TextChoices):
        NETWORK = "network"
        LAYER = "layer"
        UNIT = "unit"

    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=20, help_text="Layer, or id of the unit.")
    first_day = models.IntegerField(help_text="Day (ordinal) of the first point, a Sunday.")
    points = models.BinaryField(help_text="Rows of `standings.points.GROUP`, by week.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="group_trend_once")
        ]

    def __str__(self) -> str:
        """Return whose trend it is."""
        return f"trend of {self.kind} {self.key}"


class Chore(models.Model):
    """Work on everything at once: what was done last, and who is at it now.

    Held by a row, not by a process: whoever dies at it loses it when `held_until` passes.
    """

    name = models.CharField(max_length=40, primary_key=True)
    holder = models.CharField(max_length=40, blank=True)
    held_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    seconds = models.FloatField(default=0, help_text="How long it took.")
    mark = models.CharField(
        max_length=200, blank=True, help_text="State of the records it was done for."
    )

    def __str__(self) -> str:
        """Return its name."""
        return self.name
