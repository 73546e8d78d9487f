"""Derived tables: computed from the records by `standings`, never edited by hand.

They may be emptied at any time; `manage.py rebuild` fills them again. So the database
does not check their keys, row by row, against records they were made from.
Faded sums are kept against the landmark day of `stakeholders.standings.columns`.
"""

from django.db import models
from django.db.models import F, Q

from stakeholders.models.people import Stakeholder


class Tie(models.Model):
    """The folded evidence of one ordered pair, source to target. Both orders exist.

    The columns are those of `scores.sums.PairSums`, which says what each means.
    """

    source = models.ForeignKey(
        Stakeholder,
        models.CASCADE,
        related_name="ties_out",
        db_constraint=False,
        db_index=False,  # `tie_once` begins with it
    )
    # Not in any index: who asks by target asks by source first, for the other order.
    target = models.ForeignKey(
        Stakeholder,
        models.CASCADE,
        related_name="ties_in",
        db_constraint=False,
        db_index=False,
    )
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
    """Where somebody stands in the network as a whole: see `standings.structure`."""

    stakeholder = models.OneToOneField(
        Stakeholder, models.CASCADE, related_name="place", db_constraint=False
    )
    x = models.FloatField(null=True, help_text="-1 to 1, to the right; none: not drawn.")
    y = models.FloatField(null=True, help_text="-1 to 1, upwards.")
    community = models.IntegerField(null=True, help_text="Number; none: no ties.")
    between = models.FloatField(default=0, help_text="Betweenness, 0 to 1.")
    constraint = models.FloatField(null=True, help_text="Burt's; none: no ties.")
    broker = models.CharField(max_length=20, blank=True, help_text="The role most played.")
    held_by = models.ForeignKey(
        Stakeholder,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="The one of ours who alone deals with them.",
    )

    class Meta:
        indexes = [models.Index(fields=["-between"], name="place_between")]

    def __str__(self) -> str:
        """Return the person's id and community."""
        return f"{self.stakeholder_id} in {self.community}"


class StructureRun(models.Model):
    """What the last good look at the whole network found: one row."""

    done_at = models.DateTimeField()
    people = models.IntegerField()
    ties = models.IntegerField(help_text="Pairs in touch lately, each counted once.")
    communities = models.IntegerField()
    modularity = models.FloatField(null=True, help_text="Of the communities found.")
    unit_modularity = models.FloatField(null=True, help_text="Of the formal units.")
    ei_index = models.FloatField(null=True, help_text="-1 closed units to 1 open ones.")
    ei_expected = models.FloatField(null=True, help_text="The same by chance.")
    ei_p_closed = models.FloatField(null=True)
    units = models.JSONField(help_text="Unit (id), its E-I index, and what is expected.")
    bridges = models.JSONField(help_text="Held, holder (ids), and how many are cut off.")

    def __str__(self) -> str:
        """Return when it was found."""
        return f"structure of {self.done_at:%-d %b %Y %H:%M}"


class Trend(models.Model):
    """How our side stood with one person at the end of each week."""

    stakeholder = models.OneToOneField(
        Stakeholder,
        models.CASCADE,
        primary_key=True,
        related_name="trend",
        db_constraint=False,
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


class TalkDay(models.Model):
    """How many conversations there were on a day, and how many bear each mark.

    The rows of a day add up, so that nobody who saves waits for somebody else's row;
    settling makes one of them. See `standings.talk_days`.
    """

    day = models.DateField(db_index=True)
    conversations = models.IntegerField()
    asked = models.IntegerField()
    listened = models.IntegerField()
    told = models.IntegerField()
    formal = models.IntegerField()
    informal = models.IntegerField()

    def __str__(self) -> str:
        """Return the day and its conversations."""
        return f"{self.conversations} on {self.day}"
