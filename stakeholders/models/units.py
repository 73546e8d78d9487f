"""Units: the companies, divisions, departments and teams that people belong to."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from stakeholders.models.access import Reader
from stakeholders.models.base import Record, RecordQuerySet
from stakeholders.models.plain import PlainField


class UnitQuerySet(RecordQuerySet["Unit"]):
    """What can be asked of units."""

    def visible_to(self, reader: Reader) -> Self:
        """Return the units `reader` may see: all, once signed in."""
        return self if reader.is_authenticated else self.none()


class Unit(Record):
    """A company, or a part of one. Units form a tree."""

    class Kind(models.TextChoices):
        COMPANY = "company", "Company"
        DIVISION = "division", "Division"
        DEPARTMENT = "department", "Department"
        TEAM = "team", "Team"

    class Side(models.TextChoices):
        OURS = "ours", "Our IT organisation"
        BUSINESS = "business", "The business we serve"
        CUSTOMER = "customer", "Customer"
        VENDOR = "vendor", "Vendor"
        USERS = "users", "Users"

    name = models.CharField(max_length=200)
    found_by = PlainField(of=["name"])
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts"
    )
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.DEPARTMENT)
    side = models.CharField(max_length=20, choices=Side, default=Side.BUSINESS)
    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "parent"],
                name="unit_named_once",
                violation_error_message="There is already a unit of this name there.",
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(parent=None),
                name="top_unit_named_once",
                violation_error_message="There is already a unit of this name.",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")),
                name="unit_not_in_itself",
                violation_error_message="A unit cannot be part of itself.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="unit_has_a_name",
                violation_error_message="Give the unit a name.",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def clean(self) -> None:
        """Refuse a parent that lies below this unit."""
        above = self.parent
        while above is not None:
            if above.pk == self.pk and self.pk is not None:
                raise ValidationError(
                    {"parent": f"{self.parent} is itself part of {self}."}
                )
            above = above.parent
