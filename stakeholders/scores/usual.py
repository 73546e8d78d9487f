"""Usual: what is usual across the whole site, that single pairs are judged against."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np

from stakeholders.scores.balance import coverage
from stakeholders.scores.columns import UNKNOWN, Ids, Mask, Places
from stakeholders.scores.promises import kept_rate
from stakeholders.scores.rows import among
from stakeholders.scores.sums import PairSums
from stakeholders.scores.warmth import FORECASTS, Forecast


def _nobody() -> Ids:
    """Return the ids of an empty team."""
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Usual:
    """Shares across the site, unknown where nothing of the kind is logged; how it cools."""

    ours: Ids = field(default_factory=_nobody)  # ids of our own team
    kept: float = UNKNOWN  # of promises by anybody, late ones counting half; 0..1
    reached: float = UNKNOWN  # of contacts between us and others, that came in; 0..1
    given: float = UNKNOWN  # of gifts between us and others, that came in; 0..1
    forecast: Forecast = FORECASTS[30]  # how silence follows, see `calibration`

    @classmethod
    def of(cls, sums: PairSums, ours: Ids) -> Self:
        """Return what is usual in `sums`, where `ours` are the ids of our own team."""
        side = _side(sums, ours)
        sent, received = sums.take(side > 0), sums.take(side < 0)
        return cls(
            ours,
            kept_rate(sums.kept, sums.late, sums.broken),
            coverage(received.attention, sent.attention),
            coverage(received.given, sent.given),
        )

    def directions(self, sums: PairSums) -> tuple[Places, Mask]:
        """Return the rows that stand for each pair once, and which of them cross sides.

        Such a row leads from us to others, or from the lower id within either side.
        """
        side = _side(sums, self.ours)
        forth = np.flatnonzero((side > 0) | ((side == 0) & (sums.source < sums.target)))
        return forth, side[forth] > 0


def _side(sums: PairSums, ours: Ids) -> Ids:
    """Return, per row, 1 from us to others, -1 from others to us, 0 within either."""
    known = np.sort(ours)
    source, target = (among(known, end) for end in (sums.source, sums.target))
    return source.astype(np.int64) - target
