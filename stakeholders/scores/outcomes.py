"""Outcomes: how pairs stood on past days, and whether they then fell silent.

What a site's own forecast of silence is calibrated on, see `calibration`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

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

    def take(self, rows: Places | Mask) -> Self:
        """Return the outcomes that `rows` (indices or truths) selects."""
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
    """Return every pair in contact in the last `window` days, as it stood on each day."""
    history = _History.of(facts.where(facts.kind == Kind.CONTACT))
    nothing = history.on(0, rules, window)  # has the columns where no day is asked for
    seen = [nothing, *(history.on(day, rules, window) for day in days)]
    names = Outcomes.__slots__
    return Outcomes(*(np.concatenate([getattr(s, n) for s in seen]) for n in names))


@dataclass(frozen=True, slots=True)
class _History:
    """Every day on which a pair, and on which a person, was in touch; in order."""

    met: Ids  # pair and day in one number, ascending, each once
    talks: Floats  # conversations up to and with each of `met`, over all pairs
    low: Ids  # per pair: the lower id, as a number from 0
    high: Ids
    active: Ids  # person and day in one number, ascending, each once

    @classmethod
    def of(cls, contacts: Facts) -> Self:
        """Return the history that `contacts` tell."""
        rows = Rows.of(contacts)
        keys = rows.pair * WIDEST + contacts.day
        met = distinct(keys)
        talks = np.bincount(np.searchsorted(met, keys), contacts.amount, len(met))
        either = np.stack([contacts.source, contacts.target])
        ends = np.unique(either, return_inverse=True)[1].reshape(2, -1)
        low, high = np.zeros((2, rows.count), np.int64)
        low[rows.pair], high[rows.pair] = ends.min(axis=0), ends.max(axis=0)
        active = distinct((ends * WIDEST + contacts.day).ravel())
        return cls(met, np.cumsum(talks), low, high, active)

    def on(self, day: int, rules: Rules, window: int) -> Outcomes:
        """Return every pair in contact lately as it stood on the morning of `day`."""
        here = self._before(day)
        since = self._before(day - window)
        total = np.append(0.0, self.talks)
        often = total[here] - total[since] > FEWEST - 0.5
        pair = np.flatnonzero(often)
        return Outcomes(
            np.full(len(pair), day, np.int32),
            pair,
            (day - self.met[here[pair] - 1] % WIDEST).astype(np.float64),
            self._faded(day, rules)[pair],
            (day - self._last_active(day, pair)).astype(np.float64),
            self._before(day + AHEAD)[pair] == here[pair],
        )

    def _before(self, day: int) -> Places:
        """Return, per pair, where its contacts from `day` on begin in `met`."""
        return np.searchsorted(self.met, np.arange(len(self.low)) * WIDEST + day)

    def _faded(self, day: int, rules: Rules) -> Floats:
        """Return each pair's contact-days before `day`, faded."""
        pair, met = np.divmod(self.met, WIDEST)
        past = met < day
        weight = np.exp2((met[past] - day) / rules.contact_half_life)
        return np.bincount(pair[past], weight, len(self.low))

    def _last_active(self, day: int, pair: Places) -> Ids:
        """Return the last day before `day` that the one longer away was in touch."""
        ends = np.stack([self.low[pair], self.high[pair]])
        place = np.searchsorted(self.active, ends * WIDEST + day) - 1
        return (self.active[place] % WIDEST).min(axis=0)
