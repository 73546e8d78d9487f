"""Attendance: who is meant by the people a row names."""

import re
from email.utils import parseaddr
from functools import partial

from stakeholders.capture.directory import Directory, Somebody
from stakeholders.capture.intake import Intake
from stakeholders.capture.options import Options
from stakeholders.capture.refusals import RowError, quoted
from stakeholders.capture.values import text_of, value_of
from stakeholders.models import Stakeholder

MOST = 500  # people in one conversation
STRANGER = "nobody here is called"  # how a refusal begins that `add_people` would spare


class Attendance:
    """Finds people by what a cell calls them; adds new ones where the person said so."""

    def __init__(self, options: Options) -> None:
        """Look up who is here."""
        self.options = options
        self.directory = Directory.of_site()
        self.found: dict[str, int] = {}
        self.new: list[Stakeholder] = []

    def one(self, cell: str, field: str) -> list[int]:
        """Return the one person a `cell` names, if it names anybody."""
        return [self._person(cell, field)] if cell else []

    def several(self, cell: str, field: str) -> list[int]:
        """Return the people a `cell` names, divided by semicolons, else by commas.

        A comma inside a name, as in "Haddad, Omar", does no harm where the name is known.
        """
        parts = [part.strip() for part in re.split(r"[;\n|]", cell) if part.strip()]
        people = []
        for part in parts:
            whole = part in self.found or self.directory.called(part) or "," not in part
            names = [part] if whole else [name.strip() for name in part.split(",")]
            people += [self._person(name, field) for name in names if name]
        if len(people) > MOST:
            raise RowError(field, f"{len(people)} people are named; at most {MOST} can be.")
        return people

    def write(self, intake: Intake) -> dict[int, int]:
        """Write who is new; return their ids by the numbers they were given here."""
        added = intake.add(self.new, Stakeholder)
        return {-place: person.pk for place, person in enumerate(added, 1)}

    def _person(self, text: str, field: str) -> int:
        """Return the id of who `text` means; raises RowError where that is not one."""
        if text not in self.found:
            people = self.directory.called(text)
            if len(people) > 1:
                many = f"{len(people)} people are called {quoted(text)}"
                raise RowError(field, f"{many}. Write a mail address or an id instead.")
            if not people and not self.options.add_people:
                raise RowError(field, f"{STRANGER} {quoted(text)}.")
            self.found[text] = people[0].pk if people else self._add(text, field)
        return self.found[text]

    def _add(self, text: str, field: str) -> int:
        """Return the number of a new person called `text`."""
        name, email = parseaddr(text) if "@" in text else (text, "")
        told = partial(Stakeholder._meta.get_field)
        email = value_of(email, field, told("email")) if email else ""
        name = " ".join(text_of(name or text, field, 200).split())
        layer = self.options.layer
        self.new.append(Stakeholder(name=name, email=email, layer=layer))
        self.directory.add(Somebody(-len(self.new), name, email))
        return -len(self.new)
