"""Pooling: our people taken together as one side."""

from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.sums import PairSums

US = 0  # stands for our people taken together; no stakeholder has this id


def pooled(ours: PairSums, theirs: PairSums) -> PairSums:
    """Return one pair per person: US with them, in both directions.

    ours: every tie from one of ours to somebody; theirs: the same pairs back.
    Sums add up over our people. The last day is the latest, and the contact days are
    those of whoever of us is closest, since one conversation may hold several of us.
    """
    forth = _by(ours, ours.target)
    back = _by(theirs, theirs.source)
    us, them = np.full(len(forth["people"]), US), np.full(len(back["people"]), US)
    ends = {
        "source": np.concatenate([us, back["people"]]),
        "target": np.concatenate([forth["people"], them]),
    }
    sums = {name: np.concatenate([forth[name], back[name]]) for name in SUMS}
    return PairSums(**ends, **sums)


def _by(sums: PairSums, person: NDArray[np.int64]) -> dict[str, NDArray]:
    """Return each column of `sums` with one row for each distinct `person`, in order."""
    order = np.argsort(person, kind="stable")
    people, starts = np.unique(person[order], return_index=True)
    together: dict[str, NDArray] = {"people": people}
    for name in SUMS:
        column = getattr(sums, name)[order]
        pool = POOL.get(name, _add)
        together[name] = pool(column, starts) if len(starts) else column
    return together


def _add(column: NDArray, starts: NDArray[np.intp]) -> NDArray:
    """Return the sum of each group that begins at `starts`."""
    return np.add.reduceat(column, starts)


def _latest(column: NDArray, starts: NDArray[np.intp]) -> NDArray:
    """Return the largest of each group that begins at `starts`."""
    return np.maximum.reduceat(column, starts)


def _earliest(days: NDArray, starts: NDArray[np.intp]) -> NDArray:
    """Return the earliest day of each group that begins at `starts`, 0 (never) left out."""
    never = np.iinfo(days.dtype).max
    first = np.minimum.reduceat(np.where(days == 0, never, days), starts)
    return np.where(first == never, 0, first).astype(days.dtype)


SUMS = [field.name for field in fields(PairSums) if field.name not in {"source", "target"}]
POOL = {"first_day": _earliest, "last_day": _latest, "contact_days": _latest}
