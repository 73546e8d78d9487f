"""What stands on one person's page; each part is looked up when it is shown."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from stakeholders.forms.knowledge import SEEN_FROM_TARGET
from stakeholders.models import (
    Commitment,
    Concern,
    Connection,
    Role,
    Stakeholder,
    Term,
    User,
)
from stakeholders.models.access import may_log, may_manage
from stakeholders.models.together import sorted_out
from stakeholders.standings import history, reading
from stakeholders.standings.ground import Ground, ground
from stakeholders.standings.relationship import NO_EVIDENCE, Relationship
from stakeholders.views import person_asks
from stakeholders.views.as_of import AsOf
from stakeholders.views.person_map import SmallMap, small_map
from stakeholders.views.person_ties import SHOWN, Tie, closest

STALE_AFTER = timedelta(days=180)
WEEKS = 26
TRENDS = ("trust", "silence", "strength", "attention")


@dataclass(frozen=True, slots=True)
class Known:
    """A connection as it reads from one of its ends."""

    connection: Connection
    words: str
    other: Stakeholder


class PersonPage:
    """One person, as one reader sees them on one day."""

    def __init__(self, person: Stakeholder, reader: User, on: AsOf) -> None:
        """Take who is shown to whom, and for which day."""
        self.person, self.reader, self.on = person, reader, on
        self.today = today = on.today
        # Of a day gone by nothing can be changed.
        self.may_log = may_log(reader) and not on.past
        self.may_manage = may_manage(reader) and not on.past
        self.stale_before = today - STALE_AFTER

    @cached_property
    def day(self) -> date:
        """Return the day scores are shown for."""
        return self.on.day

    @cached_property
    def ground(self) -> Ground:
        """Return what the scores of that day stand on."""
        return ground(self.day, past=self.on.past)

    @cached_property
    def with_us(self) -> Relationship:
        """Return how our side stands with this person."""
        pk = self.person.pk
        found = reading.with_us_of(self.ground, self.person)
        return found or replace(NO_EVIDENCE, target=pk)

    def reasons(self) -> list[str]:
        """Return why we are so, a sentence for each sign."""
        names = "our team", self.person.name
        return [one.sentence.say(*names) for one in self.with_us.reasons]

    @cached_property
    def trend(self) -> dict[str, list[float | None]]:
        """Return how scores went over the last half year, by name; of a past day, not."""
        course = None if self.on.past else history.trend_of(self.person)
        weeks = course.last(WEEKS) if course else None
        went = {name: weeks.of(name) if weeks else [] for name in TRENDS}
        return {name: w if len(set(w) - {None}) > 1 else [] for name, w in went.items()}

    @cached_property
    def _closest(self) -> list[Tie]:
        """Return the closest ties to others, one more than are shown."""
        return closest(self.ground, self.person.pk, SHOWN + 1)

    @property
    def ties(self) -> list[Tie]:
        """Return the closest ties to others, those first."""
        return self._closest[:SHOWN]

    def around(self) -> SmallMap:
        """Return these ties as a small map around this person."""
        return small_map(self.person.pk, self.ties)

    @property
    def has_more_ties(self) -> bool:
        """Return whether there are ties beyond those shown."""
        return len(self._closest) > SHOWN

    @cached_property
    def _known(self) -> dict[str, list[Any]]:
        """Return what is known of them, by kind: `person_asks.KNOWN`, in one query."""
        rows = person_asks.known(
            person=self.person.pk,
            reader=self.reader,
            past=self.on.past,
            today=self.today,
        )
        return sorted_out(rows, person_asks.KNOWN)

    @property
    def roles(self) -> list[Role]:
        """Return every role, the one shown beside the name first."""
        return self._known["roles"]

    @property
    def role(self) -> Role | None:
        """Return the role shown beside the name."""
        return next((role for role in self.roles if role.primary), None)

    def tags(self) -> list[str]:
        """Return their tags in order."""
        lines = getattr(self.person, "tag_lines", None)
        return sorted(lines.split("\n")) if lines else []

    def leaves(self) -> list[Role]:
        """Return the roles that end, soonest first, while they are still held."""
        ending = [r for r in self.roles if r.until and r.until >= self.today]
        return sorted(ending, key=lambda role: role.until or self.today)

    @property
    def promises(self) -> list[Commitment]:
        """Return what is still to be kept, either way, first due first."""
        return self._known["promises"]

    def theirs(self) -> list[Commitment]:
        """Return what they promised."""
        return [one for one in self.promises if one.promiser_id == self.person.pk]

    def ours(self) -> list[Commitment]:
        """Return what they were promised."""
        return [one for one in self.promises if one.promisee_id == self.person.pk]

    @property
    def concerns(self) -> list[Concern]:
        """Return what matters to them and is not settled."""
        return self._known["concerns"]

    @property
    def terms(self) -> list[Term]:
        """Return their words, and those of the units they are in."""
        return self._known["terms"]

    @cached_property
    def connections(self) -> list[Known]:
        """Return the known connections, as they read from this person."""
        return [self._as_read(one) for one in self._known["connections"]]

    def _as_read(self, known: Connection) -> Known:
        """Return `known` as it reads from this person."""
        if known.source_id == self.person.pk:
            return Known(known, known.get_kind_display(), known.target)
        words = SEEN_FROM_TARGET[Connection.Kind(known.kind)]
        return Known(known, words, known.source)
