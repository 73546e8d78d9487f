"""Conversations: what was said, and between whom."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone

from stakeholders.models import bulk
from stakeholders.models.access import Reader, seen_by
from stakeholders.models.base import Record, RecordQuerySet
from stakeholders.models.days import refuse_to_come
from stakeholders.models.people import Stakeholder
from stakeholders.models.words_said import each_word, said

SEAT = ("interaction_id", "stakeholder_id", "initiator", "mood")  # as a row
LONGEST = 24 * 60  # minutes


class InteractionQuerySet(RecordQuerySet["Interaction"]):
    """What can be asked of conversations."""

    def visible_to(self, reader: Reader) -> Self:
        """Return the conversations `reader` may see."""
        return self.filter(seen_by(reader))

    def up_to(self, day: date) -> Self:
        """Return what had happened by the end of `day`."""
        return self.filter(happened_on__lte=day)

    def with_person(self, person: int) -> Self:
        """Return the conversations `person` (an id) took part in.

        Named as a list, so that a database begins with the person's own few, and does not
        try everybody's, newest first.
        """
        there = Participation.objects.filter(stakeholder=person)
        return self.filter(pk__in=there.values("interaction"))

    def between(self, one: int, other: int) -> Self:
        """Return the conversations both people (ids) took part in."""
        return self.with_person(one).with_person(other)

    def with_any(self, people: models.QuerySet[Stakeholder]) -> Self:
        """Return the conversations at least one of `people` took part in."""
        there = Participation.objects.filter(stakeholder__in=people.values("pk"))
        return self.filter(pk__in=there.values("interaction"))

    def search(self, text: str) -> Self:
        """Return those where every word of `text` is in the line, the notes or a name.

        A name is also the mail address of somebody who took part.
        """
        found = self
        for asked in each_word(text, Participation.objects.all()):
            found = found.filter(asked)
        return found

    def about(self, text: str) -> Self:
        """Return those where every word of `text` is in the line or the notes."""
        found = self
        for word in dict.fromkeys(text.split()):
            found = found.filter(said(word))
        return found

    def newest_first(self) -> Self:
        """Return the latest conversation first."""
        return self.order_by("-happened_on", "-pk")


class Interaction(Record):
    """One conversation, once, on one day, between two or more people."""

    class Channel(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        VIDEO = "video", "Video call"
        CALL = "call", "Phone call"
        EVENT = "event", "Event"
        CHAT = "chat", "Chat"
        MAIL = "mail", "Mail"
        OTHER = "other", "Other"

    class Formality(models.TextChoices):
        FORMAL = "formal", "Formal"
        INFORMAL = "informal", "Informal"

    class Outcome(models.TextChoices):
        AGREED = "agreed", "Agreed"
        OPEN = "open", "Still open"
        DISAGREED = "disagreed", "Disagreed"

    class Touchpoint(models.TextChoices):
        ORDER = "order", "First asking or ordering"
        DELIVERY = "delivery", "Delivery or roll-out"
        USE = "use", "Daily use"
        SUPPORT = "support", "Help and support"
        CHANGE = "change", "Change"
        REVIEW = "review", "Review or renewal"

    # Channels in which everybody hears everybody; a mail joins its sender with each reader.
    TOGETHER = (Channel.IN_PERSON, Channel.VIDEO, Channel.CALL, Channel.EVENT)

    happened_on = models.DateField(
        "day", default=timezone.localdate, validators=[refuse_to_come]
    )
    happened_at = models.TimeField("time", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        "how long, in minutes",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
    )
    summary = models.CharField("in one line", max_length=300)
    notes = models.TextField(blank=True, max_length=20_000)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.IN_PERSON)
    formality = models.CharField(max_length=20, choices=Formality, blank=True)
    asked = models.BooleanField("we asked", default=False)
    listened = models.BooleanField("we listened", default=False)
    told = models.BooleanField("we told", default=False)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    our_view = models.TextField(blank=True, max_length=5_000)
    their_view = models.TextField(blank=True, max_length=5_000)
    why = models.TextField("the reason why", blank=True, max_length=5_000)
    touchpoint = models.CharField(max_length=20, choices=Touchpoint, blank=True)
    confidential = models.BooleanField(
        default=False,
        help_text="Seen by who took part, who logged it, and whoever you name.",
    )
    shared_with = models.ManyToManyField(
        "stakeholders.User", blank=True, related_name="shared_conversations"
    )
    people = models.ManyToManyField(
        Stakeholder, through="Participation", related_name="conversations"
    )
    source = models.CharField(
        max_length=20, default="browser", editable=False, help_text="Where it was captured."
    )
    external_id = models.CharField(
        max_length=200, blank=True, editable=False, help_text="What its source calls it."
    )
    objects = InteractionQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        verbose_name = "conversation"
        indexes = [
            models.Index(fields=["-happened_on", "-id"]),
            models.Index(fields=["created_at"]),
            models.Index(  # `access.seen_by` asks which of these few a reader may see
                fields=["id"], name="talks_in_confidence", condition=Q(confidential=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(summary=""),
                name="interaction_says_something",
                violation_error_message="Say in one line what it was about.",
            ),
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=~Q(external_id=""),
                name="interaction_captured_once",
                violation_error_message="This conversation is already here.",
            ),
        ]

    def __str__(self) -> str:
        """Return the one line and the day."""
        return f"{self.summary} ({self.happened_on:%-d %b %Y})"


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's seat in a conversation, then or now."""

    stakeholder: int  # id
    initiator: bool
    mood: int | None  # -2 to 2


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """What can be asked of who took part."""

    def shared_by(self, people: Collection[int]) -> models.QuerySet["Participation", int]:
        """Return the ids of conversations that two or more of `people` (ids) shared."""
        seats = self.filter(stakeholder__in=people).order_by().values("interaction")
        together = seats.annotate(seats=models.Count("pk")).filter(seats__gte=2)
        return together.values_list("interaction", flat=True)

    def seat(self, conversation: int, seats: Collection[Seat]) -> None:
        """Let these take part in `conversation` (an id)."""
        rows = [(conversation, one.stakeholder, one.initiator, one.mood) for one in seats]
        with connection.cursor() as cursor:
            cursor.execute(bulk.adding(self.model, SEAT, len(rows)), [*chain(*rows)])


