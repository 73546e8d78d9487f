"""Contacts: who reached whom when several people were in one conversation."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholders.evidence.facts import Facts, Kind

# Above this many people, being in one room no longer says that any two spoke.
LARGEST_CONVERSATION = 12


@dataclass(frozen=True, slots=True)
class Presences:
    """Who was in which conversation, as columns; sorted by conversation."""

    conversation: NDArray[np.int64]  # ids, ascending
    person: NDArray[np.int64]  # stakeholder ids, each once per conversation
    initiator: NDArray[np.bool_]  # reached out; at most one per conversation
    day: NDArray[np.int32]  # ordinals
    together: NDArray[np.bool_]  # everyone heard everyone (a call, not a mail)


def contacts(seen: Presences) -> Facts:
    """Return who reached whom: each pair of a conversation shares an amount of 1.

    Whoever reached out has it all with each other person. Two people who were
    only present share it half and half: when the conversation was held together,
    or when nobody is known to have reached out. A gathering of more than
    LARGEST_CONVERSATION people joins only its initiator with the others.
    """
    starts = np.flatnonzero(np.diff(seen.conversation, prepend=-1))
    sizes = np.diff(starts, append=len(seen.conversation))
    led = np.logical_or.reduceat(seen.initiator, starts) if len(starts) else starts > 0
    return Facts.joined(
        [_reached_out(seen, starts, sizes, led), _present(seen, starts, sizes, led)]
    )


def _reached_out(
    seen: Presences, starts: NDArray, sizes: NDArray, led: NDArray[np.bool_]
) -> Facts:
    """Return a fact of amount 1 from each initiator to each other person."""
    conversation = np.repeat(np.arange(len(starts)), sizes)
    initiators = np.zeros(len(starts), np.int64)
    initiators[conversation[seen.initiator]] = seen.person[seen.initiator]
    others = led[conversation] & ~seen.initiator
    return _facts(
        initiators[conversation[others]], seen.person[others], seen.day[others], 1.0
    )


def _present(
    seen: Presences, starts: NDArray, sizes: NDArray, led: NDArray[np.bool_]
) -> Facts:
    """Return facts of amount 1/2 each way between people who were only present."""
    small = (sizes <= LARGEST_CONVERSATION) & (sizes > 1)
    if len(starts):
        small &= seen.together[starts] | ~led
    return Facts.joined(
        [
            _pairs_of(seen, starts[small & (sizes == size)], int(size))
            for size in np.unique(sizes[small])
        ]
    )


def _pairs_of(seen: Presences, starts: NDArray, size: int) -> Facts:
    """Return both directions of every pair in conversations of one `size`."""
    first, second = np.triu_indices(size, k=1)
    left = (starts[:, None] + first).ravel()
    right = (starts[:, None] + second).ravel()
    mutual = ~(seen.initiator[left] | seen.initiator[right])
    left, right = left[mutual], right[mutual]
    return _facts(
        np.concatenate([seen.person[left], seen.person[right]]),
        np.concatenate([seen.person[right], seen.person[left]]),
        np.concatenate([seen.day[left], seen.day[right]]),
        0.5,
    )


def _facts(source: NDArray, target: NDArray, day: NDArray, amount: float) -> Facts:
    """Return contact facts that share one `amount`."""
    size = len(source)
    return Facts(
        source,
        target,
        day.astype(np.int32),
        np.full(size, Kind.CONTACT, np.int8),
        np.full(size, amount),
    )
