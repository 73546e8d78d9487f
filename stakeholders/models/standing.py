"""Standing: how our side stands with each person, and what everybody's judgements taught.

Derived like `Tie`: computed by `standings` and never edited by hand. Sums are kept
against the landmark day of `stakeholders.standings.columns`, so that no row needs
writing because a day passes.
"""

from django.db import models
from django.db.models import Q

from stakeholders.models.people import Stakeholder


class Standing(models.Model):
    """Our side as one with one person, who is not archived.

    Sums: as in `scores.sums.PairSums`, of all our people together. What orders and
    filters lists (`band` to `they_carry`) was true on `day`; shown numbers are computed
    for the day they are shown for, from the sums.
    """

    stakeholder = models.OneToOneField(
        Stakeholder,
        models.CASCADE,
        primary_key=True,
        related_name="standing",
        db_constraint=False,
    )
    first_day = models.IntegerField(default=0)
    last_day = models.IntegerField(default=0)
    contact_days = models.FloatField(default=0)

    # What went from us to them.
    our_contacts = models.FloatField(default=0)
    our_attention = models.FloatField(default=0)
    our_given = models.FloatField(default=0)
    our_kept = models.FloatField(default=0)
    our_late = models.FloatField(default=0)
    our_broken = models.FloatField(default=0)
    our_outcome = models.FloatField(default=0)
    our_evidence = models.FloatField(default=0)

    # What came from them to us.
    their_contacts = models.FloatField(default=0)
    their_attention = models.FloatField(default=0)
    their_given = models.FloatField(default=0)
    their_kept = models.FloatField(default=0)
    their_late = models.FloatField(default=0)
    their_broken = models.FloatField(default=0)
    their_outcome = models.FloatField(default=0)
    their_evidence = models.FloatField(default=0)

    # What their judgements, and those about them, taught with our side as one: see Repute.
    judge_total = models.FloatField(default=0)
    judge_weight = models.FloatField(default=0)
    judged_total = models.FloatField(default=0)
    judged_weight = models.FloatField(default=0)
    # Of that, what we taught by judging them, and they by judging us: see Lesson.
    our_about_judge = models.FloatField(default=0)
    our_about_judged = models.FloatField(default=0)
    our_surprise = models.FloatField(default=0)
    our_weight = models.FloatField(default=0)
    their_about_judge = models.FloatField(default=0)
    their_about_judged = models.FloatField(default=0)
    their_surprise = models.FloatField(default=0)
    their_weight = models.FloatField(default=0)

    # For ordering and filtering, as of `day`.
    day = models.IntegerField(default=0)
    layer = models.CharField(max_length=20, choices=Stakeholder.Layer)
    ours = models.BooleanField(default=False)
    weight = models.SmallIntegerField(default=0)
    band = models.SmallIntegerField(default=5)
    calm = models.SmallIntegerField(default=5)
    silence = models.FloatField(default=0)
    we_carry = models.BooleanField(default=False)
    they_carry = models.BooleanField(default=False)
    spoke = models.IntegerField(default=0, help_text="Day we last spoke; 0: never.")
    never = models.BooleanField(default=True, help_text="We never spoke.")
    seen = models.IntegerField(default=0, help_text="Last day in touch with anybody.")
    word = models.BigIntegerField(
        default=0, db_default=0, help_text="New when a tie of theirs is written."
    )

    class Meta:
        indexes = [
            # Every save moves each of its people within each of these. So a layer has
            # no index of its own: it is told apart within the order, not beside it.
            models.Index(
                fields=["band", "-weight", "-silence", "layer", "ours"],
                name="standing_worst",
            ),
            models.Index(
                fields=["calm", "-weight", "silence", "layer"], name="standing_best"
            ),
            models.Index(
                fields=["-weight", "-silence"],
                name="standing_we_carry",
                condition=Q(we_carry=True),
            ),
            models.Index(
                fields=["-weight", "-silence"],
                name="standing_they_carry",
                condition=Q(they_carry=True),
            ),
            models.Index(fields=["never", "spoke", "layer"], name="standing_spoke"),
            models.Index(fields=["never", "-spoke", "layer"], name="standing_spoke_last"),
        ]

    def __str__(self) -> str:
        """Return the person's id."""
        return f"our side with {self.stakeholder_id}"


