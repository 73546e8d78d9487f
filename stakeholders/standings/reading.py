"""Reading: scores of the day, computed in columns from the ties a page asks for.

`day` is the day scores are shown for; `past` says that it is a day gone by, of which
nothing that happened later may be used (see `ground`).
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import numpy as np

from stakeholders.standings.ground import Ground, ground
from stakeholders.standings.pooling import US, pooled
from stakeholders.standings.relationship import Relationship
from stakeholders.standings.scored import Scored, score


def with_us(
    people: Collection[int], *, day: date, past: bool = False
) -> dict[int, Relationship]:
    """Return how our side as a whole stands with each of `people` (ids).

    The source of every relationship is 0, our side. Who has no tie with us is absent.
    """
    scored = all_with_us(people, day=day, past=past)
    found = scored.rows(range(len(scored.scores.source)))
    return {one.target: one for one in found}


def ties_of(person: int, *, day: date, past: bool = False) -> list[Relationship]:
    """Return every relationship of `person` (an id), the strongest first.

    Either end may be `person`: our people come first in a pair, else the lower id.
    """
    here = ground(day, past=past)
    scored = score(here.of(person), here.usual, here.expected(), day=day)
    return scored.rows((-scored.scores.strength).argsort(kind="stable"))


def between(people: Collection[int], *, day: date, past: bool = False) -> Scored:
    """Return every relationship among `people` (ids), in columns."""
    here = ground(day, past=past)
    return score(here.across(people, people), here.usual, here.expected(), day=day)


def all_with_us(people: Collection[int] | None, *, day: date, past: bool = False) -> Scored:
    """Return how our side stands with `people` (ids; None: everybody), in columns."""
    return as_one(ground(day, past=past), people)


def everybody(*, day: date, past: bool = False) -> Scored:
    """Return every relationship between people who are not archived, in columns."""
    here = ground(day, past=past)
    return score(here.across(None, None), here.usual, here.expected(), day=day)


def as_one(here: Ground, people: Collection[int] | None) -> Scored:
    """Return how our side as one stands with `people` (ids; None: everybody)."""
    ours = here.usual.ours
    us = ours.tolist() if len(ours) else None
    sums = pooled(here.across(us, people), here.across(people, us))
    # One side, or none where nobody is marked as our team.
    sides = replace(here.usual, ours=np.unique(ours * 0 + US))
    return score(sums, sides, here.expected(pooled=True), day=here.day)
