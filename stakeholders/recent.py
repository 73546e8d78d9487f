"""Recent: what was worked out lately, kept by all that it was made of."""

from collections.abc import Callable, Hashable
from math import inf
from time import monotonic


class Recent[Made]:
    """The latest of what was made, a younger and an older half; threads may share it.

    The older half goes once the younger is full, or as old as half of what is allowed.
    """

    def __init__(
        self,
        most: float,
        seconds: float = inf,
        weigh: Callable[[Made], float] = lambda made: 1,
    ) -> None:
        """Take how much is kept at most, counted as it is weighed, and for how long."""
        self.most, self.seconds, self.weigh = most, seconds, weigh
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.young: dict[Hashable, Made] = {}
        self.old: dict[Hashable, Made] = {}
        self.weight, self.begun = 0.0, monotonic()

    def get(self, key: Hashable) -> Made | None:
        """Return what was made of `key`, None where it is not known any more."""
        age = monotonic() - self.begun
        if age > self.seconds:
            self.clear()
        elif age > self.seconds / 2:
            self._turn(self.begun + self.seconds / 2)
        found = self.young.get(key)
        return self.old.get(key) if found is None else found

    def set(self, key: Hashable, made: Made) -> None:
        """Keep what was `made` of `key`."""
        if self.weight >= self.most / 2:
            self._turn(monotonic())
        self.young[key] = made
        self.weight += self.weigh(made)

    def _turn(self, begun: float) -> None:
        """Let the younger half be the older one; the next begins at `begun`."""
        self.old, self.young, self.weight, self.begun = self.young, {}, 0.0, begun
