"""Reading: scores of the day, computed in columns from the ties a page asks for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from stakeholders.models import Tie
from stakeholders.scores.columns import or_none
from stakeholders.scores.health import Band
from stakeholders.scores.pairs import PairScores, pair_scores
from stakeholders.standings import columns
from stakeholders.standings.pooling import US, pooled
from stakeholders.standings.sides import our_people, usual


@dataclass(frozen=True, slots=True)
class Relationship:
    """How one pair is, for a page: None is unknown. Meanings are in the catalogue."""

    source: int  # stakeholder id, or 0: our side as a whole
    target: int  # stakeholder id
    band: str  # healthy, cooling, one_sided, strained, unknown
    signs: int  # sum of `health.Sign`
    last_on: date | None  # day of the last contact
    quiet: float | None  # days since then
    silence: float | None  # chance of no contact in the next 30 days
    strength: float | None  # contact-days to be expected in 30 days
    attention: float | None  # evenness of reaching out, 0..1
    balance: float | None  # log-odds; above 0 the other side reaches out more
    giving: float | None  # evenness of giving, 0..1
    giving_balance: float | None  # log-odds; above 0 the other side gives more
    trust_in_source: float | None  # -1..1
    trust_in_target: float | None  # -1..1
    source_reliability: float | None  # chance the next promise is kept, 0..1
    target_reliability: float | None
    contacts: float  # conversations

    def other(self, person: int) -> int:
        """Return the id at the other end from `person`."""
        return self.target if self.source == person else self.source


def scores_with_us(people: Collection[int] | None, *, day: date) -> PairScores:
    """Return how our side as a whole stands with `people` (ids; None: everybody).

    The source of every row is 0, our side.
    """
    ours = our_people().values("pk")
    here = Tie.objects.filter(source__archived_at=None, target__archived_at=None)
    to_them, from_them = here.filter(source__in=ours), here.filter(target__in=ours)
    if people is not None:
        to_them = to_them.filter(target__in=people)
        from_them = from_them.filter(source__in=people)
    sums = pooled(columns.read(to_them, day=day), columns.read(from_them, day=day))
    site = usual()
    us = site.ours[:1] * 0 + US  # one side, or none where nobody is marked as our team
    return pair_scores(sums, at=day, rules=settings.RULES, usual=replace(site, ours=us))


def scores_of(person: int, *, day: date) -> PairScores:
    """Return every relationship `person` (an id) has with somebody not archived."""
    here = Tie.objects.filter(source__archived_at=None, target__archived_at=None)
    sums = columns.read(here.filter(Q(source=person) | Q(target=person)), day=day)
    return pair_scores(sums, at=day, rules=settings.RULES, usual=usual())


def scores_of_everybody(*, day: date) -> PairScores:
    """Return every relationship between people who are not archived."""
    here = Tie.objects.filter(source__archived_at=None, target__archived_at=None)
    sums = columns.read(here, day=day)
    return pair_scores(sums, at=day, rules=settings.RULES, usual=usual())


def rows(scores: PairScores, places: Iterable[int], *, day: date) -> list[Relationship]:
    """Return the relationships at `places` of `scores`, for a page to show."""
    return [_row(scores, place, day) for place in places]


def with_us(people: Collection[int], *, day: date) -> dict[int, Relationship]:
    """Return how we stand with each of `people` (ids); who has no tie is absent."""
    scores = scores_with_us(people, day=day)
    found = rows(scores, range(len(scores.source)), day=day)
    return {relationship.target: relationship for relationship in found}


def ties_of(person: int, *, day: date) -> list[Relationship]:
    """Return every relationship of `person` (an id), the strongest first.

    Either end may be `person`: our people come first in a pair, else the lower id.
    """
    scores = scores_of(person, day=day)
    return rows(scores, (-scores.strength).argsort(kind="stable"), day=day)


def _row(scores: PairScores, place: int, day: date) -> Relationship:
    """Return the relationship at `place`."""
    state = scores.condition.row(place)
    quiet = or_none(state.quiet)
    return Relationship(
        source=int(scores.source[place]),
        target=int(scores.target[place]),
        band=Band(int(scores.band[place])).key,
        signs=int(scores.signs[place]),
        last_on=None if quiet is None else day - timedelta(days=quiet),
        quiet=quiet,
        silence=or_none(state.silence),
        strength=or_none(scores.strength[place]),
        attention=or_none(scores.attention[place]),
        balance=or_none(state.balance),
        giving=or_none(state.giving_evenness),
        giving_balance=or_none(state.giving_balance),
        trust_in_source=or_none(state.trust_in_source),
        trust_in_target=or_none(state.trust_in_target),
        source_reliability=or_none(scores.source_reliability[place]),
        target_reliability=or_none(scores.target_reliability[place]),
        contacts=float(state.contacts),
    )