class Participation(models.Model):
    """Somebody took part in a conversation."""

    class Mood(models.IntegerChoices):
        BAD = -2, "Bad"
        UNEASY = -1, "Uneasy"
        NEUTRAL = 0, "Neutral"
        GOOD = 1, "Good"
        WARM = 2, "Warm"

    # Either is found by an index of both, below.
    interaction = models.ForeignKey(
        Interaction, models.CASCADE, related_name="participations", db_index=False
    )
    stakeholder = models.ForeignKey(
        Stakeholder,
        models.PROTECT,
        related_name="participations",
        verbose_name="person",
        db_index=False,
    )
    initiator = models.BooleanField("reached out", default=False)
    mood = models.SmallIntegerField(choices=Mood, null=True, blank=True)
    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["-initiator", "pk"]
        indexes = [models.Index(fields=["stakeholder", "interaction"])]
        constraints = [
            models.UniqueConstraint(
                fields=["interaction", "stakeholder"],
                name="takes_part_once",
                violation_error_message="Each person takes part once.",
            ),
            models.UniqueConstraint(
                fields=["interaction"],
                condition=Q(initiator=True),
                name="one_initiator",
                violation_error_message="One person at most reached out.",
            ),
            models.CheckConstraint(
                condition=Q(mood=None) | Q(mood__range=(-2, 2)),
                name="mood_minus_2_to_2",
                violation_error_message="Mood goes from -2 (bad) to 2 (warm).",
            ),
        ]

    def __str__(self) -> str:
        """Return who took part."""
        return str(self.stakeholder)
