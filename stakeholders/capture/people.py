"""People: rows of a file become stakeholders and their primary roles."""

import re
from dataclasses import dataclass
from typing import Any

from stakeholders.capture.directory import Directory, Somebody, key
from stakeholders.capture.intake import Intake, Tell
from stakeholders.capture.refusals import RowError, quoted
from stakeholders.capture.tables import Line, Table
from stakeholders.capture.units import Units
from stakeholders.capture.values import text_of, within
from stakeholders.models import Batch, Role, Stakeholder, Tag
from stakeholders.models.words import can_be_read

OUTSIDE = {Stakeholder.Layer.VENDOR, Stakeholder.Layer.CUSTOMER}
ONE_TO_FIVE = ("influence", "interest")
LONGEST_TAG = 50  # characters


@dataclass(frozen=True, slots=True)
class Person:
    """A new person of this file."""

    values: dict[str, Any]  # of the Stakeholder
    unit: tuple[str, str]  # the unit's name and that of the one above; either may be ""
    title: str
    tags: list[str]


class PeopleIntake(Intake):
    """Takes in people. Nobody comes in twice: see `_known`."""

    model = Stakeholder

    def __init__(self, batch: Batch, table: Table) -> None:
        """Look up who is here."""
        super().__init__(batch, table)
        self.here, self.in_file = Directory.of_site(), Directory()
        self.new: list[Person] = []
        self.rows: list[int] = []  # the number of the row of each

    def take(self, line: Line) -> bool:
        """Keep the person in `line`; return whether they are new."""
        values = self._values(line)
        somebody = Somebody(
            -len(self.new) - 1,
            values["name"],
            values.get("email", ""),
            values.get("external_id", ""),
        )
        if self._known(somebody, self.here):
            return False
        person = self._person(line, values)
        if twin := self._known(somebody, self.in_file):
            self._refuse_look_alike(person, -twin.pk - 1)
            return False
        self.in_file.add(somebody)
        self.rows.append(line.number)
        self.new.append(person)
        return True

    def write(self, tell: Tell) -> int:
        """Write people, units and roles; return how many people were added."""
        total = len(self.new)
        units = Units(self)
        people = self.add(
            [Stakeholder(**person.values) for person in self.new],
            Stakeholder,
            lambda done: tell("people written", done, total),
        )
        roles = [
            Role(stakeholder=somebody, unit=unit, title=person.title)
            for somebody, person in zip(people, self.new, strict=True)
            if (unit := units.find(*person.unit, layer=somebody.layer))
        ]
        self.add(roles, Role)
        tags = [
            Tag(stakeholder=somebody, name=name)
            for somebody, person in zip(people, self.new, strict=True)
            for name in person.tags
        ]
        self.add(tags, Tag)
        return total

    def _values(self, line: Line) -> dict[str, Any]:
        """Return the fields of the stakeholder in `line`."""
        values = self.values(line)
        parts = (self.cell(line, part) for part in ("first_name", "last_name"))
        values.setdefault("name", " ".join(part for part in parts if part))
        if not can_be_read(values["name"]):
            raise RowError(
                self.labels["name"], "the cell is empty. Give the person a name."
            )
        values["name"] = " ".join(values["name"].split())
        values.setdefault("layer", self.options.layer)
        values.setdefault("internal", values["layer"] not in OUTSIDE)
        for field in ONE_TO_FIVE:
            within(values.get(field), self.labels[field], 1, 5)
        return values

    def _person(self, line: Line, values: dict[str, Any]) -> Person:
        """Return the person in `line`; a title without a unit goes into the notes."""
        unit = (self.text(line, "unit", 200), self.text(line, "parent_unit", 200))
        title = self.text(line, "title", 200)
        if title and not any(unit):
            notes = [f"Title: {title}", values.get("notes", "")]
            values["notes"] = "\n\n".join(part for part in notes if part)
        return Person(values, unit, title, self._tags(line))

    def _tags(self, line: Line) -> list[str]:
        """Return each tag in `line` once."""
        words = re.split("[;,]", self.cell(line, "tags"))
        tags = [
            text_of(" ".join(w.split()), self.labels["tags"], LONGEST_TAG) for w in words
        ]
        return [name for name in dict.fromkeys(tags) if name]

    def _known(self, person: Somebody, people: Directory) -> Somebody | None:
        """Return who of `people` this `person` is, by id, else mail address, else name.

        Raises RowError where the id is somebody else's.
        """
        if person.external_id and (same := people.by_id.get(person.external_id)):
            if all(key(one.name) != key(person.name) for one in same):
                taken = f"{quoted(person.external_id)} is already the id of {same[0].name}."
                raise RowError(self.labels["external_id"], taken)
            return same[0]
        if person.email and not person.external_id:
            for one in people.by_mail.get(key(person.email), []):
                return one
        for one in people.by_name.get(key(person.name), []):
            if _agree(person, one):
                return one
        return None

    def _refuse_look_alike(self, person: Person, place: int) -> None:
        """Raise RowError where the one new at `place` is this `person`, told otherwise.

        What is told is what would be kept: columns that are left out make no difference.
        """
        twin = self.new[place]
        if person == twin:
            return
        raise RowError(
            "Name",
            f"row {self.rows[place]} names the same person and says something else. If "
            "they are two, give each an id or mail address of their own; else remove one.",
        )


def _agree(one: Somebody, other: Somebody) -> bool:
    """Return whether two people of one name may be the same: no id or mail differs."""
    ids = {one.external_id, other.external_id} - {""}
    mails = {key(one.email), key(other.email)} - {""}
    return len(ids) < 2 and len(mails) < 2
