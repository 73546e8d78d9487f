"""Tags: words of one's own for groups of people that no layer or unit tells apart."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import OuterRef, Q, StringAgg, Subquery, Value
from simple_history.utils import bulk_create_with_history

from stakeholders.models.base import Record
from stakeholders.models.knowledge import KnowledgeQuerySet
from stakeholders.models.people import Stakeholder

if TYPE_CHECKING:
    from stakeholders.models.users import User


class TagQuerySet(KnowledgeQuerySet["Tag"]):
    """What can be asked of tags."""

    def names(self) -> list[str]:
        """Return every tag in use, once, in order."""
        current = self.current().order_by("name")
        return list(current.values_list("name", flat=True).distinct())

    def as_lines(self) -> Subquery:
        """Return the tags of each person of a query, a line each, to annotate it with."""
        worn = self.current().filter(stakeholder=OuterRef("pk")).order_by()
        lines = StringAgg("name", Value("\n"))
        return Subquery(worn.values("stakeholder").annotate(lines=lines).values("lines"))

    def put_on(self, people: Collection[int], name: str, by: "User") -> list[int]:
        """Give `people` (ids) the tag `name`; return the ids of those that are new."""
        known = self.filter(stakeholder__in=people, name=name)
        back = list(known.exclude(archived_at=None).values_list("pk", flat=True))
        self.filter(pk__in=back).restore()
        had = set(known.values_list("stakeholder", flat=True))
        new = [
            Tag(stakeholder_id=pk, name=name, created_by=by)
            for pk in sorted(people)
            if pk not in had
        ]
        made = bulk_create_with_history(new, Tag) if new else []
        return [*back, *(one.pk for one in made)]

    def take_off(self, people: Collection[int], name: str) -> list[int]:
        """Take the tag `name` off `people` (ids); return the ids of the tags."""
        worn = self.current().filter(stakeholder__in=people, name=name)
        found = list(worn.values_list("pk", flat=True))
        self.filter(pk__in=found).archive()
        return found


class Tag(Record):
    """One word on one person."""

    stakeholder = models.ForeignKey(Stakeholder, models.CASCADE, related_name="tags")
    name = models.CharField("tag", max_length=50)
    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "stakeholder"])]
        constraints = [
            models.UniqueConstraint(
                fields=["stakeholder", "name"],
                name="tagged_once",
                violation_error_message="This person already has that tag.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="tag_says_something",
                violation_error_message="Give the tag a name.",
            ),
        ]

    def __str__(self) -> str:
        """Return the tag."""
        return self.name
