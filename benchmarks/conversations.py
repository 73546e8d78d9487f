"""Two years of conversations of an organisation, as columns."""

from dataclasses import dataclass
from datetime import date
from typing import Self

import numpy as np
from numpy.typing import NDArray

from benchmarks.organisation import NOBODY, Ints, Organisation

DAYS = 730
CHANNELS = ("in_person", "video", "call", "chat", "mail")
CHANNEL_SHARES = (0.25, 0.3, 0.1, 0.15, 0.2)
LED, MOOD_SAID = 0.85, 0.25  # shares of conversations, and of those who were reached
MOODS = (-2, -1, 0, 1, 2)
MOOD_SHARES = (0.03, 0.10, 0.30, 0.42, 0.15)
GIFTS = ("help", "information", "introduction", "feedback", "approval", "credit", "blame")
GIFT_SHARES = (0.3, 0.35, 0.05, 0.15, 0.05, 0.07, 0.03)
STATES = ("kept", "late", "broken", "open")
STATE_SHARES = (0.7, 0.12, 0.08, 0.1)
GAVE, PROMISED = 0.3, 0.12  # shares of conversations
UNSAID = 9  # no mood


@dataclass(frozen=True, slots=True)
class Conversations:
    """What happened, oldest first; people by number, conversations by their place."""

    day: Ints  # per conversation: ordinal
    channel: Ints  # index into CHANNELS
    talk: Ints  # per seat: which conversation, ascending
    person: Ints
    initiator: NDArray[np.bool_]
    mood: Ints  # -2..2, or UNSAID
    gave: Ints  # per gift: which conversation
    giver: Ints
    receiver: Ints
    gift: Ints  # index into GIFTS
    weight: Ints  # 1..5
    promised: Ints  # per promise: which conversation
    promiser: Ints
    promisee: Ints
    state: Ints  # index into STATES

    @classmethod
    def of(
        cls, here: Organisation, count: int, until: date, random: np.random.Generator
    ) -> Self:
        """Return `count` conversations of the two years before `until`."""
        circle, day = _when(here, count, until, random)
        seats = here.circles[circle]
        talk, seat = np.nonzero(seats != NOBODY)
        leader = np.where(random.random(count) < LED, random.integers(0, 2, count), NOBODY)
        initiator = seat == leader[talk]
        said = ~initiator & (random.random(len(talk)) < MOOD_SAID)
        mood = random.choice(MOODS, len(talk), p=MOOD_SHARES)
        gave, *gift_ends = _some(seats, GAVE, random)
        promised, *promise_ends = _some(seats, PROMISED, random)
        return cls(
            day,
            random.choice(len(CHANNELS), count, p=CHANNEL_SHARES),
            talk,
            seats[talk, seat],
            initiator,
            np.where(said, mood, UNSAID),
            gave,
            *gift_ends,
            random.choice(len(GIFTS), len(gave), p=GIFT_SHARES),
            random.choice((1, 1, 1, 2, 3, 5), len(gave)),
            promised,
            *promise_ends,
            random.choice(len(STATES), len(promised), p=STATE_SHARES),
        )


def _when(
    here: Organisation, count: int, until: date, random: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return whose conversations they are and on which days; a third of the circles end."""
    heat = here.popularity
    circle = random.choice(len(heat), count, p=heat / heat.sum())
    begins = np.where(random.random(len(heat)) < 0.3, random.random(len(heat)), 0.0)
    ends = np.where(random.random(len(heat)) < 0.3, random.random(len(heat)), 1.0)
    first, last = np.minimum(begins, ends)[circle], np.maximum(begins, ends)[circle]
    share = first + random.random(count) * (last - first)
    day = until.toordinal() - DAYS + np.minimum(share * DAYS, DAYS - 1).astype(np.int64)
    order = np.argsort(day, kind="stable")
    return circle[order], day[order]


def _some(seats: Ints, share: float, random: np.random.Generator) -> tuple[Ints, ...]:
    """Return a `share` of the conversations, and who did something for whom in each."""
    talk = np.flatnonzero(random.random(len(seats)) < share)
    one, other = seats[talk, 0], seats[talk, 1]
    turned = random.random(len(talk)) < 0.5
    return talk, np.where(turned, other, one), np.where(turned, one, other)
