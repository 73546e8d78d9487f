"""Conversations: rows of a file become interactions and who took part in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256
from typing import Any

from django.utils import timezone

from stakeholders.capture.attendance import Attendance
from stakeholders.capture.days import believable, clock_time, moment, order_in
from stakeholders.capture.identity import own_id
from stakeholders.capture.intake import Intake, Tell
from stakeholders.capture.refusals import RowError, quoted
from stakeholders.capture.tables import Line, Table
from stakeholders.capture.values import whole, within
from stakeholders.models import Batch, Interaction, Participation
from stakeholders.models.conversations import LONGEST
from stakeholders.standings import reports

UNSAID = {Interaction.Channel.MAIL: "Mail without a subject"}


@dataclass(frozen=True, slots=True)
class Conversation:
    """A new conversation of this file."""

    values: dict[str, Any]  # of the Interaction
    people: list[int]  # ids, each once; negative: somebody this import adds
    led: bool  # the first of them reached out


class InteractionIntake(Intake):
    """Takes in conversations. None comes in twice: see `_known`."""

    model = Interaction

    def __init__(self, batch: Batch, table: Table) -> None:
        """Settle how the dates are to be read, and look up what is here."""
        super().__init__(batch, table)
        self.mapped = [column for column in self.mapped if column.name != "minutes"]
        self.today = timezone.localdate()
        self.zone = timezone.get_current_timezone()
        self.order = self.options.order or order_in(self._dates())
        self.attendance = Attendance(self.options)
        self.here = _known_already()
        self.new: list[Conversation] = []

    def take(self, line: Line) -> bool:
        """Keep the conversation in `line`; return whether it is new."""
        day, clock = self._when(line)
        values = self.values(line)
        values |= {"happened_on": day, "happened_at": clock}
        values["minutes"] = self._minutes(line)
        values.setdefault("channel", self.options.channel)
        values.setdefault("source", self.options.source)
        values["summary"] = values.get("summary") or UNSAID.get(
            values["channel"], "Imported without words"
        )
        if "external_id" not in values:
            values["external_id"] = self._fingerprint(line, day, clock)
        if self._known(values):
            return False
        led, people = self._people(line)
        self.here[values["source"], values["external_id"]] = (day, 1)
        self.new.append(Conversation(values, people, led))
        return True

    def write(self, tell: Tell) -> int:
        """Write who is new, conversations, and who took part; return how many."""
        total = len(self.new)
        added = self.attendance.write(self)
        talks = self.add(
            (Interaction(**talk.values) for talk in self.new),
            Interaction,
            lambda done: tell("conversations written", done, total),
        )
        tell("people put to their conversations", 0, None)
        Participation.objects.bulk_create(
            (
                Participation(
                    interaction_id=talk.pk,
                    stakeholder_id=added.get(person, person),
                    initiator=new.led and place == 0,
                )
                for talk, new in zip(talks, self.new, strict=True)
                for place, person in enumerate(new.people)
            ),
            batch_size=5_000,
        )
        reports.forget(min((talk.happened_on for talk in talks), default=date.max))
        return total

    def _dates(self) -> Iterator[tuple[int, str]]:
        """Return the cells of the column of dates, with their row numbers."""
        for line in self.table.lines():
            if not line.problem:
                yield line.number, self.cell(line, "when")

    def _when(self, line: Line) -> tuple[date, time | None]:
        """Return the day and the time of day, in the site's time zone."""
        label = self.labels["when"]
        cell = self.cell(line, "when")
        if not cell:
            raise RowError(label, "the cell is empty. Say when it was.")
        day, clock = moment(cell, label, self.order, self.zone)
        if clock is None and (apart := self.cell(line, "time")):
            clock = clock_time(apart, self.labels["time"])
        return believable(day, label, self.today), clock

    def _minutes(self, line: Line) -> int | None:
        """Return how long it took, in minutes, as the form asks for; None if unsaid.

        0 is taken for unsaid, not refused: some calendars write it where nobody knows,
        and a site may hold it, where no page shows it and no export writes it.
        """
        label, cell = self.labels["minutes"], self.cell(line, "minutes")
        minutes = (whole(cell, label) if cell else 0) or None
        within(minutes, label, 1, LONGEST)
        return minutes

    def _people(self, line: Line) -> tuple[bool, list[int]]:
        """Return whether the first of them reached out, and who took part, each once."""
        initiator = self.attendance.one(self.cell(line, "from"), self.labels["from"])
        others = [
            person
            for field in ("to", "cc")
            for person in self.attendance.several(
                self.cell(line, field), self.labels[field]
            )
        ]
        people = list(dict.fromkeys([*initiator, *others]))
        if len(people) < 2:
            raise RowError(self.labels["to"], "a conversation needs two people or more.")
        return bool(initiator), people

    def _fingerprint(self, line: Line, day: date, clock: time | None) -> str:
        """Return an id for a row that has none: the same for the same row of any file."""
        said = [self.cell(line, field) for field in ("from", "to", "cc", "summary")]
        whole = "\x1f".join([day.isoformat(), str(clock or ""), *said])
        return f"row-{sha256(whole.encode()).hexdigest()[:32]}"

    def _known(self, values: dict[str, Any]) -> bool:
        """Return whether the conversation is here already.

        Raises RowError where its id belongs to one of another day: ids of two systems
        would otherwise hide each other. One day apart is the same in another time zone.
        """
        there = self.here.get((values["source"], values["external_id"]))
        if there is None:
            return False
        day, version = there
        if version == 1 and abs((day - values["happened_on"]).days) > 1:
            raise RowError(
                self.labels["external_id"],
                f"{quoted(values['external_id'])} is already the id of a conversation of "
                f"{day.isoformat()}. If another system gave these ids, name it as source.",
            )
        return True


def _known_already() -> dict[tuple[str, str], tuple[date, int]]:
    """Return the day and the version of every conversation here, by its source and id."""
    columns = ("pk", "created_at", "source", "external_id", "happened_on", "version")
    return {
        (source, name or own_id(pk, made)): (day, version)
        for pk, made, source, name, day, version in Interaction.objects.values_list(
            *columns
        )
    }
