"""An invented organisation of any size: who is in it, and which circles talk.

A circle is two to five people who speak again and again. Few people are in many circles
and most in few; most circles stay inside one unit, and of our team, a few percent, each
keeps up with some units. The same seed gives the same organisation.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]

TEAM_SHARE = 0.03
UNIT_SIZE = 40  # people, on average
CIRCLES = 1.2  # per person
LAYERS = ("peer", "user", "customer", "vendor", "shareholder")
LAYER_SHARES = (0.45, 0.27, 0.16, 0.10, 0.02)
SIZES = (2, 3, 4, 5)
SIZE_SHARES = (0.74, 0.15, 0.07, 0.04)
WITH_US = 0.6  # of the circles have one of our team in them
AT_HOME = 0.85  # of the others are of the circle's own unit
KEEPERS = 3  # of our people who keep up with each unit
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everybody by number, 0 upwards, our team first; sorted by unit after them."""

    team: int  # how many are of our team
    layer: Ints  # per person: index into LAYERS; NOBODY in our team
    unit: Ints  # per person: number of the unit; our team is unit 0
    circles: Ints  # (circles, 5): who is in each, then NOBODY
    popularity: Floats  # per circle: how much it talks, > 0

    @classmethod
    def of(cls, people: int, random: np.random.Generator) -> Self:
        """Return an organisation of so many `people`."""
        team = max(3, round(people * TEAM_SHARE))
        others = people - team
        units = max(2, others // UNIT_SIZE)
        share = random.pareto(1.5, units) + 0.5
        homes = random.choice(units, others, p=share / share.sum())
        unit = np.concatenate([np.zeros(team, np.int64), 1 + np.sort(homes)])
        layers = random.choice(len(LAYERS), others, p=LAYER_SHARES)
        activity = random.lognormal(0.0, 1.2, people)
        circles = _circles(team, unit, activity, random)
        return cls(
            team=team,
            layer=np.concatenate([np.full(team, NOBODY), layers]),
            unit=unit,
            circles=circles,
            popularity=random.lognormal(0.0, 1.2, len(circles)),
        )

    @property
    def people(self) -> int:
        """Return how many people there are."""
        return len(self.unit)

    @property
    def units(self) -> int:
        """Return how many units there are."""
        return int(self.unit.max()) + 1


def _circles(team: int, unit: Ints, activity: Floats, random: np.random.Generator) -> Ints:
    """Return who is in each circle; nobody is in one twice."""
    people, count = len(unit), round(len(unit) * CIRCLES)
    until = np.cumsum(activity)
    starts = np.searchsorted(unit, np.arange(unit.max() + 2))
    home = unit[random.integers(team, people, count)]
    first, last = starts[home], starts[home + 1] - 1
    size = random.choice(SIZES, count, p=SIZE_SHARES)
    seats = np.full((count, max(SIZES)), NOBODY)
    for seat in range(max(SIZES)):
        inside = random.random(count) < AT_HOME
        low = np.where(inside, first, team)
        high = np.where(inside, last, people - 1)
        drawn = _by_activity(until, low, high, random)
        seats[:, seat] = np.where(seat < size, drawn, NOBODY)
    keepers = _by_activity(until, 0 * starts, 0 * starts + team - 1, random, KEEPERS)
    ours = random.random(count) < WITH_US
    keeper = keepers[home, random.integers(0, KEEPERS, count)]
    seats[:, 0] = np.where(ours, keeper, seats[:, 0])
    return _each_once(seats)


def _by_activity(
    until: Floats, low: Ints, high: Ints, random: np.random.Generator, times: int = 0
) -> Ints:
    """Return somebody between each `low` and `high`, active people more often.

    until: running total of everybody's activity. times: draw so often for each; 0: once.
    """
    start = np.where(low > 0, until[low - 1], 0.0)
    shape = (len(low), times) if times else (len(low),)
    drawn = random.random(shape)
    some = (slice(None), None) if times else slice(None)
    place = np.searchsorted(until, start[some] + drawn * (until[high] - start)[some])
    return np.clip(place, low[some], high[some]).astype(np.int64)


def _each_once(seats: Ints) -> Ints:
    """Return the circles of two people or more, each person once, the first kept first."""
    again = np.zeros(seats.shape, bool)
    for seat in range(1, seats.shape[1]):
        again[:, seat] = (seats[:, :seat] == seats[:, seat, None]).any(axis=1)
    once = np.where(again, NOBODY, seats)
    order = np.argsort(once == NOBODY, axis=1, kind="stable")
    packed = np.take_along_axis(once, order, axis=1)
    return packed[packed[:, 1] != NOBODY]
