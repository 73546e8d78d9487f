"""Pairs: every score of every pair, in columns, as of one day."""

from dataclasses import dataclass
from datetime import date
from typing import Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence import Rules
from stakeholders.scores import balance, health, promises, reciprocity, trust, warmth
from stakeholders.scores.columns import Days, Floats, Ids, Mask, Numbers, Places
from stakeholders.scores.sums import PairSums
from stakeholders.scores.usual import Usual


@dataclass(frozen=True, slots=True)
class Ways:
    """Each pair of some sums once, in both directions, row by row."""

    forth: Places  # rows of the sums: as the pair is seen, see `Usual.directions`
    other: Places  # rows of the sums: the same pairs' other directions
    crossing: Mask  # joins us with others
    there: PairSums
    back: PairSums

    @classmethod
    def of(cls, sums: PairSums, usual: Usual) -> Self:
        """Return the ways of `sums`; raise ValueError if one direction is missing."""
        forth, crossing = usual.directions(sums)
        other = sums.opposite()[forth]
        return cls(forth, other, crossing, sums.take(forth), sums.take(other))


@dataclass(frozen=True, slots=True)
class PairScores:
    """One row per unordered pair, seen from its source; NaN is unknown.

    The source is ours where the pair joins us with others, else the lower id.
    """

    source: Ids  # stakeholder ids
    target: Ids  # stakeholder ids
    strength: Floats  # contact-days to be expected in 30 days
    attention: Floats  # evenness of reaching out
    source_reliability: Floats  # chance that source keeps the next promise to target
    target_reliability: Floats  # and target the next one to source
    condition: health.Condition  # silence, trust, balance and the rest of what makes health
    signs: NDArray[np.int32]  # sum of `health.Sign`
    band: NDArray[np.int8]  # `health.Band`


def pair_scores(  # noqa: PLR0913 each is asked for by name
    sums: PairSums,
    *,
    at: date,
    rules: Rules,
    usual: Usual,
    prior: Numbers = 0.0,
    seen: Days | int = 0,
    ways: Ways | None = None,
) -> PairScores:
    """Return the scores of every pair in `sums`, which must be faded to `at`.

    usual: see `Usual.of`. prior: how far the network expects each row's target to be able
    to count on its source, -1..1 or unknown, one number per row of `sums` or one for all.
    seen: per row likewise, the last day (ordinal) on which the one of the two who was away
    longer was in touch with anybody; 0: as far as is known, with nobody else.
    ways: those of `sums`, where they are known already.
    Raises ValueError if a pair has one direction only.
    """
    ways = ways or Ways.of(sums, usual)
    forth, other, there, back = ways.forth, ways.other, ways.there, ways.back
    prior, seen = (_rows(each, len(sums)) for each in (prior, seen))
    condition = health.Condition(
        **_warmth(there, seen[forth], usual.forecast, at, rules),
        contacts=there.contacts + back.contacts,
        **_leanings(there, back, usual, ways.crossing),
        trust_in_source=trust.trust(
            there.outcome, there.evidence, prior[forth], rules=rules
        ),
        trust_in_target=trust.trust(back.outcome, back.evidence, prior[other], rules=rules),
        kept_by_source=there.kept + there.late / 2,
        kept_by_target=back.kept + back.late / 2,
        broken_by_source=there.broken + there.late / 2,
        broken_by_target=back.broken + back.late / 2,
    )
    found = health.signs(condition, rules=rules)
    age = warmth.days_since(there.first_day, at)
    return PairScores(
        source=there.source,
        target=there.target,
        strength=warmth.strength(there.contact_days, age, rules.contact_half_life),
        attention=reciprocity.evenness(there.attention, back.attention),
        source_reliability=_reliability(there, usual, rules),
        target_reliability=_reliability(back, usual, rules),
        condition=condition,
        signs=found,
        band=health.bands(found),
    )


def _rows(one: NDArray | float, count: int) -> NDArray:
    """Return `one` number for each of `count` rows; what is a column stays it."""
    return one if isinstance(one, np.ndarray) and one.ndim else np.full(count, one)


def _reliability(sums: PairSums, usual: Usual, rules: Rules) -> Floats:
    """Return the chance that each row's source keeps the next promise to its target."""
    made = sums.kept, sums.late, sums.broken
    return promises.reliability(*made, usual=usual.kept, rules=rules)


def _warmth(
    sums: PairSums, seen: Days, forecast: warmth.Forecast, at: date, rules: Rules
) -> dict[str, Floats]:
    """Return how warm each pair is, for its condition."""
    quiet = warmth.days_since(sums.last_day, at)
    age = warmth.days_since(sums.first_day, at)
    gap = warmth.usual_gap(sums.contact_days, quiet, age, rules.contact_half_life)
    absence = warmth.absence(sums.last_day, seen, at)
    silence = warmth.silence(quiet, sums.contact_days, forecast, absence)
    return {"quiet": quiet, "usual_gap": gap, "silence": silence}


def _leanings(
    there: PairSums, back: PairSums, usual: Usual, crossing: Mask
) -> dict[str, Floats]:
    """Return how evenly each pair reaches out and gives, for its condition."""
    reached, given = (
        np.where(crossing, share, 0.5) for share in (usual.reached, usual.given)
    )
    return {
        "balance": balance.balance(back.attention, there.attention, reached),
        "giving_balance": balance.balance(back.given, there.given, given),
        "giving_evenness": reciprocity.evenness(there.given, back.given),
    }
