"""What stands on Today, for one reader; each part is looked up when it is shown."""

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone

from stakeholders.forms.plans import next_working_day
from stakeholders.models import Commitment, Interaction, Plan, Stakeholder, User
from stakeholders.models.access import may_log, may_manage
from stakeholders.standings import candidates
from stakeholders.standings.clock import shown_day
from stakeholders.standings.next_steps import Next, what_next
from stakeholders.standings.relationship import Relationship
from stakeholders.views import today_asks
from stakeholders.views.today_asks import SHOWN
from stakeholders.views.today_card import Card, cards
from stakeholders.views.today_habit import Habit, habit
from stakeholders.views.today_people import told_of

DUE_SOON = timedelta(days=14)
AHEAD = timedelta(days=7)  # how far plans are shown
TEAM = Stakeholder.Layer.TEAM


class TodayPage:
    """The conversations to have next, as one reader sees them."""

    def __init__(self, reader: User, whose: str = "") -> None:
        """Take the reader, and whose conversations: "mine", "all", or what suits them."""
        self.reader, self.me = reader, reader.stakeholder_id
        self.today: date = timezone.localdate()
        self.may_log = may_log(reader)
        usual = "all" if may_manage(reader) or not self.me else "mine"
        self.whose = whose if whose in {"mine", "all"} and self.me else usual

    @cached_property
    def day(self) -> date:
        """Return the day scores are shown for."""
        return shown_day(self.today)

    @cached_property
    def next(self) -> Next:
        """Return the conversations that would help most."""
        days = candidates.days(self.today)
        rows = today_asks.facts(reader=self.reader, whose=self.whose, **days)
        return what_next(rows, day=self.day, today=self.today)

    @cached_property
    def told(self) -> dict[int, Any]:
        """Return everybody there is something to say about, by id."""
        return told_of(self.next.people, self.reader, self.day)

    @cached_property
    def cards(self) -> list[Card]:
        """Return a card for each suggested conversation."""
        if not self.next.suggestions:
            return []
        return cards(self.next.suggestions, self.told, self.promises)

    def overdue(self) -> list[tuple[Any, Relationship]]:
        """Return the others whose agreed rhythm has passed, and how we are."""
        return [(self.told[one.target], one) for one in self.next.overdue]

    @cached_property
    def promises(self) -> list[Commitment]:
        """Return what is due soon on either side, and what is open with those suggested."""
        people = [one.step.person for one in self.next.suggestions]
        return today_asks.promises(
            reader=self.reader,
            whose=self.whose,
            due_by=self.today + DUE_SOON,
            people=people,
        )

    def we_owe(self) -> list[Commitment]:
        """Return what we owe and is due soon, first due first."""
        found = [one for one in self.promises if self._soon(one) and _ours(one)]
        return [one for one in found if self._is_mine(one.promiser_id)][:SHOWN]

    def they_owe(self) -> list[Commitment]:
        """Return what we are owed and is due soon, first due first."""
        found = [one for one in self.promises if self._soon(one) and _theirs(one)]
        return [one for one in found if self._is_mine(one.promisee_id)][:SHOWN]

    @cached_property
    def plans(self) -> list[Plan]:
        """Return what is planned for the next days, and what should have been had."""
        until = self.today + AHEAD
        return today_asks.plans(reader=self.reader, whose=self.whose, until=until)

    def late(self) -> int:
        """Return how many of the listed promises of ours are late."""
        return sum(1 for one in self.we_owe() if one.due_on and one.due_on < self.today)

    def is_empty(self) -> bool:
        """Return whether there is nobody here yet."""
        if self.next.suggestions:
            return False
        return not Stakeholder.objects.visible_to(self.reader).exists()

    @cached_property
    def is_unbegun(self) -> bool:
        """Return whether nothing that could suggest anybody was logged yet."""
        seen = Interaction.objects.visible_to(self.reader).current()
        return not self.next.suggestions and not seen.exists()

    def habit(self) -> Habit:
        """Return the one habit worth adding, for whoever has nothing to do."""
        people = today_asks.people(self.reader, self.whose, self.today)
        return habit(people, self.today)

    def planned_on(self) -> date:
        """Return the day a plan is offered for."""
        return next_working_day(self.today)

    def _soon(self, one: Commitment) -> bool:
        """Return whether a promise is late or due soon."""
        return one.due_on is not None and one.due_on <= self.today + DUE_SOON

    def _is_mine(self, ours: int) -> bool:
        """Return whether what `ours` (an id) gave or was given is asked for."""
        return self.whose == "all" or ours == self.me


def _ours(one: Commitment) -> bool:
    """Return whether we promised it to others."""
    return one.promiser.layer == TEAM and one.promisee.layer != TEAM


def _theirs(one: Commitment) -> bool:
    """Return whether others promised it to us."""
    return one.promisee.layer == TEAM and one.promiser.layer != TEAM
