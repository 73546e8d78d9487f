"""Beside the map: how the two of a chosen tie are, one direction and the other."""

from dataclasses import dataclass
from functools import cached_property

from stakeholders.converters import ids
from stakeholders.models import Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.scores.columns import or_none, ratio
from stakeholders.standings import reading
from stakeholders.standings.relationship import Relationship
from stakeholders.views.as_of import AsOf


@dataclass(frozen=True, slots=True)
class Way:
    """One direction of a tie."""

    source: Stakeholder
    target: Stakeholder
    share: float | None  # of their conversations, what source reached out for: 0..1
    lately: float | None  # the same, older ones counting less
    trust: float | None  # how far source can count on target, -1..1


class TiePanel:
    """Two people who have to do with each other."""

    def __init__(self, pair: list[Stakeholder], on: AsOf) -> None:
        """Take the two in any order, and the day."""
        self.people, self.on = {one.pk: one for one in pair}, on

    @cached_property
    def relationship(self) -> Relationship | None:
        """Return how the two are; nothing where there is no evidence."""
        scored = reading.between(list(self.people), day=self.on.day, past=self.on.past)
        return next(iter(scored.rows(range(len(scored.scores.source)))), None)

    def pair(self) -> list[Stakeholder]:
        """Return the two, ours first."""
        seen = self.relationship
        return [self.people[seen.source], self.people[seen.target]] if seen else []

    def reasons(self) -> list[str]:
        """Return why they are so, a sentence for each sign."""
        names = [one.name for one in self.pair()]
        seen = self.relationship
        return [one.sentence.say(*names) for one in seen.reasons] if seen else []

    def ways(self) -> list[Way]:
        """Return each direction, from ours first."""
        seen = self.relationship
        if not seen:
            return []
        ours, theirs = self.pair()
        out = _share(seen.began, seen.answered), _share(seen.sent, seen.received)
        back = _share(seen.answered, seen.began), _share(seen.received, seen.sent)
        return [
            Way(ours, theirs, *out, seen.trust_in_target),
            Way(theirs, ours, *back, seen.trust_in_source),
        ]


def _share(part: float, rest: float) -> float | None:
    """Return what `part` is of both together, None where there is nothing."""
    return or_none(ratio(part, part + rest))


def chosen(asked: str, people: StakeholderQuerySet) -> list[Stakeholder]:
    """Return those of `people` whose ids "12" or "12-15" names."""
    some = ids(asked.split("-"))
    return list(people.select_related("counterpart").filter(pk__in=some)) if some else []


def exactly(many: int, asked: str, people: StakeholderQuerySet) -> list[Stakeholder]:
    """Return the `many` of `people` whose ids `asked` names, in its order, or nobody."""
    said = asked.split("-")
    if len(said) != many:
        return []
    found = {str(one.pk): one for one in chosen(asked, people)}
    return [found[pk] for pk in said] if len(found.keys() & {*said}) == many else []