class Norm(models.Model):
    """What is usual across the site, as of the last time it was settled: one row.

    The sums of all judgements are kept twice: between people, and with our side as one.
    """

    settled_on = models.IntegerField(default=0, help_text="Day (ordinal); 0: never.")
    team = models.IntegerField(default=0, help_text="How many people are ours.")
    ties = models.IntegerField(default=0, help_text="Ordered pairs with any evidence.")
    kept = models.FloatField(null=True, help_text="Share of promises kept, 0 to 1.")
    reached = models.FloatField(null=True, help_text="Share of contacts that came in.")
    given = models.FloatField(null=True, help_text="Share of gifts that came in.")
    value = models.FloatField(default=0)
    error = models.FloatField(default=0)
    weight = models.FloatField(default=0)
    as_one_value = models.FloatField(default=0)
    as_one_error = models.FloatField(default=0)
    as_one_weight = models.FloatField(default=0)
    # What is known of our side as one, see Repute.
    judge_total = models.FloatField(default=0)
    judge_weight = models.FloatField(default=0)
    judged_total = models.FloatField(default=0)
    judged_weight = models.FloatField(default=0)
    # How silence follows, see `scores.warmth.Forecast`; null: as shipped.
    calibrated_on = models.IntegerField(default=0, help_text="Day (ordinal); 0: never.")
    base = models.FloatField(null=True)
    recency = models.FloatField(null=True)
    frequency = models.FloatField(null=True)
    absence = models.FloatField(null=True)
    outcomes = models.IntegerField(default=0, help_text="Of this site; 0: public data.")

    def __str__(self) -> str:
        """Return the day it was settled."""
        return f"settled on {self.settled_on}"


class Repute(models.Model):
    """What all judgements by one person, and all about them, taught: faded sums."""

    stakeholder = models.OneToOneField(
        Stakeholder,
        models.CASCADE,
        primary_key=True,
        related_name="repute",
        db_constraint=False,
    )
    judge_total = models.FloatField(default=0)
    judge_weight = models.FloatField(default=0)
    judged_total = models.FloatField(default=0)
    judged_weight = models.FloatField(default=0)

    def __str__(self) -> str:
        """Return the person's id."""
        return f"repute of {self.stakeholder_id}"


class Lesson(models.Model):
    """What one person's judgements of another taught: faded sums."""

    # Found by both at once, so `lesson_once` is all the index they need.
    judge = models.ForeignKey(
        Stakeholder,
        models.CASCADE,
        related_name="lessons_given",
        db_constraint=False,
        db_index=False,
    )
    judged = models.ForeignKey(
        Stakeholder,
        models.CASCADE,
        related_name="lessons_got",
        db_constraint=False,
        db_index=False,
    )
    about_judge = models.FloatField(default=0)
    about_judged = models.FloatField(default=0)
    surprise = models.FloatField(default=0)
    weight = models.FloatField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["judge", "judged"], name="lesson_once")
        ]

    def __str__(self) -> str:
        """Return the pair's ids."""
        return f"{self.judge_id} of {self.judged_id}"


class Tally(models.Model):
    """How we stand with one layer, as of `day`: what the dashboard says in one row."""

    layer = models.CharField(max_length=20, choices=Stakeholder.Layer, primary_key=True)
    day = models.IntegerField()
    people = models.IntegerField()
    strained = models.IntegerField()
    cooling = models.IntegerField()
    one_sided = models.IntegerField()
    healthy = models.IntegerField()
    unknown = models.IntegerField()
    kept = models.FloatField(null=True)
    reached = models.FloatField()
    answered = models.FloatField()
    trust = models.FloatField(null=True)
    trust_low = models.FloatField(null=True)
    trust_high = models.FloatField(null=True)
    known_trust = models.IntegerField()
    silent = models.FloatField(null=True)
    silent_low = models.FloatField(null=True)
    silent_high = models.FloatField(null=True)

    def __str__(self) -> str:
        """Return the layer."""
        return self.layer
