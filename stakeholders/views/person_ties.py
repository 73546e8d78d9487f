"""The ties of one person to others, as they read from that person."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakeholders.models import Stakeholder
from stakeholders.standings import reading
from stakeholders.standings.company import Named
from stakeholders.standings.ground import Ground
from stakeholders.standings.relationship import Relationship

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Tie:
    """How one person is with another."""

    other: Named | Stakeholder
    relationship: Relationship
    trusts: float | None  # how far the person can count on the other, -1..1
    trusted: float | None  # how far the other can count on the person, -1..1


def closest(here: Ground, person: int, most: int) -> list[Tie]:
    """Return the `most` ties of `person` (an id) with most contact lately, those first.

    Whoever was put away since the ties were read is left out.
    """
    sums = here.of(person, most)
    company = here.company(sums, person)
    found = reading.most_contact_first(reading.scored_with(here, sums, company))
    ids = [one.other(person) for one in found]
    others: Mapping[int, Named | Stakeholder]
    others = company.people or Stakeholder.objects.in_bulk(ids)
    named = ((one, others.get(one.other(person))) for one in found)
    return [_seen_from(person, one, other) for one, other in named if other]


def _seen_from(person: int, one: Relationship, other: Named | Stakeholder) -> Tie:
    """Return the relationship `one` as it reads from `person`."""
    if one.source == person:
        return Tie(other, one, one.trust_in_target, one.trust_in_source)
    return Tie(other, one, one.trust_in_source, one.trust_in_target)
