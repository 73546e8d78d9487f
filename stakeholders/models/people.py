"""People: stakeholders and the roles they hold."""

from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from stakeholders.models.access import Reader
from stakeholders.models.base import Record, RecordQuerySet
from stakeholders.models.days import refuse_never
from stakeholders.models.plain import PlainField, plain
from stakeholders.models.units import Unit


class StakeholderQuerySet(RecordQuerySet["Stakeholder"]):
    """What can be asked of people."""

    def visible_to(self, reader: Reader) -> Self:
        """Return the people `reader` may see: all, once signed in."""
        return self if reader.is_authenticated else self.none()

    def in_our_team(self) -> Self:
        """Return our own people."""
        return self.filter(layer=Stakeholder.Layer.TEAM)

    def in_layer(self, layer: str) -> Self:
        """Return the people of one `layer`."""
        return self.filter(layer=layer)

    def in_unit(self, unit: int) -> Self:
        """Return those whose primary role is in `unit` (its id) or up to three below it.

        That is as deep as units have kinds: company, division, department, team.
        """
        below = Q(parent=unit) | Q(parent__parent=unit) | Q(parent__parent__parent=unit)
        units = Unit.objects.filter(Q(pk=unit) | below).order_by().values("pk")
        held = Role.objects.filter(unit__in=units, primary=True)
        return self.filter(pk__in=held.values("stakeholder"))

    def search(self, text: str) -> Self:
        """Return those in whose name, mail, title or unit every word of `text` occurs."""
        found = self
        for word in dict.fromkeys(plain(word).strip() for word in text.split()):
            units = Unit.objects.filter(found_by__contains=word).order_by()
            held = Role.objects.filter(Q(found_by__contains=word) | Q(unit__in=units))
            found = found.filter(
                Q(found_by__contains=word) | Q(pk__in=held.values("stakeholder"))
            )
        return found

    def with_primary_role(self) -> Self:
        """Return them with `role_title`, `unit_id` and `unit_name`, in the same query."""
        primary = models.FilteredRelation("roles", condition=Q(roles__primary=True))
        return self.annotate(
            primary_role=primary,
            role_title=F("primary_role__title"),
            unit_id=F("primary_role__unit"),
            unit_name=F("primary_role__unit__name"),
        )


