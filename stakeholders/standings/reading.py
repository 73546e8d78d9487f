"""Reading: scores of the day, computed in columns from the ties a page asks for.

`day` is the day scores are shown for; `past` says that it is a day gone by, of which
nothing that happened later may be used (see `ground`).
"""

from collections.abc import Collection
from datetime import date

from stakeholders.models import Stakeholder
from stakeholders.scores.sums import PairSums
from stakeholders.standings import one_side
from stakeholders.standings.company import Company
from stakeholders.standings.ground import Ground, Kept, ground
from stakeholders.standings.relationship import Relationship
from stakeholders.standings.scored import Scored, score
from stakeholders.standings.tables import MOST_NAMED


def with_us(
    people: Collection[int], *, day: date, past: bool = False
) -> dict[int, Relationship]:
    """Return how our side as a whole stands with each of `people` (ids).

    The source of every relationship is 0, our side. Who has no tie with us is absent.
    """
    return with_us_on(ground(day, past=past), people)


def with_us_on(here: Ground, people: Collection[int]) -> dict[int, Relationship]:
    """Return the same as it stands on the ground `here`, whose norm is read once."""
    if isinstance(here, Kept) and len(people) <= MOST_NAMED:
        return here.each(one_side.rows(list(people)))
    scored = here.one_side(people)
    found = scored.rows(range(len(scored)))
    return {one.target: one for one in found}


def with_us_of(here: Ground, person: Stakeholder) -> Relationship | None:
    """Return how our side stands with one person, whose row may have come with them."""
    if isinstance(here, Kept):
        row = getattr(person, "standing", None)
        return here.each([one_side.row(row)]).get(person.pk) if row else None
    scored = here.one_side([person.pk])
    return next(iter(scored.rows([0])), None) if len(scored) else None


def ties_of(
    person: int, *, day: date, past: bool = False, most: int | None = None
) -> list[Relationship]:
    """Return the relationships of `person` (an id), those with most contact first.

    Either end may be `person`: our people come first in a pair, else the lower id.
    most: read only so many, see `Ground.of`.
    """
    return ties_on(ground(day, past=past), person, most)


def ties_on(here: Ground, person: int, most: int | None = None) -> list[Relationship]:
    """Return the same as it stands on the ground `here`, whose norm is read once."""
    return most_contact_first(scored_on(here, here.of(person, most), person))


def most_contact_first(scored: Scored) -> list[Relationship]:
    """Return every relationship, those with most contact first."""
    return scored.rows((-scored.there.contact_days).argsort(kind="stable"))


def between(people: Collection[int], *, day: date, past: bool = False) -> Scored:
    """Return every relationship among `people` (ids), in columns."""
    here = ground(day, past=past)
    return scored_on(here, here.across(people, people))


def all_with_us(people: Collection[int] | None, *, day: date, past: bool = False) -> Scored:
    """Return how our side stands with `people` (ids; None: everybody), in columns."""
    return ground(day, past=past).one_side(people)


def everybody(*, day: date, past: bool = False) -> Scored:
    """Return every relationship between people who are not archived, in columns."""
    here = ground(day, past=past)
    return scored_on(here, here.across(None, None))


def scored_on(here: Ground, sums: PairSums, around: int | None = None) -> Scored:
    """Return `sums` of pairs with their scores, as they stand on the ground `here`.

    around: see `Ground.company`.
    """
    return scored_with(here, sums, here.company(sums, around))


def scored_with(here: Ground, sums: PairSums, company: Company) -> Scored:
    """Return the same, where what they rest on is read already."""
    return score(sums, company.usual, company.expected, company.seen, day=here.day)
