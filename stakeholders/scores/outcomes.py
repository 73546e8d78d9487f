"""Outcomes: how pairs stood on past days, and whether they then fell silent.

What a site's own forecast of silence is calibrated on, see `calibration`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence import Facts, Kind, Rules
from stakeholders.scores.columns import Days, Floats, Ids, Mask, Places
from stakeholders.scores.rows import WIDEST, Rows, distinct

AHEAD: Final = 30  # days without contact that are called silence
BETWEEN: Final = 14  # days from one look at all pairs to the next
WINDOW: Final = 365  # days in which a pair must have been in contact ...
FEWEST: Final = 3  # ... so many times, to be looked at
FIRST: Final = 60  # days of history before the first look


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was known of pairs on past days, and whether they then fell silent."""

    day: Days  # ordinals; only what came before that day was known
    pair: Ids  # any number that stands for the unordered pair
    quiet: Floats  # days since the pair's last contact
    contact_days: Floats  # faded
    absence: Floats  # days since the one longer away was in touch with anyone
    silent: Mask  # no contact from that day on for AHEAD days

    def __len__(self) -> int:
        """Return how many outcomes there are."""
        return len(self.pair)

    @property
    def mixed(self) -> bool:
        """Return whether some fell silent and some did not."""
        return bool(self.silent.any() and not self.silent.all())

    def take(self, rows: slice | Places | Mask) -> Self:
        """Return the outcomes that `rows` (a slice, indices or truths) selects."""
        return type(self)(*(getattr(self, name)[rows] for name in self.__slots__))

    def known_by(self, day: int) -> Self:
        """Return the outcomes that were known on the morning of `day` (an ordinal)."""
        return self.take(self.day + AHEAD <= day)

    def latest(self, day: int) -> Self:
        """Return those of the last look whose outcome `day` (an ordinal) could know."""
        return self.take(self.day == day - AHEAD)


def looks(first: int, last: int) -> list[int]:
    """Return the days (ordinals, ascending) to look on, so as to know outcomes on `last`.

    first: the day of the first contact there is. Days that are a multiple of BETWEEN apart
    have their looks in common.
    """
    return list(range(last - AHEAD, first + FIRST - 1, -BETWEEN))[::-1]


def outcomes(
    facts: Facts, days: Sequence[int], rules: Rules, window: int = WINDOW
) -> Outcomes:
    """Return every pair in contact in the last `window` days, as it stood on each day.

    days: ordinals, ascending.
    """
    running = _Running(facts.where(facts.kind == Kind.CONTACT), rules, window)
    # On day 0 there is nobody, which has the columns where no day is asked for.
    seen = [running.on(day) for day in (0, *days)]
    names = Outcomes.__slots__
    return Outcomes(*(np.concatenate([getattr(s, n) for s in seen]) for n in names))


class _Running:
    """How every pair stands as days go by, so that a look costs what is new."""

    def __init__(self, contacts: Facts, rules: Rules, window: int) -> None:
        """Begin before the first of `contacts`, put in order of time."""
        rows = Rows.of(contacts)
        met = distinct(contacts.day * np.int64(WIDEST) + rows.pair)
        self.day, self.pair = np.divmod(met, WIDEST)  # of each day of a pair, once
        since = contacts.day - contacts.day.min(initial=WIDEST - 1)
        short = since.astype(np.min_scalar_type(since.max(initial=0)))
        order = np.argsort(short, kind="stable")  # short numbers are sorted by counting
        day = contacts.day[order].astype(np.int64)
        self.contacts = day, rows.pair[order], contacts.amount[order]
        self.low, self.high = _people_of(rows)
        self.half_life, self.window, self.until = rules.contact_half_life, window, 0
        # Of pairs: conversations in the window, faded days of contact, the last of them.
        self.lately, self.faded = np.zeros((2, rows.count))
        self.last = np.zeros(rows.count, np.int64)
        self.seen = np.zeros(self.high.max(initial=-1) + 1, np.int64)  # of people

    def on(self, day: int) -> Outcomes:
        """Return every pair in contact lately as it stood on the morning of `day`."""
        self._go_to(day)
        pair = np.flatnonzero(self.lately > FEWEST - 0.5)
        seen = np.minimum(self.seen[self.low[pair]], self.seen[self.high[pair]])
        silent = np.ones(len(self.last), np.bool_)
        silent[self.pair[_from(self.day, day, day + AHEAD)]] = False
        return Outcomes(
            np.full(len(pair), day, np.int32),
            pair,
            (day - self.last[pair]).astype(np.float64),
            self.faded[pair],
            (day - seen).astype(np.float64),
            silent[pair],
        )

    def _go_to(self, day: int) -> None:
        """Add what happened before `day`, and forget what has left the window."""
        self.lately += self._talks(self.until, day)
        self.lately -= self._talks(self.until - self.window, day - self.window)
        new = _from(self.day, self.until, day)
        pair, met = self.pair[new], self.day[new]
        weight = np.exp2((met - day) / self.half_life)
        self.faded *= np.exp2((self.until - day) / self.half_life)
        self.faded += np.bincount(pair, weight, len(self.faded))
        np.maximum.at(self.last, pair, met)
        for end in (self.low, self.high):
            np.maximum.at(self.seen, end[pair], met)
        self.until = day

    def _talks(self, first: int, until: int) -> Floats:
        """Return how many conversations each pair had from `first` to before `until`."""
        day, pair, amount = self.contacts
        some = _from(day, first, until)
        return np.bincount(pair[some], amount[some], len(self.lately))


def _from(days: NDArray[np.integer], first: int, until: int) -> slice:
    """Return where in `days`, which ascend, those from `first` to before `until` are."""
    return slice(*np.searchsorted(days, [first, until]).tolist())


def _people_of(rows: Rows) -> Places:
    """Return the lower and the higher one of each pair, numbered from 0 in order of id."""
    ids = np.empty_like(rows.source)
    ids[rows.order] = rows.source
    return np.searchsorted(distinct(ids), ids).reshape(2, -1)
