"""Writing the example's plan as records, in bulk, each with its first history entry."""

from collections.abc import Iterable
from datetime import date, timedelta

from simple_history.utils import bulk_create_with_history

from stakeholders.example import knowledge
from stakeholders.example.cast import PLACES
from stakeholders.example.plan import Person, Promise, Talk
from stakeholders.models import (
    Batch,
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Participation,
    Role,
    Stakeholder,
    Term,
    Unit,
)

OUTSIDE = {"customer", "vendor", "shareholder"}


class Writer:
    """Turns names into records, and days before today into dates."""

    def __init__(self, batch: Batch, today: date) -> None:
        """Begin with the units of `PLACES`."""
        self.batch, self.today = batch, today
        self.units: dict[str, Unit] = {}
        self.people: dict[str, Stakeholder] = {}
        for place in PLACES:
            self.units[place.name] = Unit.objects.create(
                name=place.name,
                kind=place.kind,
                side=place.side,
                parent=self.units.get(place.parent),
                batch=batch,
            )

    def day(self, ago: int) -> date:
        """Return the day so many days before today (after it, when negative)."""
        return self.today - timedelta(days=ago)

    def write_people(self, people: list[Person]) -> None:
        """Write everybody, our own people first, since they keep the others; then roles."""
        ours = [person for person in people if person.layer == Stakeholder.Layer.TEAM]
        others = [person for person in people if person.layer != Stakeholder.Layer.TEAM]
        for some in (ours, others):
            records = [self._person(person) for person in some]
            made = bulk_create_with_history(records, Stakeholder)
            self.people |= {person.name: person for person in made}
        bulk_create_with_history([self._role(person) for person in people], Role)

    def _person(self, person: Person) -> Stakeholder:
        """Return one of the cast as a record, kept by those who are written already."""
        keepers = {
            field: self.people[str(name)]
            for field in ("counterpart", "backup")
            if (name := person.facts.get(field))
        }
        mail = person.name.lower().replace(" ", ".")
        return Stakeholder(
            name=person.name,
            layer=person.layer,
            internal=person.layer not in OUTSIDE,
            seniority=person.seniority,
            email=f"{mail}@{person.unit.split()[0].lower()}.example",
            batch=self.batch,
            **person.facts | keepers,
        )

    def _role(self, person: Person) -> Role:
        """Return what they are, and until when, where that is known."""
        leaves = person.leaves_in
        return Role(
            stakeholder=self.people[person.name],
            unit=self.units[person.unit],
            title=person.title,
            until=None if leaves is None else self.day(-leaves),
            batch=self.batch,
        )

    def write_talks(self, talks: list[Talk]) -> None:
        """Write conversations with who took part and what was given."""
        made = bulk_create_with_history([self._talk(talk) for talk in talks], Interaction)
        pairs = list(zip(talks, made, strict=True))
        Participation.objects.bulk_create(
            seat for talk, record in pairs for seat in self._seats(talk, record)
        )
        gifts = [gift for talk, record in pairs for gift in self._gifts(talk, record)]
        bulk_create_with_history(gifts, Exchange)

    def _talk(self, talk: Talk) -> Interaction:
        """Return one conversation as a record."""
        return Interaction(
            happened_on=self.day(talk.ago),
            minutes=talk.minutes,
            summary=talk.summary,
            channel=talk.channel,
            formality=talk.formality,
            outcome=talk.outcome,
            confidential=talk.confidential,
            source="example",
            batch=self.batch,
            **dict.fromkeys(talk.ways, True),
        )

    def _seats(self, talk: Talk, record: Interaction) -> Iterable[Participation]:
        """Return who took part."""
        for place, name in enumerate(talk.who):
            yield Participation(
                interaction=record,
                stakeholder=self.people[name],
                initiator=talk.led and place == 0,
                mood=talk.moods.get(name),
            )

    def _gifts(self, talk: Talk, record: Interaction) -> Iterable[Exchange]:
        """Return what was given."""
        for gift in talk.gifts:
            yield Exchange(
                interaction=record,
                giver=self.people[gift.giver],
                receiver=self.people[gift.receiver],
                kind=gift.kind,
                weight=gift.weight,
                note=gift.note,
                batch=self.batch,
            )

    def write_promises(self, promises: list[Promise]) -> None:
        """Write promises, open and closed."""
        records = [
            Commitment(
                promiser=self.people[promise.promiser],
                promisee=self.people[promise.promisee],
                what=promise.what,
                made_on=self.day(promise.made),
                due_on=self.day(promise.due),
                state=promise.state,
                closed_on=None if promise.closed is None else self.day(promise.closed),
                batch=self.batch,
            )
            for promise in promises
        ]
        bulk_create_with_history(records, Commitment)

    def write_knowledge(self, people: list[Person]) -> None:
        """Write what is known beside the log: concerns, words, and ties nobody logged."""
        known = {"batch": self.batch}
        concerns = [
            Concern(
                stakeholder=self.people[name],
                kind=kind,
                text=text,
                heard_on=self.day(ago),
                **known,
            )
            for name, kind, text, ago in knowledge.CONCERNS
        ]
        connections = [
            Connection(
                source=self.people[source], kind=kind, target=self.people[target], **known
            )
            for source, kind, target in knowledge.connections(people)
        ]
        terms = [
            Term(stakeholder=self.people[name], theirs=theirs, ours=ours, **known)
            for name, theirs, ours in knowledge.TERMS
        ]
        bulk_create_with_history(concerns, Concern)
        bulk_create_with_history(connections, Connection)
        bulk_create_with_history(terms, Term)
