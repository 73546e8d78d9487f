"""Change: the smallest realistic event that would move a relationship's health."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from stakeholders.evidence import Fact, Facts, Kind, Rules
from stakeholders.scores.columns import Numbers
from stakeholders.scores.health import Band
from stakeholders.scores.pairs import pair_scores
from stakeholders.scores.sentences import Sentence
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.scores.usual import Usual

COUNTS: Final = (1, 2, 3, 5, 8)
WAITS: Final = (14, 30, 60, 90, 180)  # days
WORST_TO_BEST: Final = (
    Band.STRAINED,
    Band.COOLING,
    Band.ONE_SIDED,
    Band.UNKNOWN,
    Band.HEALTHY,
)
DEEDS: Final = {  # what one of the two can do, the least effort first
    "Conversations that {source} begins: {count:.0f}.": (Kind.CONTACT,),
    "Promises {source} keeps: {count:.0f}.": (Kind.KEPT,),
    "Times {source} helps: {count:.0f}.": (Kind.HELP,),
    "Conversations that {source} begins and helps in: {count:.0f}.": (
        Kind.CONTACT,
        Kind.HELP,
    ),
    "Conversations that {source} begins, and as many promises kept: {count:.0f}.": (
        Kind.CONTACT,
        Kind.KEPT,
    ),
}
BOTH_KEEP: Final = "Promises that each of the two keeps: {count:.0f}."
MISDEED: Final = "Promises {source} breaks: {count:.0f}."


@dataclass(frozen=True, slots=True)
class Change:
    """What would have to happen, and the band it would lead to."""

    sentence: Sentence
    band: Band
    actor: int | None  # id of who the sentence calls {source}; None: both, or time alone


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that could happen: facts of one kind, or days that pass without any."""

    sentence: Sentence
    facts: tuple[Fact, ...] = ()
    wait: int = 0

    @property
    def actor(self) -> int | None:
        """Return the id of the one it takes; None where it takes both, or time alone."""
        doers = {fact.source for fact in self.facts}
        return doers.pop() if len(doers) == 1 else None


class Fold(Protocol):
    """Sums facts to the two directions of one pair, as `pair_sums` does."""

    def __call__(self, facts: Facts, *, at: date, rules: Rules) -> PairSums:
        """Return the sums as seen from `at`."""


def smallest_change(  # noqa: PLR0913 each is asked for by name
    facts: Facts,
    *,
    at: date,
    rules: Rules,
    usual: Usual,
    prior: Numbers = 0.0,
    seen: int = 0,
    fold: Fold = pair_sums,
    actors: tuple[int, int] | None = None,
) -> Change | None:
    """Return the smallest event that betters a pair's band, or that would end good health.

    facts: all of one pair's up to `at`. prior: from low to high id and back, or one for
    both; seen: see `pair_scores`. fold, actors: where one side of the pair are several
    people, how their facts become one pair, and which two of them could do something.
    None if nothing we can think of moves the band.
    Raises ValueError if the facts are not of exactly one pair and no actors are named.
    """
    people = {*(actors or (*facts.source.tolist(), *facts.target.tolist()))}
    if len(people) != 2:
        raise ValueError("what would change is asked of one pair at a time")

    def band_after(event: _Event) -> Band:
        """Return the pair's band once `event` has happened."""
        day = at + timedelta(event.wait)
        sums = fold(Facts.joined([facts, Facts.of(event.facts)]), at=day, rules=rules)
        scores = pair_scores(sums, at=day, rules=rules, usual=usual, prior=prior, seen=seen)
        return Band(int(scores.band[0])) if len(scores.band) else Band.UNKNOWN

    now = band_after(_Event(Sentence("")))
    low, high = sorted(people)
    events = _losses if now is Band.HEALTHY else _deeds
    for event in events(low, high, at):
        band = band_after(event)
        if band != now and (now is Band.HEALTHY or _better(band, now)):
            return Change(event.sentence, band, event.actor)
    return None


def _better(band: Band, than: Band) -> bool:
    """Return whether `band` is what one would rather see."""
    return WORST_TO_BEST.index(band) > WORST_TO_BEST.index(than)


def _deeds(low: int, high: int, day: date) -> Iterator[_Event]:
    """Yield what either side could do, and what both could, the least effort first."""
    ways = ((low, high), (high, low))
    for count in COUNTS:
        for words, kinds in DEEDS.items():
            for way in ways:
                yield _done([Fact(*way, day, kind) for kind in kinds], count, words)
        yield _done([Fact(*way, day, Kind.KEPT) for way in ways], count, BOTH_KEEP)


def _losses(low: int, high: int, day: date) -> Iterator[_Event]:
    """Yield what would harm good health, the likeliest first."""
    for wait in WAITS:
        quiet = Sentence(
            "Days from now without a conversation: {days:.0f}.", {"days": wait}
        )
        yield _Event(quiet, wait=wait)
    for count in COUNTS:
        yield _done([Fact(low, high, day, Kind.BROKEN)], count, MISDEED)
        yield _done([Fact(high, low, day, Kind.BROKEN)], count, MISDEED)


def _done(facts: Sequence[Fact], count: int, words: str) -> _Event:
    """Return `facts` as an event that happens `count` times."""
    return _Event(Sentence(words, {"count": count}), (*facts,) * count)
