"""The forces that place people on the map: push by mass, pull by tie, pull to the group.

Energy: lin-log (Noack 2007, J. Graph Algorithms Appl. 11:453), with ties pulling by a
constant force and people pushing by mass over distance, so that dense groups stand
apart from each other. The push is summed on a grid by FFT, as in Linderman et al. 2019
(Nature Methods 16:243), which costs the same for a hundred people as for ten thousand;
of fewer it is summed pair by pair.
"""

from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import fft  # half the time of numpy's

type Points = NDArray[np.float64]
type Ids = NDArray[np.int64]

TOUCHING = 1e-3  # distances below this are softened, in layout units
SOFT = 0.25  # square of the distance below which a push is softened, in cells
LOOSE = 0.35  # hold of a group that ties already keep together
FEW = 200  # people; among more the grid is the faster way to sum what pushes them


@dataclass(frozen=True, slots=True)
class Ties:
    """Unordered ties as columns, among people numbered from 0."""

    count: int  # people
    source: Ids
    target: Ids
    weight: NDArray[np.float64]  # strength of the tie, > 0

    @classmethod
    def of(
        cls, count: int, source: ArrayLike, target: ArrayLike, weight: ArrayLike
    ) -> Self:
        """Return the ties among `count` people, those of a person to themselves dropped.

        Raises ValueError for an end that is nobody, or a weight that is not above 0.
        """
        ends = np.array([source, target], np.int64).reshape(2, -1)
        strength = np.asarray(weight, float)
        if ((ends < 0) | (ends >= count)).any():
            message = f"a tie ends at somebody who is not among the {count} people"
            raise ValueError(message)
        if not (np.isfinite(strength) & (strength > 0)).all():
            message = "the weight of a tie must be a number above 0"
            raise ValueError(message)
        real = ends[0] != ends[1]
        return cls(count, ends[0][real], ends[1][real], strength[real])

    def among(self, some: NDArray[np.bool_]) -> Self:
        """Return the same ties between the people that `some` selects, numbered from 0."""
        number = np.cumsum(some) - 1
        kept = some[self.source] & some[self.target]
        ends = number[self.source[kept]], number[self.target[kept]]
        return type(self)(int(some.sum()), *ends, self.weight[kept])

    @property
    def mass(self) -> NDArray[np.float64]:
        """Return each person's total tie strength."""
        return self.gather(self.weight) + self.gather(self.weight, back=True)

    def gather(self, values: NDArray[np.float64], *, back: bool = False) -> Points:
        """Return the sum of `values` (one per tie) at each source, or target if `back`."""
        ends = self.target if back else self.source
        return np.bincount(ends, values, self.count)


@dataclass(frozen=True, slots=True)
class Groups:
    """Which people keep together on the map, and how firmly."""

    number: Ids  # one whole number per person, the same for those of one group
    hold: NDArray[np.float64]  # pull to the group, where all ties of a person pull by 1

    @classmethod
    def of(cls, number: ArrayLike, hold: ArrayLike = LOOSE) -> Self:
        """Return groups whose people are held alike, or each by their own `hold`."""
        numbers = np.asarray(number, np.int64)
        return cls(numbers, np.broadcast_to(np.asarray(hold, float), numbers.shape))

    def among(self, some: NDArray[np.bool_]) -> Self:
        """Return the groups of the people that `some` selects, numbered from 0."""
        numbers = np.unique(self.number[some], return_inverse=True)[1]
        return type(self)(numbers, self.hold[some])


def attraction(at: Points, ties: Ties) -> Points:
    """Return the pull of its ties on each person: strength, whatever the distance."""
    gaps = [x[ties.target] - x[ties.source] for x in at.T]
    pull = ties.weight / _length(*gaps).clip(TOUCHING)
    sides = [ties.gather(pull * gap) - ties.gather(pull * gap, back=True) for gap in gaps]
    return np.stack(sides).T


def _length(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the length of each way; nobody is so far that its square overflows."""
    return np.sqrt(x * x + y * y)


def cohesion(at: Points, mass: NDArray[np.float64], groups: Groups) -> Points:
    """Return the pull on each person towards the middle of their group, by mass."""
    own = groups.number
    total = np.bincount(own, mass)[own]
    middle = np.stack([np.bincount(own, mass * x)[own] / total for x in at.T]).T
    return gravity(at - middle, mass * groups.hold)


def gravity(at: Points, mass: NDArray[np.float64]) -> Points:
    """Return a pull to the origin by mass, softer within a tenth of a unit."""
    pull: Points = -at * (mass / _length(*at.T).clip(0.1))[:, None]
    return pull


def repulsion(at: Points, mass: NDArray[np.float64], cells: int) -> Points:
    """Return how all others push each person: mass * mass / distance.

    cells: width of the grid; a push within one of its cells is softened away.
    """
    cell = max(float(np.ptp(at, axis=0).max()), TOUCHING) / (cells - 1.001)
    in_cells = (at - at.min(axis=0)) / cell
    few = len(at) < FEW
    felt = pair_by_pair(in_cells, mass) if few else on_a_grid(in_cells, mass, cells)
    return felt * (mass[:, None] / cell)


def pair_by_pair(at: Points, mass: NDArray[np.float64]) -> Points:
    """Return the push on a mass of 1 at each of `at`, which are in cells."""
    gaps = [x[:, None] - x for x in at.T]
    push = mass / (gaps[0] ** 2 + gaps[1] ** 2 + SOFT)
    return np.stack([(gap * push).sum(axis=1) for gap in gaps]).T


def on_a_grid(at: Points, mass: NDArray[np.float64], cells: int) -> Points:
    """Return nearly the same, summed on a grid that is `cells` wide."""
    corners, shares = _corners(at, cells)
    masses = np.bincount(corners.ravel(), (shares * mass).ravel(), cells * cells)
    field = masses.astype(np.float32).reshape(cells, cells)  # halves the time of the FFT
    spectrum = fft.rfft2(field, (2 * cells, 2 * cells))
    pushes = [_inside(spectrum * kernel, cells)[corners] for kernel in _kernels(cells)]
    return np.stack([(shares * push).sum(axis=0) for push in pushes]).T


def _inside(spectrum: NDArray[np.complexfloating], cells: int) -> NDArray[np.floating]:
    """Return the part of a field where people are, of twice its width for its edges."""
    rows = fft.ifft(spectrum, axis=0, overwrite_x=True)[:cells]
    return np.ravel(fft.irfft(rows, axis=1)[:, :cells])


def _corners(at: Points, cells: int) -> tuple[Ids, NDArray[np.float64]]:
    """Return the four grid points around each of `at`, and the share each one holds."""
    base = at.astype(np.int64)
    (x, y), (right, down) = base.T, (at - base).T
    first = x * cells + y
    corners = np.stack([first, first + 1, first + cells, first + cells + 1])
    left, up = 1 - right, 1 - down
    return corners, np.stack([left * up, left * down, right * up, right * down])


@cache
def _kernels(cells: int) -> tuple[NDArray[np.complexfloating], NDArray[np.complexfloating]]:
    """Return the spectra of the push 1 / distance along x and y, in cells."""
    steps = fft.fftfreq(2 * cells, 1 / (2 * cells)).astype(np.float32)
    squared = steps[:, None] ** 2 + steps[None, :] ** 2 + SOFT
    return fft.rfft2(steps[:, None] / squared), fft.rfft2(steps[None, :] / squared)
