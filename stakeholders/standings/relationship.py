"""One relationship as a page shows it: numbers or None, never NaN."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from stakeholders.scores.columns import or_none
from stakeholders.scores.health import Band
from stakeholders.scores.reasons import Reason, reasons

if TYPE_CHECKING:
    from stakeholders.scores.intervals import Interval, PairIntervals
    from stakeholders.standings.scored import Scored


@dataclass(frozen=True, slots=True)
class Relationship:
    """How one pair is. What each number means is in the catalogue of scores."""

    source: int  # stakeholder id, or 0: our side as a whole
    target: int  # stakeholder id
    band: str  # healthy, cooling, one_sided, strained, unknown
    signs: int  # sum of `health.Sign`
    reasons: tuple[Reason, ...]  # why it has its band, gravest first
    last_on: date | None  # day of the last contact
    quiet: float | None  # days since then
    contacts: float  # conversations, unfaded
    silence: float | None  # chance of no contact in the next 30 days
    strength: float | None  # contact-days to be expected in 30 days
    attention: float | None  # evenness of reaching out, 0..1
    balance: float | None  # log-odds; above 0 the target reaches out more than usual
    giving: float | None  # evenness of giving, 0..1
    giving_balance: float | None  # log-odds; above 0 the target gives more than usual
    trust_in_source: float | None  # how far the target can count on the source, -1..1
    trust_in_target: float | None  # how far the source can count on the target, -1..1
    source_reliability: float | None  # chance that the source keeps the next promise, 0..1
    target_reliability: float | None
    began: float  # conversations the source began, unfaded
    answered: float  # conversations the target began, unfaded
    sent: float  # conversations the source began, faded
    received: float  # conversations the target began, faded
    given: float  # gifts by the source, faded
    got: float  # gifts by the target, faded
    ends: dict[str, tuple[float | None, float | None]]  # of the 90 % intervals, by name

    def other(self, person: int) -> int:
        """Return the id at the other end from `person`."""
        return self.target if self.source == person else self.source


def relationship(
    scored: Scored, place: int, intervals: PairIntervals, rank: int
) -> Relationship:
    """Return row `place` of `scored`; its intervals are row `rank` of `intervals`."""
    scores, day = scored.scores, scored.day
    state, signs = scores.condition.row(place), int(scores.signs[place])
    quiet = or_none(state.quiet)
    return Relationship(
        source=int(scores.source[place]),
        target=int(scores.target[place]),
        band=Band(int(scores.band[place])).key,
        signs=signs,
        reasons=reasons(signs, state),
        last_on=None if quiet is None else day - timedelta(days=quiet),
        quiet=quiet,
        contacts=float(state.contacts),
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
        began=float(scored.there.contacts[place]),
        answered=float(scored.back.contacts[place]),
        sent=float(scored.there.attention[place]),
        received=float(scored.back.attention[place]),
        given=float(scored.there.given[place]),
        got=float(scored.back.given[place]),
        ends={name: _ends(getattr(intervals, name), rank) for name in WITH_INTERVAL},
    )


def _ends(interval: Interval, rank: int) -> tuple[float | None, float | None]:
    """Return the lower and upper end of row `rank`."""
    low, high = interval
    return or_none(low[rank]), or_none(high[rank])


WITH_INTERVAL = (
    "strength",
    "attention",
    "giving",
    "trust_in_source",
    "trust_in_target",
    "source_reliability",
    "target_reliability",
)
_NOTHING: dict[str, Any] = dict.fromkeys(field.name for field in fields(Relationship))
_ZERO = dict.fromkeys(("source", "target", "signs", "contacts"), 0)
_NONE_GIVEN = dict.fromkeys(("began", "answered", "sent", "received", "given", "got"), 0.0)
_UNSAID: dict[str, Any] = {"band": "unknown", "reasons": (), "ends": {}}

# What a page shows of two people of whom nothing is known: a dash for every number.
NO_EVIDENCE = Relationship(**{**_NOTHING, **_ZERO, **_NONE_GIVEN, **_UNSAID})
