"""Knowledge: what we know of people that no conversation log shows."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from stakeholders.models.access import Reader
from stakeholders.models.base import Record, RecordQuerySet
from stakeholders.models.days import refuse_never, refuse_to_come
from stakeholders.models.people import Stakeholder


class KnowledgeQuerySet[Model: Record](RecordQuerySet[Model]):
    """What can be asked of what we know."""

    def visible_to(self, reader: Reader) -> Self:
        """Return what `reader` may see: all, once signed in."""
        return self if reader.is_authenticated else self.none()


class ConnectionQuerySet(KnowledgeQuerySet["Connection"]):
    """What can be asked of known ties."""


class Connection(Record):
    """A known tie that no log shows, from one person to another."""

    class Kind(models.TextChoices):
        REPORTS_TO = "reports_to", "reports to"
        INFLUENCES = "influences", "influences"
        SPONSORS = "sponsors", "sponsors"
        ALLIED_WITH = "allied_with", "is allied with"
        IN_CONTENTION = "in_contention", "is in contention with"
        INTRODUCED_BY = "introduced_by", "was introduced by"

    source = models.ForeignKey(Stakeholder, models.CASCADE, related_name="connections_out")
    kind = models.CharField(max_length=20, choices=Kind)
    target = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="connections_in", verbose_name="to whom"
    )
    since = models.DateField(null=True, blank=True, validators=[refuse_never])
    until = models.DateField(null=True, blank=True, validators=[refuse_never])
    note = models.CharField(max_length=500, blank=True)
    objects = ConnectionQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(source=F("target")),
                name="connection_between_two",
                violation_error_message="Choose two different people.",
            ),
            models.UniqueConstraint(
                fields=["source", "target", "kind"],
                name="connection_said_once",
                violation_error_message="This connection is already known.",
            ),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="connection_ends_after_it_begins",
                violation_error_message="The connection ends before it begins.",
            ),
        ]

    def __str__(self) -> str:
        """Return the connection as a sentence."""
        return f"{self.source} {self.get_kind_display()} {self.target}"


class ConcernQuerySet(KnowledgeQuerySet["Concern"]):
    """What can be asked of what matters to people."""


class Concern(Record):
    """Something that matters to somebody, as of a day."""

    class Kind(models.TextChoices):
        CONCERN = "concern", "Concern"
        PRIORITY = "priority", "Priority"
        FRICTION = "friction", "Friction"
        EXPECTATION = "expectation", "Expectation"
        MOTIVE = "motive", "Motive"

    stakeholder = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="concerns", verbose_name="person"
    )
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.CONCERN)
    text = models.CharField(max_length=500)
    rank = models.PositiveSmallIntegerField(
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
        help_text="1 matters most.",
    )
    heard_on = models.DateField(default=timezone.localdate, validators=[refuse_to_come])
    settled_on = models.DateField(null=True, blank=True, validators=[refuse_to_come])
    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "-heard_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="concern_says_something",
                violation_error_message="Say what matters to them.",
            ),
            models.CheckConstraint(
                condition=Q(settled_on=None) | Q(settled_on__gte=F("heard_on")),
                name="concern_settled_after_heard",
                violation_error_message="It was settled before it was heard.",
            ),
        ]

    def __str__(self) -> str:
        """Return the text."""
        return self.text


class TermQuerySet(KnowledgeQuerySet["Term"]):
    """What can be asked of words."""


class Term(Record):
    """Their word and ours for the same thing, against "lost in translation"."""

    stakeholder = models.ForeignKey(
        Stakeholder,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name="person",
        help_text="Leave empty when a whole unit says it.",
    )
    unit = models.ForeignKey(
        "stakeholders.Unit", models.CASCADE, null=True, blank=True, related_name="terms"
    )
    theirs = models.CharField("their word", max_length=200)
    ours = models.CharField("our word", max_length=200)
    meaning = models.CharField(max_length=500, blank=True)
    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["theirs", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stakeholder=None) ^ Q(unit=None),
                name="term_said_by_one",
                violation_error_message="Say whose word it is: a person's or a unit's.",
            ),
        ]

    def __str__(self) -> str:
        """Return both words."""
        return f"“{self.theirs}” is our “{self.ours}”"
