"""Cases of cooling: pairs as they stood on cut days, and whether they then fell silent."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.evaluation.cooling_history import History
from stakeholders.evaluation.log import Log, UnreadableLogError
from stakeholders.scores.columns import Days, Floats, Ids, Mask

FIRST_CUT: Final = 60  # days after the first row
BETWEEN_CUTS: Final = 15  # days
WINDOW: Final = 90  # days before the cut in which a pair must have been active
LEAST_MESSAGES: Final = 3  # in the window
TRAINING: Final = 0.6  # share of the cuts


@dataclass(frozen=True, slots=True)
class Cases:
    """One row per pair and cut; `known` uses only what came before the cut."""

    cut: Days  # ordinals
    pair: Ids
    silent: Mask  # no message in the days after the cut (of `everyone`: before it)
    known: dict[str, Floats]  # see History.known

    def __len__(self) -> int:
        """Return how many cases there are."""
        return len(self.cut)

    def take(self, rows: NDArray) -> Self:
        """Return the cases that `rows` (indices or truths) selects."""
        known = {name: column[rows] for name, column in self.known.items()}
        return type(self)(self.cut[rows], self.pair[rows], self.silent[rows], known)


def cut_days(
    log: Log, horizon: int, first: int = FIRST_CUT, between: int = BETWEEN_CUTS
) -> range:
    """Return the days (ordinals) to cut `log` on, silence being `horizon` days long.

    first: days before the first cut. between: days from one cut to the next.
    """
    return range(int(log.day[0]) + first, int(log.day[-1]) - horizon + 1, between)


def cases(log: Log, horizon: int) -> Cases:
    """Return every case in `log`, silence being `horizon` days long.

    Raises UnreadableLogError when the log is too short for a single cut to be judged.
    """
    history = History.of(log)
    cuts = [_at(history, cut, horizon) for cut in cut_days(log, horizon)]
    if not any(len(one) for one in cuts):
        raise UnreadableLogError(
            f"The log is too short: it needs {FIRST_CUT + horizon} days."
        )
    return Cases(
        np.concatenate([one.cut for one in cuts]),
        np.concatenate([one.pair for one in cuts]),
        np.concatenate([one.silent for one in cuts]),
        {
            name: np.concatenate([one.known[name] for one in cuts if one.known])
            for name in max((one.known for one in cuts), key=len)
        },
    )


def _at(history: History, cut: int, horizon: int) -> Cases:
    """Return the cases of one cut day, which itself belongs to the future."""
    messages = history.messages(cut - WINDOW, cut)
    pair = np.flatnonzero(messages >= LEAST_MESSAGES)
    silent = history.messages(cut, cut + horizon)[pair] == 0
    known = history.known(cut, WINDOW, pair) if len(pair) else {}
    return Cases(np.full(len(pair), cut, np.int32), pair, silent, known)


def everyone(log: Log, cut: int) -> Cases:
    """Return every pair in contact before `cut`, however long ago, as it stood then."""
    history = History.of(log)
    pair = np.flatnonzero(history.messages(0, cut))
    known = history.known(cut, WINDOW, pair)
    return Cases(np.full(len(pair), cut, np.int32), pair, known["quiet"] > WINDOW, known)


def split(some: Cases, horizon: int) -> tuple[Cases, Cases]:
    """Return the first 60 % of the cuts for training, and the rest to be scored.

    Training cuts whose outcome was not yet known at the first scored cut are dropped.
    """
    first = first_scored(some.cut)
    return some.take(some.cut + horizon <= first), some.take(some.cut >= first)


def first_scored(cut: Days) -> int:
    """Return the first cut day that is not for training, of those of all cases."""
    cuts = np.unique(cut)
    return int(cuts[int(len(cuts) * TRAINING)])