class Stakeholder(Record):
    """A person, or a group that acts as one."""

    class Layer(models.TextChoices):
        PEER = "peer", "Business peer"
        SHAREHOLDER = "shareholder", "Shareholder"
        CUSTOMER = "customer", "Customer"
        VENDOR = "vendor", "Vendor"
        USER = "user", "User"
        TEAM = "team", "Our team"

    class Seniority(models.IntegerChoices):
        JUNIOR = 1, "Junior"
        SENIOR = 2, "Senior"
        MANAGER = 3, "Manager"
        EXECUTIVE = 4, "Executive"

    class Criticality(models.IntegerChoices):
        ORDINARY = 1, "Ordinary"
        IMPORTANT = 2, "Important"
        MAKE_OR_BREAK = 3, "Make or break"

    class Engagement(models.IntegerChoices):
        UNAWARE = 1, "Unaware"
        RESISTANT = 2, "Resistant"
        NEUTRAL = 3, "Neutral"
        SUPPORTIVE = 4, "Supportive"
        LEADING = 5, "Leading"

    class Channel(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        VIDEO = "video", "Video call"
        CALL = "call", "Phone call"
        CHAT = "chat", "Chat"
        MAIL = "mail", "Mail"

    class Depth(models.TextChoices):
        HEADLINE = "headline", "The headline"
        DETAIL = "detail", "The detail"

    class Language(models.TextChoices):
        BUSINESS = "business", "Business language"
        TECHNICAL = "technical", "Technical language"

    name = models.CharField(max_length=200)
    is_group = models.BooleanField(
        "a group",
        default=False,
        help_text="Several people who act as one, such as a board.",
    )
    layer = models.CharField(max_length=20, choices=Layer, default=Layer.PEER)
    internal = models.BooleanField(default=True, help_text="Works inside the organisation.")
    email = models.EmailField("mail address", blank=True)
    found_by = PlainField(of=["name", "email"])
    phone = models.CharField(max_length=50, blank=True)
    notes = models.TextField(blank=True, max_length=10_000)
    external_id = models.CharField(
        max_length=200, blank=True, help_text="What another system calls this person."
    )

    influence = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="1 (little) to 5 (decides)."
    )
    interest = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="1 (little) to 5 (high)."
    )
    seniority = models.PositiveSmallIntegerField(choices=Seniority, null=True, blank=True)
    criticality = models.PositiveSmallIntegerField(
        choices=Criticality, default=Criticality.ORDINARY
    )
    engagement_now = models.PositiveSmallIntegerField(
        choices=Engagement, null=True, blank=True
    )
    engagement_wanted = models.PositiveSmallIntegerField(
        choices=Engagement, null=True, blank=True
    )

    counterpart = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="counterpart_of",
        help_text="Who of our team keeps this relationship.",
    )
    backup = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="backup_of",
        help_text="Who steps in when the counterpart is away.",
    )

    preferred_channel = models.CharField(max_length=20, choices=Channel, blank=True)
    depth = models.CharField(max_length=20, choices=Depth, blank=True)
    language = models.CharField(max_length=20, choices=Language, blank=True)
    cadence_days = models.PositiveSmallIntegerField(
        "wanted rhythm",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(730)],
        help_text="Speak at least every so many days.",
    )

    objects = StakeholderQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "person", "people"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["layer", "name"]),
            models.Index(fields=["name"]),
            models.Index(fields=["email"]),
            models.Index(fields=["-criticality", "cadence_days"], name="weighty_people"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="stakeholder_has_a_name",
                violation_error_message="Give the person a name.",
            ),
            models.CheckConstraint(
                condition=Q(influence=None) | Q(influence__range=(1, 5)),
                name="influence_1_to_5",
                violation_error_message="Influence goes from 1 to 5.",
            ),
            models.CheckConstraint(
                condition=Q(interest=None) | Q(interest__range=(1, 5)),
                name="interest_1_to_5",
                violation_error_message="Interest goes from 1 to 5.",
            ),
            models.CheckConstraint(
                condition=Q(counterpart=None) | ~Q(counterpart=F("pk")),
                name="counterpart_is_another",
                violation_error_message="Nobody is their own counterpart.",
            ),
            models.CheckConstraint(
                condition=Q(counterpart=None)
                | Q(backup=None)
                | ~Q(counterpart=F("backup")),
                name="backup_is_another",
                violation_error_message="Counterpart and backup must be two people.",
            ),
            models.CheckConstraint(
                condition=Q(cadence_days=None) | Q(cadence_days__range=(1, 730)),
                name="cadence_1_to_730",
                violation_error_message="The wanted rhythm goes from 1 to 730 days.",
            ),
            models.UniqueConstraint(
                fields=["external_id"],
                condition=~Q(external_id=""),
                name="external_id_once",
                violation_error_message="Somebody else already has this external id.",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


SIDE_OF_LAYER = {
    Stakeholder.Layer.TEAM: Unit.Side.OURS,
    Stakeholder.Layer.CUSTOMER: Unit.Side.CUSTOMER,
    Stakeholder.Layer.VENDOR: Unit.Side.VENDOR,
    Stakeholder.Layer.USER: Unit.Side.USERS,
}


def side_of(layer: str) -> Unit.Side:
    """Return the side that a new unit of somebody in `layer` is on."""
    return SIDE_OF_LAYER.get(Stakeholder.Layer(layer), Unit.Side.BUSINESS)


class RoleQuerySet(RecordQuerySet["Role"]):
    """What can be asked of roles."""

    def on(self, day: date) -> Self:
        """Return the roles held on `day`."""
        begun = Q(since=None) | Q(since__lte=day)
        return self.filter(begun, Q(until=None) | Q(until__gte=day))


class Role(Record):
    """What somebody is, in one unit, for a time. One role at most is the primary one."""

    stakeholder = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="roles", verbose_name="person"
    )
    unit = models.ForeignKey("stakeholders.Unit", models.PROTECT, related_name="roles")
    title = models.CharField(max_length=200, blank=True)
    found_by = PlainField(of=["title"])
    since = models.DateField(null=True, blank=True, validators=[refuse_never])
    until = models.DateField(
        null=True,
        blank=True,
        validators=[refuse_never],
        help_text="The last day, also when it is still to come.",
    )
    primary = models.BooleanField(
        default=True, help_text="The role to show beside the name."
    )
    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["-primary", "-since", "pk"]
        indexes = [models.Index(fields=["until"])]
        constraints = [
            models.UniqueConstraint(
                fields=["stakeholder"],
                condition=Q(primary=True),
                name="one_primary_role",
                violation_error_message="This person already has a primary role.",
            ),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="role_ends_after_it_begins",
                violation_error_message="The role ends before it begins.",
            ),
        ]

    def __str__(self) -> str:
        """Return the title and the unit, as far as known."""
        return f"{self.title}, {self.unit}" if self.title else str(self.unit)
