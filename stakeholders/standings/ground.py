"""Ground: the pair sums that the scores of a day stand on.

Today's are kept in the ties and only read. A day gone by is counted anew from the
facts up to its end, so that nothing after it is used; it takes longer, and the last few
are remembered in this process until anything changes.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final, Protocol

import numpy as np
from django.conf import settings
from django.db.models import Q, QuerySet
from numpy.typing import NDArray

from stakeholders.evidence import Facts
from stakeholders.models import Norm, Stakeholder, Standing, Tie
from stakeholders.models.as_facts import all_facts
from stakeholders.models.prepared import prepared
from stakeholders.scores.columns import Days
from stakeholders.scores.rows import distinct
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.scores.usual import Usual
from stakeholders.scores.warmth import Forecast
from stakeholders.standings import (
    calibrating,
    columns,
    expecting,
    latest,
    learning,
    norms,
    one_side,
    settling,
    sides,
    tables,
)
from stakeholders.standings.company import Company, Members
from stakeholders.standings.expecting import FADING
from stakeholders.standings.one_side import Row
from stakeholders.standings.pooling import US, pooled
from stakeholders.standings.presence import Presence
from stakeholders.standings.relationship import Relationship
from stakeholders.standings.scored import Scored, score
from stakeholders.standings.sides import Mark, Site

type Who = Collection[int] | None  # ids; None: everybody

DAYS_KEPT: Final = 4
MOST_FACTS: Final = 1_000_000  # that a process keeps, 30 MB

_known: dict[Mark, Facts] = {}  # one at most: the facts, by the state they were read in


class Ground(Protocol):
    """Where the sums of a day come from; only people who are not archived are in them."""

    day: date

    @property
    def has_team(self) -> bool:
        """Return whether the site has named its own team; else everybody is ours."""

    def usual(self, among: Who) -> Usual:
        """Return what is usual across the site, and who of `among` is ours."""

    def across(self, sources: Who, targets: Who) -> PairSums:
        """Return the sums of every tie from one of `sources` to one of `targets`."""

    def of(self, person: int, most: int | None = None) -> PairSums:
        """Return the sums of the ties of `person` (an id), both ways.

        most: only so many others, those with the most contact.
        """

    def company(self, sums: PairSums, around: int | None = None) -> Company:
        """Return what the scores of `sums` rest on beside them.

        around: the id of who is at one end of every tie, if anybody is.
        """

    def one_side(self, people: Who) -> Scored:
        """Return how our side as one stands with `people`, in order of id."""


@dataclass
class Kept:
    """The sums as they are kept: everything that is known now.

    The first to stand on it on a new day settles the site.
    """

    day: date
    norm: Norm = field(init=False)  # what is usual across the site

    def __post_init__(self) -> None:
        """Read the norm."""
        self.norm = settling.freshen(norms.read(), self.day)

    @property
    def has_team(self) -> bool:
        """Return whether the site has named its own team."""
        return self.norm.team > 0

    def usual(self, among: Who) -> Usual:
        """Return what is usual across the site, and who of `among` is ours."""
        team = Stakeholder.objects.current().in_our_team()
        if among is not None and len(among) <= tables.MOST_NAMED:
            team = team.filter(pk__in=list(among))
        ids = team.order_by("pk").values_list("pk", flat=True)
        return norms.usual(self.norm, np.array(list(ids), np.int64))

    def across(self, sources: Who, targets: Who) -> PairSums:
        """Return the ties from one of `sources` to one of `targets`."""
        if sources is None and targets is None:
            return latest.ties(self.day)
        from_whom = Q() if sources is None else Q(source__in=sources)
        to_whom = Q() if targets is None else Q(target__in=targets)
        return columns.read(_shown().filter(from_whom & to_whom), day=self.day)

    def of(self, person: int, most: int | None = None) -> PairSums:
        """Return the ties of `person` (an id) both ways, with `most` others at most."""
        return columns.of_rows(_around(person=person, most=slice(most)), day=self.day)

    def company(self, sums: PairSums, around: int | None = None) -> Company:
        """Return what the scores of `sums` rest on: one query, for many people three."""
        people = distinct(sums.source).tolist()
        if len(people) > tables.MOST_NAMED:
            expected = learning.expected(self.norm, sums.target, sums.source, self.day)
            return Company(self.usual(people), expected, self._seen(sums, Presence.kept))
        some = Members.of(people, around)
        known = some.learned(learning.everybody(self.norm))
        left = learning.faded(self.day)
        return Company(
            norms.usual(self.norm, some.ours()),
            known.priors(sums.target, sums.source, left, FADING),
            self._seen(sums, some.presence),
            some.named(),
        )

    def _seen(self, sums: PairSums, presence: Callable[[], Presence]) -> Days:
        """Return, per row, the last day of the one away longer, if that matters here."""
        if not calibrating.kept(self.norm).absence:
            return np.zeros(len(sums), np.int32)
        return presence().of_pairs(sums)

    def one_side(self, people: Who) -> Scored:
        """Return how our side as one stands with `people`: one query, and the norm's."""
        if people is None or len(people) > tables.MOST_NAMED:
            rows = Standing.objects.all()
            some = rows if people is None else rows.filter(pk__in=people)
            return self.scored(one_side.read(some))
        return self.scored(one_side.named(list(people)))

    def each(self, rows: Iterable[Row]) -> dict[int, Relationship]:
        """Return how our side stands with those whose `rows` were read, by id."""
        return one_side.each(rows, self.norm, self.day)

    def scored(self, found: tables.Columns) -> Scored:
        """Return the same of the people whose rows were `found`, in order of id."""
        known = one_side.any_evidence(found)
        return one_side.scored(tables.take(found, known), self.norm, self.day)


