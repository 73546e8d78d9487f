"""Contacts: who reached whom when several people were in one conversation."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence.facts import Facts, Kind

# Above this many people, being in one room no longer says that any two spoke.
LARGEST_CONVERSATION = 12

type Places = NDArray[np.intp]  # indices into the rows of Presences


@dataclass(frozen=True, slots=True)
class Presences:
    """Who was in which conversation, as columns; sorted by conversation."""

    conversation: NDArray[np.int64]  # ids, ascending, >= 0
    person: NDArray[np.int64]  # stakeholder ids, each once per conversation
    initiator: NDArray[np.bool_]  # reached out; at most one per conversation
    day: NDArray[np.int32]  # ordinals
    together: NDArray[np.bool_]  # everyone heard everyone (a call, not a mail)
    mood: NDArray[np.float64]  # -1..1; NaN: not said


def contacts(seen: Presences) -> Facts:
    """Return who reached whom, and how they felt about each other.

    Each pair of a conversation shares one contact of amount 1. Whoever reached out
    has it all, with each other person. Two people who were only present share it
    half and half: when the conversation was held together, or when nobody is known
    to have reached out. A gathering of more than LARGEST_CONVERSATION people joins
    only its initiator with the others.
    """
    starts = np.flatnonzero(np.diff(seen.conversation, prepend=-1))
    if not len(starts):
        return Facts.of([])
    sizes = np.diff(starts, append=len(seen.conversation))
    led = np.logical_or.reduceat(seen.initiator, starts)
    leader, other = _reached_out(seen, sizes, led)
    mutual = _present(seen, starts, sizes, led)
    one, two = (np.concatenate(side) for side in zip(*mutual, strict=True))
    return Facts.joined(
        [
            _facts(seen, leader, other, Kind.CONTACT, np.full(len(leader), 1.0)),
            _facts(seen, one, two, Kind.CONTACT, np.full(len(one), 0.5)),
            _moods(seen, np.append(leader, other), np.append(other, leader)),
            _moods(seen, one, two),
        ]
    )


def _reached_out(
    seen: Presences, sizes: NDArray, led: NDArray[np.bool_]
) -> tuple[Places, Places]:
    """Return the rows of each initiator beside each other person they reached."""
    conversation = np.repeat(np.arange(len(sizes)), sizes)
    initiators = np.zeros(len(sizes), np.intp)
    initiators[conversation[seen.initiator]] = np.flatnonzero(seen.initiator)
    others = np.flatnonzero(led[conversation] & ~seen.initiator)
    return initiators[conversation[others]], others


def _present(
    seen: Presences, starts: Places, sizes: NDArray, led: NDArray[np.bool_]
) -> list[tuple[Places, Places]]:
    """Return both orders of each pair of rows that were only present, by size."""
    talked = (sizes <= LARGEST_CONVERSATION) & (sizes > 1) & (seen.together[starts] | ~led)
    empty = np.zeros(0, np.intp)
    pairs = [(empty, empty)]
    for size in np.unique(sizes[talked]):
        here = starts[talked & (sizes == size), None]
        first, second = np.nonzero(~np.eye(size, dtype=bool))
        left, right = (here + first).ravel(), (here + second).ravel()
        mutual = ~(seen.initiator[left] | seen.initiator[right])
        pairs.append((left[mutual], right[mutual]))
    return pairs


def _moods(seen: Presences, left: Places, right: Places) -> Facts:
    """Return how each person of `left` felt about the one in `right`, where said."""
    mood = seen.mood[left]
    said = ~np.isnan(mood)
    return _facts(seen, left[said], right[said], Kind.MOOD, mood[said])


def _facts(
    seen: Presences, left: Places, right: Places, kind: Kind, amount: NDArray[np.float64]
) -> Facts:
    """Return facts of one `kind` from the people in `left` to those in `right`."""
    kinds = np.full(len(left), kind, np.int8)
    return Facts(seen.person[left], seen.person[right], seen.day[left], kinds, amount)
