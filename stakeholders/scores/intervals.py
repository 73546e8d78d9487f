"""Intervals: between what each score lies with 90 % probability.

They cost a hundred times what the scores cost, so ask for the rows that are shown.
"""

from dataclasses import dataclass
from datetime import date

from stakeholders.evidence import Rules
from stakeholders.scores.columns import Floats, Numbers
from stakeholders.scores.promises import reliability_interval
from stakeholders.scores.reciprocity import evenness_interval
from stakeholders.scores.sums import PairSums
from stakeholders.scores.trust import trust_interval
from stakeholders.scores.usual import Usual
from stakeholders.scores.warmth import days_since, strength_interval

Interval = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class PairIntervals:
    """Lower and upper end of each score, one row per row of `PairScores`."""

    strength: Interval
    attention: Interval
    giving: Interval
    trust_in_source: Interval
    trust_in_target: Interval
    source_reliability: Interval
    target_reliability: Interval
    evidence_of_source: Floats  # faded pieces that trust in the source rests on
    evidence_of_target: Floats


def pair_intervals(  # noqa: PLR0913 each is asked for by name
    there: PairSums,
    back: PairSums,
    *,
    at: date,
    rules: Rules,
    usual: Usual,
    expected: tuple[Numbers, Numbers] = (0.0, 0.0),
) -> PairIntervals:
    """Return the intervals of what `pair_scores` returns for the same pairs.

    there, back: the sums of each pair from its source and from its target, row by row.
    expected: how far each source and each target can be expected to be counted on, -1..1.
    """
    age = days_since(there.first_day, at)
    of_source, of_target = expected
    return PairIntervals(
        strength=strength_interval(there.contact_days, age, rules.contact_half_life),
        attention=evenness_interval(there.attention, back.attention),
        giving=evenness_interval(there.given, back.given),
        trust_in_source=trust_interval(
            there.outcome, there.evidence, of_source, rules=rules
        ),
        trust_in_target=trust_interval(back.outcome, back.evidence, of_target, rules=rules),
        source_reliability=_reliability(there, usual, rules),
        target_reliability=_reliability(back, usual, rules),
        evidence_of_source=there.evidence,
        evidence_of_target=back.evidence,
    )


def _reliability(sums: PairSums, usual: Usual, rules: Rules) -> Interval:
    """Return between what the chance lies that each row's source keeps a promise."""
    made = sums.kept, sums.late, sums.broken
    return reliability_interval(*made, usual=usual.kept, rules=rules)
