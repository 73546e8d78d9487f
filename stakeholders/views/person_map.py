"""The small map on a person's page: the person in the middle, both directions of each tie.

It speaks the language of the large one (`static/js/map/ties.js`): wide is much attention,
colour is trust, dashes are unknown. Lengths are SVG units, about one CSS pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from typing import Final

from django.conf import settings

from stakeholders.scores.balance import FOUR_TO_ONE
from stakeholders.scores.health import BOTH_WAYS
from stakeholders.standings.relationship import Relationship
from stakeholders.views.person_ties import Tie

RX, RY, NODE, CENTRE = 84.0, 132.0, 6.0, 12.0
BESIDE: Final = 2  # ties that stand to the right and the left alone
TRUSTED: Final = 0.25  # of -1 to 1; as far below 0 it is let down
WORDS: Final = {
    "trust": {
        "healthy": "trusts the other",
        "one_sided": "mixed experience",
        "strained": "let down",
        "unknown": "trust unknown",
    },
    "balance": {
        "healthy": "both reach out",
        "one_sided": "only one reaches out",
        "unknown": "too little to tell",
    },
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """One direction of a tie."""

    line: str  # path
    head: str  # path of the arrow's head
    width: float
    colour: str  # class; "unknown" is drawn dashed
    words: str


@dataclass(frozen=True, slots=True)
class Spoke:
    """One tie: where the other stands, and both strokes."""

    tie: Tie
    x: float
    y: float
    label_x: float
    anchor: str  # of the label
    strokes: tuple[Stroke, Stroke]  # from the middle, to the middle


@dataclass(frozen=True, slots=True)
class SmallMap:
    """A person's strongest ties, clockwise from the top."""

    spokes: list[Spoke]
    legend: list[tuple[str, str]]  # class and words of each colour in use

    @property
    def box(self) -> str:
        """Return the view box: low where no tie leads up or down."""
        half = 155 if len(self.spokes) > BESIDE else 30
        return f"-190 -{half} 380 {2 * half}"


def small_map(person: int, ties: Sequence[Tie]) -> SmallMap:
    """Return where to draw the `ties` of `person` (an id), the strongest first."""
    known = any(one.trusts is not None or one.trusted is not None for one in ties)
    by = "trust" if known else "balance"
    most = max((max(_ways(person, one)) for one in ties), default=0.0) or 1.0
    spokes = [
        _spoke(person, one, (place + 0.5) / max(len(ties), BESIDE), most, by)
        for place, one in enumerate(ties)
    ]
    used = {stroke.colour for spoke in spokes for stroke in spoke.strokes}
    return SmallMap(spokes, [(k, words) for k, words in WORDS[by].items() if k in used])


def _spoke(person: int, tie: Tie, turn: float, most: float, by: str) -> Spoke:
    """Return one tie; turn: where it stands, 0 to 1 clockwise from the top."""
    x, y = RX * sin(2 * pi * turn), -RY * cos(2 * pi * turn)
    out, back = (0.7 + 5.3 * sqrt(amount / most) for amount in _ways(person, tie))
    colours = _colours(tie, by)
    here, there = (CENTRE, 0.0, 0.0), (NODE, x, y)
    side = 0 if abs(x) < 1 else 1 if x > 0 else -1
    return Spoke(
        tie,
        round(x, 1),
        round(y, 1),
        round(x + side * (NODE + 5), 1),
        ("middle", "start", "end")[side],
        (
            _stroke(here, there, out, colours[0], WORDS[by][colours[0]]),
            _stroke(there, here, back, colours[1], WORDS[by][colours[1]]),
        ),
    )


def _ways(person: int, tie: Tie) -> tuple[float, float]:
    """Return how much `person` reaches out to the other, and the other to them."""
    one = tie.relationship
    there, back = one.sent, one.received
    return (there, back) if one.source == person else (back, there)


def _colours(tie: Tie, by: str) -> tuple[str, str]:
    """Return the colour of each direction."""
    if by == "trust":
        return _of_trust(tie.trusts), _of_trust(tie.trusted)
    both = _of_balance(tie.relationship)
    return both, both


def _of_trust(trust: float | None) -> str:
    """Return the colour of one trusting the other so far, -1..1."""
    if trust is None:
        return "unknown"
    return (
        "healthy" if trust >= TRUSTED else "one_sided" if trust > -TRUSTED else "strained"
    )


def _of_balance(one: Relationship) -> str:
    """Return the colour of who reaches out."""
    if one.contacts < settings.RULES.enough_events:
        return "unknown"
    if one.balance is not None and abs(one.balance) > FOUR_TO_ONE:
        return "one_sided"
    return "healthy" if (one.attention or 0) >= BOTH_WAYS else "unknown"


def _stroke(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    width: float,
    colour: str,
    words: str,
) -> Stroke:
    """Return a stroke that keeps to the right; start, end: a radius and where it is."""
    (room, x0, y0), (space, x1, y1) = start, end
    far = hypot(x1 - x0, y1 - y0)
    dx, dy = (x1 - x0) / far, (y1 - y0) / far
    tip, off = max(2 * width, 5.0), width / 2 + 0.75

    def at(along: float, aside: float = 0.0) -> str:
        """Return the point so far along the stroke and to its right."""
        right = off + aside
        return f"{x0 + dx * along - dy * right:.1f} {y0 + dy * along + dx * right:.1f}"

    begun, neck, point = room + 1, far - space - 2 - tip, far - space - 2
    half = max(width, 2.5)
    line = f"M{at(begun)}L{at(neck)}"
    head = f"M{at(neck, -half)}L{at(point)}L{at(neck, half)}Z"
    return Stroke(line, head, round(width, 1), colour, words)
