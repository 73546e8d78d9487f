"""The facts of one relationship, of a pair or of our side with one person."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence import Facts, Kind
from stakeholders.models import Commitment, Exchange, Participation, Stakeholder
from stakeholders.models.as_facts import (
    contact_facts,
    exchange_facts,
    facts_among,
    promise_facts,
)
from stakeholders.standings.ground import Ground
from stakeholders.standings.pooling import US


@dataclass(frozen=True, slots=True)
class PairFacts:
    """What is known of one relationship."""

    facts: Facts  # between people, each by their own id
    as_one: Facts  # the same with our people as US, where the relationship is theirs
    target: int  # id of the one at the other side
    closest: int  # id of whoever of us could do something about it


def pair_facts(source: int, target: int, here: Ground, *, past: bool) -> PairFacts:
    """Return the facts of two people (ids; source 0: our side) that `here` stands on."""
    pooling = source == US
    facts = _around(target) if pooling else facts_among([source, target])
    facts = facts.up_to(here.day) if past else facts
    if not pooling:
        return PairFacts(facts, facts, target, source)
    others = np.where(facts.source == target, facts.target, facts.source)
    facts = facts.where(np.isin(others, _ours(here, others)))
    return PairFacts(facts, _as_one(facts, target), target, _closest(facts, target))


def _around(person: int) -> Facts:
    """Return every fact with `person` (an id) at one end."""
    met = Participation.objects.filter(stakeholder=person).values("interaction")
    given, got = (Exchange.objects.filter(**{end: person}) for end in ("giver", "receiver"))
    joined = Facts.joined(
        [
            contact_facts(met),
            exchange_facts(given | got),
            promise_facts(Commitment.objects.of_person(person)),
        ]
    )
    return joined.where((joined.source == person) | (joined.target == person))


def _ours(here: Ground, others: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the ids of our people; where no team is named, all of `others` still here."""
    around = set(others.tolist())
    if here.has_team:
        return here.usual(around).ours
    current = Stakeholder.objects.current().filter(pk__in=around)
    return np.array(current.values_list("pk", flat=True), np.int64)


def _as_one(facts: Facts, target: int) -> Facts:
    """Return `facts` with everybody but `target` as US."""
    source, end = (np.where(one == target, one, US) for one in (facts.source, facts.target))
    return replace(facts, source=source, target=end)


def _closest(facts: Facts, target: int) -> int:
    """Return the counterpart of `target`, else whoever was in contact most."""
    keeper = Stakeholder.objects.values_list("counterpart", flat=True).get(pk=target)
    if keeper:
        return int(keeper)
    talks = facts.where(facts.kind == Kind.CONTACT) if len(facts) else facts
    some = talks if len(talks) else facts
    others = np.where(some.source == target, some.target, some.source)
    people, count = np.unique(others, return_counts=True)
    return int(people[count.argmax()])