@prepared
def _around(*, person: int, most: slice) -> QuerySet[Tie, Any]:
    """Return the ties of `person` (an id) both ways, with those they see most of."""
    strongest = _shown().filter(source=person).order_by("-contact_days", "target_id")
    others = strongest.values("target_id")[most]
    there = _shown().filter(source=person, target__in=others)
    back = _shown().filter(source__in=others, target=person)
    rows, more = (columns.as_rows(ties).order_by() for ties in (there, back))
    return rows.union(more, all=True).order_by(*columns.ENDS)  # each by its own index


def _shown() -> QuerySet[Tie]:
    """Return the ties between people who are not archived."""
    return Tie.objects.filter(source__archived_at=None, target__archived_at=None)


@dataclass
class Replayed:
    """A day gone by, counted anew from the facts up to its end."""

    day: date

    @cached_property
    def _site(self) -> Site:
        """Return the state of the site now, whose marks say what is still remembered."""
        return sides.site()

    @cached_property
    def _everything(self) -> PairSums:
        """Return the sums of every pair on that day."""
        return counted(self.day, self._site.changed)

    @cached_property
    def _shown(self) -> PairSums:
        """Return the sums of every pair that is not archived now."""
        return latest.still_here(self._everything)

    @property
    def has_team(self) -> bool:
        """Return whether the site has named its own team by now."""
        return bool(len(self._site.usual.ours))

    @cached_property
    def _usual(self) -> Usual:
        """Return what was usual across the site on that day."""
        usual = Usual.of(self._everything, self._site.usual.ours)
        learned_on = calibrating.learned_on(self.day)
        return replace(usual, forecast=calibrated(learned_on, self._site.changed))

    def usual(self, among: Who) -> Usual:
        """Return what was usual across the site on that day, and who is ours."""
        return self._usual

    def across(self, sources: Who, targets: Who) -> PairSums:
        """Return the ties from one of `sources` to one of `targets`, as they were."""
        every = self._shown
        return every.take(_among(every.source, sources) & _among(every.target, targets))

    def of(self, person: int, most: int | None = None) -> PairSums:
        """Return the ties of `person` (an id) as they were, with `most` others at most."""
        every = self._shown
        mine = every.take(every.source == person)
        others = mine.target[np.argsort(-mine.contact_days, kind="stable")][:most]
        back = np.isin(every.source, others) & (every.target == person)
        return every.take(((every.source == person) & np.isin(every.target, others)) | back)

    def company(self, sums: PairSums, around: int | None = None) -> Company:
        """Return what the scores of `sums` rested on on that day."""
        past = expecting.past(self._site, self.day)
        expected = past.priors(judge=sums.target, judged=sums.source)
        return Company(self._usual, expected, self.seen(sums))

    @cached_property
    def _present(self) -> Presence:
        """Return when everybody was last in touch with anybody by that day."""
        return Presence.in_sums(self._everything)

    def seen(self, sums: PairSums) -> Days:
        """Return, per row, the last day of the one away longer."""
        return self._present.of_pairs(sums)

    def one_side(self, people: Who) -> Scored:
        """Return how our side as one stood with `people` on that day."""
        ours = self._site.usual.ours
        us = ours.tolist() if len(ours) else None
        sums = pooled(self.across(us, people), self.across(people, us))
        # One side, or none where nobody is marked as our team.
        usual = replace(self._usual, ours=np.unique(ours * 0 + US))
        past = expecting.past(self._site, self.day, pooled=True)
        terms = past.priors(judge=sums.target, judged=sums.source)
        return score(sums, usual, terms, self.seen(sums), day=self.day)


def ground(day: date, *, past: bool = False) -> Ground:
    """Return what scores of `day` stand on; past: use nothing that happened after it."""
    return Replayed(day) if past else Kept(day)


@lru_cache(maxsize=DAYS_KEPT)
def counted(day: date, changed: Mark) -> PairSums:
    """Return the sums of everything up to `day`; `changed` marks the records' state."""
    return pair_sums(facts(changed).up_to(day), at=day, rules=settings.RULES)


@lru_cache(maxsize=DAYS_KEPT)
def calibrated(learned_on: int, changed: Mark) -> Forecast:
    """Return what was learned on a day (an ordinal) of how silence follows.

    changed: as for `counted`.
    """
    day = date.fromordinal(learned_on)
    return calibrating.learned(calibrating.gathered(facts(changed), day, day), day)


def facts(changed: Mark) -> Facts:
    """Return all that is known, read once for several days; `changed`: as `counted`."""
    found = _known.get(changed)
    if found is None:
        found = all_facts()
        _known.clear()
        if len(found) <= MOST_FACTS:
            _known[changed] = found
    return found


def _among(ids: NDArray[np.int64], wanted: Who) -> NDArray[np.bool_]:
    """Return which of `ids` are wanted."""
    return np.isin(ids, np.array(list(wanted), np.int64)) if wanted is not None else ids > 0
