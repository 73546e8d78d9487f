"""Overview: how we stand with everybody at once, by layer and worst first."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from stakeholders.scores.health import Band
from stakeholders.standings import lists, one_side, reading, tally
from stakeholders.standings.ground import Kept
from stakeholders.standings.lists import LONGEST
from stakeholders.standings.relationship import Relationship
from stakeholders.standings.scope import EVERYBODY, Scope
from stakeholders.standings.scored import Scored
from stakeholders.standings.tables import Columns
from stakeholders.standings.tally import Estimate, LayerHealth

__all__ = ["Estimate", "LayerHealth", "Overview", "overview"]


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of all our relationships on one day."""

    day: date
    people: int
    bands: dict[str, int]
    layers: list[LayerHealth]
    cooling: list[Relationship]
    strained: list[Relationship]
    we_carry: list[Relationship]
    they_carry: list[Relationship]


def overview(*, day: date, scope: Scope = EVERYBODY, past: bool = False) -> Overview:
    """Return how we stand with `scope` on `day`, in a constant number of queries.

    Today's counts of each layer were kept when the site was last settled, and nobody is
    read who is not shown. past: a day gone by, of which nothing that happened later may
    be used; that, and a narrower scope, is counted anew.
    """
    if past or not scope.whole:
        return _counted(day, scope, past=past)
    # The first on a new day settles, and counts anew.
    worst = lists.worst(Kept(day), layer=scope.layer)
    kept = [one for one in tally.read() if scope.layer in ("", one.layer)]
    return _overview(day, kept, worst)


def _overview(
    day: date, layers: list[LayerHealth], worst: list[list[Relationship]]
) -> Overview:
    """Return `layers` and the lists of the `worst` as one."""
    bands = {band.key: sum(one.bands[band.key] for one in layers) for band in Band}
    return Overview(day, sum(one.people for one in layers), bands, layers, *worst)


def _counted(day: date, scope: Scope, *, past: bool) -> Overview:
    """Return how we stood with `scope` on `day`, counted anew."""
    who = one_side.who(scope.people())
    scored = reading.all_with_us(who["stakeholder_id"].tolist(), day=day, past=past)
    known = np.isin(who["stakeholder_id"], scored.scores.target)
    met = {name: column[known] for name, column in who.items()}
    people = tally.joined(
        [tally.needed(met, scored), tally.strangers(who["layer"][~known])]
    )
    marked = one_side.marks(scored, met["ours"])
    chosen = (
        scored.scores.band == Band.COOLING,
        scored.scores.band == Band.STRAINED,
        marked["we_carry"],
        marked["they_carry"],
    )
    worst = [_first(scored, one, met) for one in chosen]
    return _overview(day, list(tally.layers(people)), worst)


def _first(scored: Scored, chosen: NDArray[np.bool_], who: Columns) -> list[Relationship]:
    """Return the chosen relationships that matter most, then the likeliest to go quiet."""
    places = np.flatnonzero(chosen)
    silence = np.nan_to_num(np.asarray(scored.scores.condition.silence)[places])
    order = np.lexsort((-silence, -who["weight"][places]))
    return scored.rows(places[order][:LONGEST])
