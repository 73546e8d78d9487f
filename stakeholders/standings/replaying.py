"""Replaying: how our side stood with everybody at the end of every week, in one pass.

Sums against the landmark only grow as weeks are added (see `scores.sums`), so a week
costs what happened in it and the scores of a column, not a look at all that was before.
What comes out is what `reading` says of the same day when it counts everything anew.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from stakeholders.evidence import Facts
from stakeholders.models import Norm
from stakeholders.scores.balance import coverage
from stakeholders.scores.columns import Ids, Mask, Places, or_none
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.outcomes import Outcomes
from stakeholders.scores.prior_kept import Learned
from stakeholders.scores.prior_learning import Lessons, learn
from stakeholders.scores.promises import kept_rate
from stakeholders.scores.rows import WIDEST, distinct, pair_keys
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.standings import one_side, tables
from stakeholders.standings.calibrating import gathered, keep, learned, learned_on
from stakeholders.standings.columns import LANDMARK
from stakeholders.standings.expecting import FADING, as_one
from stakeholders.standings.learning import EVERYBODY, REPUTE, TAUGHT
from stakeholders.standings.pooling import US
from stakeholders.standings.scored import Scored
from stakeholders.standings.tables import Columns

NEVER = np.iinfo(np.int64).max


class Week(NamedTuple):
    """How our side stood with everybody at the end of one week."""

    day: int  # ordinal, a Sunday
    known: Places  # who there is any evidence of: rows of the people asked about
    scored: Scored  # row by row of `known`
    contacts: NDArray[np.float64]  # conversations with us this week, row by row


def weeks(facts: Facts, people: Ids, ours: Mask, days: range) -> Iterator[Week]:
    """Yield each week that ends on one of `days` (ordinals, seven apart).

    people: ids, ascending, of everybody not archived. ours: which of them are our team;
    where it is nobody, everybody is ours.
    """
    order = np.argsort(facts.day, kind="stable")
    in_time = Facts(*(getattr(facts, name)[order] for name in Facts.__slots__))
    ends = np.searchsorted(in_time.day, [days.start - 7, *days], "right").tolist()
    running, school = _Running(in_time, people, ours), _School.of(in_time, people[ours])
    ended = gathered(in_time, *map(date.fromordinal, (days.start, days[-1])))
    running.add(_sums(in_time, slice(ends[0])))
    for day, *week in zip(days, ends, ends[1:], strict=False):
        before = running.contacts
        running.add(_sums(in_time, slice(*week)))
        school.teach(running, day)
        running.calibrate(ended, date.fromordinal(day))
        known = np.flatnonzero(running.known)
        found = running.scored(known, date.fromordinal(day))
        yield Week(day, known, found, (running.contacts - before)[known])


def _sums(facts: Facts, some: slice) -> PairSums:
    """Return the sums of `some` facts, as seen from the landmark."""
    chosen = Facts(*(getattr(facts, name)[some] for name in Facts.__slots__))
    return pair_sums(chosen, at=LANDMARK, rules=settings.RULES)


class _School:
    """What judgements taught, with our team as one, ready to be told day by day."""

    def __init__(self, judgements: Judgements, lessons: Lessons) -> None:
        """Begin before the first judgement."""
        self.judgements, self.lessons, self.told = judgements, lessons, 0

    @classmethod
    def of(cls, facts: Facts, team: Ids) -> "_School":
        """Return what `facts` teach; nothing where everybody is ours."""
        judgements = as_one(Judgements.of(facts if len(team) else Facts.of([])), team)
        return cls(judgements, learn(judgements, FADING))

    def teach(self, running: "_Running", day: int) -> None:
        """Tell what was learned up to the end of `day` and is not told yet."""
        until = int(np.searchsorted(self.judgements.day, day, "right"))
        some = slice(self.told, until)
        if until > self.told:
            new = self.judgements.take(some), self.lessons.take(some)
            running.learn(Learned.of(*new, LANDMARK.toordinal(), FADING))
        self.told = until


class _Running:
    """The sums of everything up to some day, as `Standing` and `Norm` would keep them."""

    def __init__(self, facts: Facts, people: Ids, ours: Mask) -> None:
        """Begin with nothing, knowing the pairs that will come."""
        self.people, self.team, count = people, people[ours], len(people)
        self.us = ours if ours.any() else np.ones(count, np.bool_)
        self.known = np.zeros(count, np.bool_)
        self.norm = Norm(team=len(self.team))
        kinds = {**one_side.SUMS, **one_side.LEARNED}
        self.rows: Columns = {"stakeholder_id": people}
        self.rows |= {name: np.zeros(count, kind) for name, kind in kinds.items()}
        both = pair_keys(facts.source, facts.target), pair_keys(facts.target, facts.source)
        self.pairs = distinct(np.concatenate(both))
        self.days = np.zeros(len(self.pairs))
        self.shares = np.zeros(7)

    @property
    def contacts(self) -> NDArray[np.float64]:
        """Return each person's conversations with us so far, both ways."""
        both: NDArray[np.float64] = self.rows["our_contacts"] + self.rows["their_contacts"]
        return both

    def add(self, sums: PairSums) -> None:
        """Add what a week brought; its days must be later than all before."""
        self._share(sums)
        (one, here), (other, there) = self._place(sums.source), self._place(sums.target)
        np.maximum.at(self.rows["seen"], one[here], sums.last_day[here])
        for way, us, them in (("our", one, other), ("their", other, one)):
            some = np.flatnonzero(here & there)
            some = some[self.us[us[some]]]
            who, new = them[some], sums.take(some)
            for name in one_side.EACH_WAY:
                np.add.at(self.rows[f"{way}_{name}"], who, getattr(new, name))
            if way == "our":
                self._meet(who, new)
            self.known[who] = True

    def _meet(self, who: Places, new: PairSums) -> None:
        """Note the days of contact between us and `who`, row by row of `new`."""
        met = np.flatnonzero(new.last_day)
        first = np.full(len(self.people), NEVER)
        np.minimum.at(first, who[met], new.first_day[met])
        fresh = (self.rows["first_day"] == 0) & (first < NEVER)
        self.rows["first_day"][fresh] = first[fresh]
        np.maximum.at(self.rows["last_day"], who, new.last_day)
        pair = np.searchsorted(self.pairs, pair_keys(new.source, new.target))
        self.days[pair] += new.contact_days
        np.maximum.at(self.rows["contact_days"], who, self.days[pair])

    def _share(self, sums: PairSums) -> None:
        """Add to what is usual across the site, archived people among them."""
        out, into = (np.isin(end, self.team) for end in (sums.source, sums.target))
        sent, received = sums.take(out & ~into), sums.take(into & ~out)
        self.shares += [
            *(getattr(sums, name).sum() for name in ("kept", "late", "broken")),
            *(part.attention.sum() for part in (received, sent)),
            *(part.given.sum() for part in (received, sent)),
        ]
        kept, late, broken, reached, sent_out, got, gave = self.shares[:, None]
        self.norm.kept = or_none(kept_rate(kept, late, broken))
        self.norm.reached = or_none(coverage(reached, sent_out))
        self.norm.given = or_none(coverage(got, gave))

    def learn(self, new: Learned) -> None:
        """Add what some judgements taught, our side as one among them."""
        for name in EVERYBODY:
            _more(self.norm, f"as_one_{name}", getattr(new.everybody, name))
        us = new.of_people(np.array([US]))
        for name in REPUTE:
            _more(self.norm, name, getattr(us, name)[0])
        self._note(new.people, "", new.repute, REPUTE)
        judge, judged = np.divmod(new.pairs, WIDEST)
        for way, mine, them in (("our_", judge, judged), ("their_", judged, judge)):
            some = mine == US
            self._note(them[some], way, new.taught.take(some), TAUGHT)

    def calibrate(self, ended: Outcomes, day: date) -> None:
        """Keep the forecast of silence for `day`, learned from what `ended` how by then."""
        if self.norm.calibrated_on != learned_on(day):
            keep(self.norm, learned(ended, day), day)

    def _note(self, ids: Ids, prefix: str, sums: object, names: list[str]) -> None:
        """Add `sums`, row by row of `ids`, each of whom is there once, to their rows."""
        place, here = self._place(ids)
        for name in names:
            self.rows[prefix + name][place[here]] += getattr(sums, name)[here]

    def _place(self, ids: Ids) -> tuple[Places, Mask]:
        """Return the row of each of `ids`, and whether there is one."""
        place = np.minimum(np.searchsorted(self.people, ids), max(len(self.people) - 1, 0))
        return place, self.people[place] == ids

    def scored(self, some: Places, day: date) -> Scored:
        """Return how our side stands on `day` with `some`, row by row."""
        return one_side.scored(tables.take(self.rows, some), self.norm, day)


def _more(norm: Norm, name: str, amount: float) -> None:
    """Add `amount` to one number of `norm`."""
    setattr(norm, name, getattr(norm, name) + float(amount))
