"""Reasons: the sentences behind a health band, one per sign, gravest first."""

from dataclasses import asdict, dataclass
from typing import Final

from stakeholders.scores.health import SIGNS_OF, Band, Condition, Sign
from stakeholders.scores.sentences import Sentence

_WORDS: Final = {
    Sign.SOURCE_BROKE: "Of promises {source} made to {target} lately, more were broken than"
    " kept ({broken_by_source:.1f} against {kept_by_source:.1f}; older ones count less).",
    Sign.TARGET_BROKE: "Of promises {target} made to {source} lately, more were broken than"
    " kept ({broken_by_target:.1f} against {kept_by_target:.1f}; older ones count less).",
    Sign.SOURCE_DOUBTED: "How far {target} can count on {source} is below 0:"
    " {trust_in_source:.2f}.",
    Sign.TARGET_DOUBTED: "How far {source} can count on {target} is below 0:"
    " {trust_in_target:.2f}.",
    Sign.QUIET: "Silence is likely in the next 30 days: {silence:.0%}.",
    Sign.SLOWED: "Quiet for {quiet:.0f} days, where a gap of {usual_gap:.0f} was usual.",
    Sign.SOURCE_REACHES: "Nearly all reaching out comes from {source}.",
    Sign.TARGET_REACHES: "Nearly all reaching out comes from {target}.",
    Sign.SOURCE_GIVES: "Nearly all help and information comes from {source}.",
    Sign.TARGET_GIVES: "Nearly all help and information comes from {target}.",
    Sign.SOURCE_TRUSTED: "{target} can count on {source}: trust {trust_in_source:.2f}.",
    Sign.TARGET_TRUSTED: "{source} can count on {target}: trust {trust_in_target:.2f}.",
    Sign.BOTH_GIVE: "Help and information go both ways.",
    Sign.ONLY_CONTACT: "There is contact, but too little is known of promises, help and"
    " mood to say how it is. Note one of these, or ask.",
    Sign.TOO_FEW: "Conversations logged so far: {contacts:.0f}. From three on a rhythm"
    " shows.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign that holds, the band it speaks for, and its sentence."""

    sign: Sign
    band: Band
    sentence: Sentence


def reasons(signs: int, condition: Condition) -> tuple[Reason, ...]:
    """Return why one relationship has its band: every sign that holds, gravest first.

    signs, condition: of one relationship, see `health.signs` and `Condition.row`.
    """
    numbers = asdict(condition)
    return tuple(
        Reason(sign, band, Sentence(_WORDS[sign], numbers))
        for band, some in SIGNS_OF.items()
        for sign in some & Sign(signs)
    )
