"""The sentence that sums up how we stand."""

from typing import Protocol

# Of the relationships we know enough about to say how they are.
MOST, MANY = 0.6, 0.4


class Counted(Protocol):
    """People, and how many of them are in each band."""

    @property
    def people(self) -> int:
        """Return how many they are."""

    @property
    def bands(self) -> dict[str, int]:
        """Return how many are in each band, by its name."""


def headline(state: Counted) -> str:
    """Return one or two plain sentences about the state of all relationships."""
    known = state.people - state.bands["unknown"]
    if not known:
        return (
            "Too little is known yet to say how we stand. "
            "Log what was promised, given and felt, and it will show."
        )
    healthy = state.bands["healthy"] / known
    mood = "Mostly steady" if healthy >= MOST else "Mixed" if healthy >= MANY else "Thin"
    return f"{mood}: {_worries(state)}"


def _worries(state: Counted) -> str:
    """Return what is not healthy, as the rest of the sentence."""
    counts = (
        (state.bands["cooling"], "is cooling", "are cooling"),
        (state.bands["one_sided"], "is one-sided", "are one-sided"),
        (state.bands["strained"], "is strained", "are strained"),
    )
    parts = [
        f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count
    ]
    if not parts:
        return "nothing we know of is cooling, one-sided or strained."
    *first, last = parts
    return f"{', '.join(first)} and {last}." if first else f"{last}."
