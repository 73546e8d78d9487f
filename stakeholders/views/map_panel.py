"""Beside the map: how the two of a chosen tie are, one direction and the other."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings

from stakeholders.models import Stakeholder, Tie
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.scores.pairs import PairScores, pair_scores
from stakeholders.scores.reasons import reasons
from stakeholders.scores.sums import PairSums
from stakeholders.standings import columns, reading, sides


@dataclass(frozen=True, slots=True)
class Way:
    """One direction of a tie."""

    source: Stakeholder
    target: Stakeholder
    attention: float  # conversations source reached out for, faded
    contacts: float  # the same, all of them
    trust: float | None  # how far source can count on target, -1..1


class TiePanel:
    """Two people who have to do with each other."""

    def __init__(self, pair: list[Stakeholder], day: date) -> None:
        """Take the two in any order, and the day."""
        self.people, self.day = {one.pk: one for one in pair}, day

    @cached_property
    def sums(self) -> PairSums:
        """Return both directions, as columns of two rows; none where there is no tie."""
        between = Tie.objects.filter(source__in=self.people, target__in=self.people)
        return columns.read(between, day=self.day)

    @cached_property
    def scores(self) -> PairScores:
        """Return how the two are, as columns of one row at most."""
        rules = settings.RULES
        return pair_scores(self.sums, at=self.day, rules=rules, usual=sides.usual())

    @cached_property
    def relationship(self) -> reading.Relationship | None:
        """Return how the two are; nothing where there is no evidence."""
        found = reading.rows(self.scores, range(len(self.scores.source)), day=self.day)
        return found[0] if found else None

    def pair(self) -> list[Stakeholder]:
        """Return the two, ours first."""
        seen = self.relationship
        return [self.people[seen.source], self.people[seen.target]] if seen else []

    def reasons(self) -> list[str]:
        """Return why they are so, a sentence for each sign."""
        if not self.relationship:
            return []
        names = [one.name for one in self.pair()]
        found = reasons(self.relationship.signs, self.scores.condition.row(0))
        return [one.sentence.say(*names) for one in found]

    def ways(self) -> list[Way]:
        """Return each direction, from ours first."""
        seen = self.relationship
        if not seen:
            return []
        rows = {int(source): row for row, source in enumerate(self.sums.source)}
        trusts = {seen.source: seen.trust_in_target, seen.target: seen.trust_in_source}
        return [
            Way(
                source=self.people[source],
                target=self.people[target],
                attention=float(self.sums.attention[rows[source]]),
                contacts=float(self.sums.contacts[rows[source]]),
                trust=trusts[source],
            )
            for source, target in ((seen.source, seen.target), (seen.target, seen.source))
        ]


def chosen(asked: str, people: StakeholderQuerySet) -> list[Stakeholder]:
    """Return those of `people` whose ids "12" or "12-15" names."""
    ids = [int(part) for part in asked.split("-") if part.isdecimal() and len(part) < 19]
    return list(people.select_related("counterpart").filter(pk__in=ids))
