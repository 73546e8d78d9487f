"""The evidence behind a score: a dated list, newest first, of what a reader may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
    User,
)
from stakeholders.models.conversations import InteractionQuerySet

MOST: Final = 8  # pieces shown
CLOSED: Final = ("kept", "late", "broken")
GIFTS: Final = (*("help", "information", "introduction", "feedback", "approval", "credit"),)
VERDICTS: Final = ("credit", "blame")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that happened."""

    day: date
    what: str  # what it counts as
    words: str
    conversation: int | None  # id, where there is one to open


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a score rests on, as far as one reader may see it."""

    pieces: list[Piece]
    older: int  # pieces the reader may see, that are not listed
    hidden: int  # conversations the reader may not see


@dataclass(frozen=True, slots=True)
class Between:
    """Two sides whose dealings are asked for, up to a day if one is said."""

    ours: QuerySet[Stakeholder]
    other: int  # stakeholder id
    until: date | None

    def talks(self) -> InteractionQuerySet:
        """Return the conversations in which one reached the other, see `evidence`."""
        met = Participation.objects.filter(stakeholder=self.other).values("interaction")
        seats = Participation.objects.filter(interaction=OuterRef("pk"))
        with_us = Exists(seats.filter(stakeholder__in=self.ours))
        both = Interaction.objects.current().filter(with_us, pk__in=met)
        led = seats.filter(initiator=True)
        by_either = led.filter(Q(stakeholder=self.other) | Q(stakeholder__in=self.ours))
        heard = Q(channel__in=Interaction.TOGETHER) | Exists(by_either) | ~Exists(led)
        found = both.filter(heard)
        return found.up_to(self.until) if self.until else found

    def gifts(self, kinds: Iterable[str], giver: str = "") -> QuerySet[Exchange]:
        """Return what was exchanged; giver: "ours" or "theirs", else both."""
        ways = self._ways("giver", "receiver", giver)
        found = Exchange.objects.current().filter(ways, kind__in=kinds)
        found = found.filter(interaction__archived_at=None)
        late = Q(interaction__happened_on__gt=self.until) if self.until else Q(pk__in=[])
        return found.exclude(late)

    def promises(self, promiser: str = "") -> QuerySet[Commitment]:
        """Return the promises that were closed; promiser: "ours" or "theirs", else both."""
        ways = self._ways("promiser", "promisee", promiser)
        found = Commitment.objects.current().filter(ways, state__in=CLOSED)
        return found.filter(closed_on__lte=self.until) if self.until else found

    def moods(self, judge: str) -> QuerySet[Participation]:
        """Return how the "ours" or "theirs" felt in these conversations, where said."""
        seats = Participation.objects.exclude(mood=None)
        who = Q(stakeholder__in=self.ours) if judge == "ours" else Q(stakeholder=self.other)
        return seats.filter(who, interaction__in=self.talks())

    def _ways(self, first: str, second: str, by: str) -> Q:
        """Return the filter for what went from one side to the other."""
        out = Q(**{f"{first}__in": self.ours, second: self.other})
        back = Q(**{first: self.other, f"{second}__in": self.ours})
        return {"ours": out, "theirs": back}.get(by, out | back)


def evidence(between: Between, name: str, reader: User) -> Evidence:
    """Return what the score `name` rests on; our side is the source of the pair."""
    seen = Interaction.objects.visible_to(reader)
    pieces: list[Piece] = []
    known, touched = 0, Q(pk__in=[])
    for rows in _records(between, name):
        one = _ONE_OF[rows.model]
        touched |= Q(pk__in=rows.order_by().values(one.conversation))
        inside = Q(**{f"{one.conversation}__in": seen.values("pk")})
        allowed = rows.filter(inside | Q(interaction=None) if one.alone else inside)
        pieces.extend(one.newest(allowed))
        known += allowed.count()
    hidden = Interaction.objects.filter(touched).exclude(pk__in=seen.values("pk"))
    pieces.sort(key=lambda piece: piece.day, reverse=True)
    shown = pieces[:MOST]
    return Evidence(shown, known - len(shown), hidden.count())


def _records(between: Between, name: str) -> list[QuerySet[Any]]:
    """Return the records that the score `name` is computed from."""
    promises, gifts, moods = between.promises, between.gifts, between.moods
    records: dict[str, list[QuerySet[Any]]] = {
        "giving": [gifts(GIFTS)],
        "giving_balance": [gifts(GIFTS)],
        "source_reliability": [promises("ours")],
        "target_reliability": [promises("theirs")],
        "trust_in_source": [promises("ours"), gifts(VERDICTS, "ours"), moods("theirs")],
        "trust_in_target": [promises("theirs"), gifts(VERDICTS, "theirs"), moods("ours")],
        "health": [between.talks(), gifts((*GIFTS, "blame")), promises()],
    }
    return records.get(name, [between.talks()])


@dataclass(frozen=True, slots=True)
class _Telling:
    """How one kind of record is listed as evidence."""

    conversation: str  # lookup to the conversation
    beside: tuple[str, ...]  # what to fetch with it
    last: str  # the order, newest first
    tell: Callable[[Any], Piece]
    alone: bool = False  # it may belong to no conversation

    def newest(self, rows: QuerySet[Any]) -> list[Piece]:
        """Return the newest of `rows` as evidence."""
        whole = rows.select_related(*self.beside) if self.beside else rows
        return [self.tell(row) for row in whole.order_by(self.last)[:MOST]]


def _talk(talk: Interaction) -> Piece:
    """Return a conversation as evidence."""
    return Piece(talk.happened_on, talk.get_channel_display(), talk.summary, talk.pk)


def _gift(gift: Exchange) -> Piece:
    """Return something given as evidence."""
    talk = gift.interaction
    what = f"{gift.get_kind_display()} from {gift.giver} to {gift.receiver}"
    return Piece(talk.happened_on, what, gift.note or talk.summary, talk.pk)


def _promise(promise: Commitment) -> Piece:
    """Return a closed promise as evidence."""
    what = f"{promise.get_state_display()}, {promise.promiser} to {promise.promisee}"
    closed = promise.closed_on or promise.made_on  # a closed one always says when
    return Piece(closed, what, promise.what, promise.interaction_id)


def _mood(seat: Participation) -> Piece:
    """Return how somebody felt as evidence."""
    talk = seat.interaction
    what = f"{seat.stakeholder}: {seat.get_mood_display().lower()}"
    return Piece(talk.happened_on, what, talk.summary, talk.pk)


_ONE_OF: Final[dict[type, _Telling]] = {
    Interaction: _Telling("pk", (), "-happened_on", _talk),
    Exchange: _Telling(
        "interaction",
        ("interaction", "giver", "receiver"),
        "-interaction__happened_on",
        _gift,
    ),
    Commitment: _Telling(
        "interaction", ("promiser", "promisee"), "-closed_on", _promise, alone=True
    ),
    Participation: _Telling(
        "interaction", ("interaction", "stakeholder"), "-interaction__happened_on", _mood
    ),
}
