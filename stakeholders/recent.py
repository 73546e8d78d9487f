"""Recent: what was worked out lately, kept by all that it was made of."""

from collections.abc import Hashable
from math import inf
from time import monotonic


class Recent[Made]:
    """The latest of what was made, a younger and an older half; threads may share it.

    The older half goes once the younger is full, or as old as half of what is allowed.
    """

    def __init__(self, most: int, seconds: float = inf) -> None:
        """Take how many are kept at most, and for how long."""
        self.most, self.seconds = most, seconds
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.young: dict[Hashable, Made] = {}
        self.old: dict[Hashable, Made] = {}
        self.begun = monotonic()

    def get(self, key: Hashable) -> Made | None:
        """Return what was made of `key`, None where it is not known any more."""
        age = monotonic() - self.begun
        if age > self.seconds:
            self.clear()
        elif age > self.seconds / 2:
            self._turn()
        found = self.young.get(key)
        return self.old.get(key) if found is None else found

    def set(self, key: Hashable, made: Made) -> None:
        """Keep what was `made` of `key`."""
        if len(self.young) >= self.most / 2:
            self._turn()
        self.young[key] = made

    def _turn(self) -> None:
        """Let the younger half be the older one."""
        self.old, self.young, self.begun = self.young, {}, monotonic()
