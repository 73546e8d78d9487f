"""The directory: who is meant by a name, a mail address or an id in a file."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from stakeholders.models import Stakeholder


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as a file may name them."""

    pk: int  # negative: somebody this import adds
    name: str
    email: str = ""
    external_id: str = ""
    current: bool = True  # neither archived nor called so only when they were imported


def key(text: str) -> str:
    """Return `text` as it is compared: case, spacing and composed accents aside."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


class Directory:
    """Everybody a file may name."""

    def __init__(self, people: Iterable[Somebody] = ()) -> None:
        """Hold these `people`."""
        self.by_name: dict[str, list[Somebody]] = defaultdict(list)
        self.by_mail: dict[str, list[Somebody]] = defaultdict(list)
        self.by_id: dict[str, list[Somebody]] = defaultdict(list)
        for person in people:
            self.add(person)

    @classmethod
    def of_site(cls) -> Self:
        """Hold everybody here, under what they are called and what they came in as."""
        columns = ("name", "email", "external_id")
        here = Stakeholder.objects.values_list("pk", *columns, "archived_at")
        now = [
            Somebody(pk, name, mail, known_as, put_away is None)
            for pk, name, mail, known_as, put_away in here
        ]
        came = Stakeholder.history.filter(history_type="+", batch__isnull=False)
        then = {
            Somebody(pk, name, mail, known_as, current=False)
            for pk, name, mail, known_as in came.values_list("id", *columns)
        }
        present = {person.pk for person in now}
        as_today = {replace(person, current=False) for person in now}
        former = [person for person in then - as_today if person.pk in present]
        return cls([*now, *former])

    def add(self, person: Somebody) -> None:
        """Know `person` from now on."""
        self.by_name[key(person.name)].append(person)
        if person.email:
            self.by_mail[key(person.email)].append(person)
        if person.external_id:
            self.by_id[person.external_id].append(person)

    def called(self, text: str) -> list[Somebody]:
        """Return who `text` may mean: by mail address, else by name, else by id.

        Those who are current hide the others.
        """
        mail = text[text.rfind("<") + 1 :].rstrip("> ") if "@" in text else ""
        found = self.by_mail.get(key(mail), []) if mail else []
        found = found or self.by_name.get(key(text), []) or self.by_id.get(text, [])
        current = [person for person in found if person.current]
        return list({person.pk: person for person in current or found}.values())
