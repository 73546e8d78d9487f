"""Change: the smallest realistic event that would move a relationship's health."""

from collections.abc import Iterator
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
DEEDS: Final = {  # what somebody can do, the least effort first
    Kind.CONTACT: "Conversations that {source} begins: {count:.0f}.",
    Kind.KEPT: "Promises {source} keeps: {count:.0f}.",
    Kind.HELP: "Times {source} helps: {count:.0f}.",
}
MISDEED: Final = "Promises {source} breaks: {count:.0f}."


@dataclass(frozen=True, slots=True)
class Change:
    """What would have to happen, and the band it would lead to."""

    sentence: Sentence
    band: Band
    actor: int | None  # id of who the sentence calls {source}; None: time alone


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that could happen: facts of one kind, or days that pass without any."""

    sentence: Sentence
    facts: tuple[Fact, ...] = ()
    wait: int = 0


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
        return Band(int(scores.band[0]))

    now = band_after(_Event(Sentence("")))
    low, high = sorted(people)
    events = _losses if now is Band.HEALTHY else _deeds
    for event in events(low, high, at):
        band = band_after(event)
        if band != now and (now is Band.HEALTHY or _better(band, now)):
            return Change(
                event.sentence, band, event.facts[0].source if event.facts else None
            )
    return None


def _better(band: Band, than: Band) -> bool:
    """Return whether `band` is what one would rather see."""
    return WORST_TO_BEST.index(band) > WORST_TO_BEST.index(than)


def _deeds(low: int, high: int, day: date) -> Iterator[_Event]:
    """Yield what either side could do, the least effort first."""
    for count in COUNTS:
        for kind, words in DEEDS.items():
            yield _done(Fact(low, high, day, kind), count, words)
            yield _done(Fact(high, low, day, kind), count, words)


def _losses(low: int, high: int, day: date) -> Iterator[_Event]:
    """Yield what would harm good health, the likeliest first."""
    for wait in WAITS:
        quiet = Sentence(
            "Days from now without a conversation: {days:.0f}.", {"days": wait}
        )
        yield _Event(quiet, wait=wait)
    for count in COUNTS:
        yield _done(Fact(low, high, day, Kind.BROKEN), count, MISDEED)
        yield _done(Fact(high, low, day, Kind.BROKEN), count, MISDEED)


def _done(fact: Fact, count: int, words: str) -> _Event:
    """Return `fact` as an event that happens `count` times."""
    return _Event(Sentence(words, {"count": count}), (fact,) * count)
