"""What can be known of pairs before a cut day, in columns."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.evaluation.log import Log
from stakeholders.evidence import Facts, Kind, Rules
from stakeholders.scores.columns import Days, Floats, Ids, Mask
from stakeholders.scores.rows import pair_keys
from stakeholders.scores.sums import pair_sums

HALF_LIVES: Final = (7.0, 15.0, 30.0, 60.0, 90.0, 180.0)  # days, of tie decay


@dataclass(frozen=True, slots=True)
class History:
    """A log sorted by pair, and by time within a pair."""

    facts: Facts
    pair: Ids
    forth: Mask  # from the lower id to the higher
    streak: Floats  # how many messages in a row, up to this one, went the same way
    low: Ids  # per pair
    high: Ids  # per pair
    contact_pair: Ids  # per contact-day
    contact_day: Days  # per contact-day
    gap: Floats  # per contact-day: days since the pair's one before, NaN for the first

    @classmethod
    def of(cls, log: Log) -> Self:
        """Return the history that `log` tells."""
        pair = log.pair
        log, pair = (log.take(order := np.argsort(pair, kind="stable"))), pair[order]
        size, kind = len(log), np.int8(Kind.CONTACT)
        facts = Facts(log.source, log.target, log.day, np.full(size, kind), np.ones(size))
        forth = log.source < log.target
        first = np.flatnonzero(np.diff(pair, prepend=-1))
        new_day = (np.diff(pair, prepend=-1) != 0) | (np.diff(log.day, prepend=-1) != 0)
        contact_pair, contact_day = pair[new_day], log.day[new_day]
        gap = np.diff(contact_day, prepend=0).astype(np.float64)
        gap[np.diff(contact_pair, prepend=-1) != 0] = np.nan
        return cls(
            facts=facts,
            pair=pair,
            forth=forth,
            streak=_streaks(pair, forth),
            low=np.minimum(log.source, log.target)[first],
            high=np.maximum(log.source, log.target)[first],
            contact_pair=contact_pair,
            contact_day=contact_day,
            gap=gap,
        )

    def messages(self, first: int, after: int) -> NDArray[np.intp]:
        """Return each pair's messages from day `first` up to but not on `after`."""
        some = (self.facts.day >= first) & (self.facts.day < after)
        return np.bincount(self.pair[some], minlength=len(self.low))

    def known(self, cut: int, window: int, pair: Ids) -> dict[str, Floats]:
        """Return columns about each of `pair`, from what came before day `cut`.

        Raises nothing: every pair asked for must have a message before the cut.
        """
        past = self.facts.day < cut
        return {
            "messages": self.messages(cut - window, cut)[pair].astype(np.float64),
            **self._ways(cut, window, pair),
            "streak": self.streak[self._last(past, pair)],
            "absence": cut - self._last_seen(past, pair),
            **self._sums(cut, past, pair),
            **self._rhythm(cut, pair),
            **{f"decay_{h:g}": self._decay(cut, h, pair) for h in HALF_LIVES},
        }

    def _ways(self, cut: int, window: int, pair: Ids) -> dict[str, Floats]:
        """Return the messages of the window each way."""
        recent = (self.facts.day >= cut - window) & (self.facts.day < cut)
        forth, back = (
            np.bincount(self.pair[recent & way], minlength=len(self.low))[pair]
            for way in (self.forth, ~self.forth)
        )
        return {"forth": forth.astype(np.float64), "back": back.astype(np.float64)}

    def _last(self, past: Mask, pair: Ids) -> NDArray[np.intp]:
        """Return where the last message of each of `pair` in the `past` stands."""
        start = np.searchsorted(self.pair, pair)
        return start + np.bincount(self.pair[past], minlength=len(self.low))[pair] - 1

    def _last_seen(self, past: Mask, pair: Ids) -> Floats:
        """Return the last day the one longer away was in touch with anyone."""
        some = self.facts.where(past)
        last = np.zeros(int(self.high.max()) + 1)
        for person in (some.source, some.target):
            np.maximum.at(last, person, some.day)
        return np.minimum(last[self.low[pair]], last[self.high[pair]])

    def _sums(self, cut: int, past: Mask, pair: Ids) -> dict[str, Floats]:
        """Return what the product's own pair sums say on the morning of the cut."""
        sums = pair_sums(self.facts.where(past), at=date.fromordinal(cut), rules=Rules())
        asked = pair_keys(self.low[pair], self.high[pair])
        row = np.searchsorted(pair_keys(sums.source, sums.target), asked)
        return {
            "quiet": (cut - sums.last_day[row]).astype(np.float64),
            "age": (cut - sums.first_day[row]).astype(np.float64),
            "contact_days": sums.contact_days[row],
        }

    def _rhythm(self, cut: int, pair: Ids) -> dict[str, Floats]:
        """Return each pair's count of contact-days and its median gap, NaN without gaps."""
        before = self.contact_day < cut
        days = np.bincount(self.contact_pair[before], minlength=len(self.low))
        gapped = before & ~np.isnan(self.gap)
        owner, gap = self.contact_pair[gapped], self.gap[gapped]
        gap = gap[np.lexsort((gap, owner))]
        count = np.bincount(owner, minlength=len(self.low))
        start, many = (np.cumsum(count) - count)[pair], count[pair]
        place = [
            np.minimum(start + of, len(gap) - 1) for of in (many // 2, (many - 1) // 2)
        ]
        median = np.where(many > 0, (gap[place[0]] + gap[place[1]]) / 2, np.nan)
        return {"days": days[pair].astype(np.float64), "median_gap": median}

    def _decay(self, cut: int, half_life: float, pair: Ids) -> Floats:
        """Return each pair's contact-days, faded."""
        before = self.contact_day < cut
        weight = np.exp2((self.contact_day[before] - cut) / half_life)
        return np.bincount(self.contact_pair[before], weight, len(self.low))[pair]


def _streaks(pair: Ids, forth: Mask) -> Floats:
    """Return how many messages in a row, up to each, went the same way in the same pair."""
    turned = (np.diff(pair, prepend=-1) != 0) | np.diff(forth, prepend=not forth[0])
    start = np.maximum.accumulate(np.where(turned, np.arange(len(pair)), 0))
    return (np.arange(len(pair)) - start + 1).astype(np.float64)
