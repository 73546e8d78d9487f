"""Overview: how we stand with everybody at once, by layer and worst first."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from stakeholders.models import Stakeholder
from stakeholders.scores.columns import Numbers, or_none, ratio
from stakeholders.scores.health import Band, Sign
from stakeholders.scores.reciprocity import evenness, evenness_interval
from stakeholders.scores.trust import average_trust
from stakeholders.scores.warmth import expected_silent
from stakeholders.standings.reading import all_with_us
from stakeholders.standings.relationship import Relationship
from stakeholders.standings.scored import Scored

LONGEST_LIST = 8
WE_CARRY = Sign.SOURCE_REACHES | Sign.SOURCE_GIVES
THEY_CARRY = Sign.TARGET_REACHES | Sign.TARGET_GIVES


class Estimate(NamedTuple):
    """A number with the ends of its 90 % interval, each None where it is unknown."""

    value: float | None
    low: float | None
    high: float | None

    @classmethod
    def of(cls, value: Numbers, low: Numbers, high: Numbers) -> Self:
        """Return what columns say, unknown as None."""
        return cls(or_none(value), or_none(low), or_none(high))


@dataclass(frozen=True, slots=True)
class LayerHealth:
    """How we stand with one layer."""

    layer: str
    people: int
    bands: dict[str, int]  # people per band; without any tie they are unknown
    kept: float | None  # share of closed promises kept, both ways, late ones half; 0..1
    reached: float  # conversations we began, faded
    answered: float  # conversations they began, faded
    even: Estimate  # evenness of reaching out, all people of the layer together; 0..1
    trust: Estimate  # how far we can count on those of whom enough is known; -1..1
    known_trust: int  # how many these are
    silent: Estimate  # how many are likely to fall silent in 30 days


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


def overview(*, day: date, past: bool = False) -> Overview:
    """Return how we stand with everybody on `day`, in a constant number of queries.

    past: a day gone by, of which nothing that happened later may be used.
    """
    others = Stakeholder.objects.current().exclude(layer=Stakeholder.Layer.TEAM)
    facts = others.order_by("pk").values_list("pk", "layer", "criticality", "influence")
    weight = {pk: 10 * critical + (reach or 0) for pk, _, critical, reach in facts}
    scored = all_with_us(list(weight), day=day, past=past)
    layers = [
        layer_health(layer, [pk for pk, where, *_ in facts if where == layer], scored)
        for layer in Stakeholder.Layer.values
    ]
    lists = (
        scored.scores.band == Band.COOLING,
        scored.scores.band == Band.STRAINED,
        (scored.scores.signs & int(WE_CARRY)) > 0,
        (scored.scores.signs & int(THEY_CARRY)) > 0,
    )
    return Overview(
        day,
        len(weight),
        {band.key: sum(layer.bands[band.key] for layer in layers) for band in Band},
        [layer for layer in layers if layer.people],
        *(_first(scored, chosen, weight) for chosen in lists),
    )


def layer_health(layer: str, people: list[int], scored: Scored) -> LayerHealth:
    """Return how we stand with the `people` (ids) of one `layer`."""
    here = np.isin(scored.scores.target, people)
    state = scored.scores.condition
    bands = {band.key: int((scored.scores.band[here] == band).sum()) for band in Band}
    bands["unknown"] += len(people) - int(here.sum())
    kept = np.sum(here * (state.kept_by_source + state.kept_by_target))
    broken = np.sum(here * (state.broken_by_source + state.broken_by_target))
    reached = float(scored.there.attention[here].sum())
    answered = float(scored.back.attention[here].sum())
    trust = np.asarray(state.trust_in_target)[here]
    return LayerHealth(
        layer,
        len(people),
        bands,
        or_none(ratio(kept, kept + broken)),
        reached,
        answered,
        Estimate.of(evenness(reached, answered), *evenness_interval(reached, answered)),
        Estimate.of(*average_trust(trust, scored.back.evidence[here])),
        int((~np.isnan(trust)).sum()),
        Estimate.of(*expected_silent(np.asarray(state.silence)[here])),
    )


def _first(
    scored: Scored, chosen: NDArray[np.bool_], weight: dict[int, int]
) -> list[Relationship]:
    """Return the chosen relationships that matter most, then the likeliest to go quiet."""
    places = np.flatnonzero(chosen)
    weights = np.array([weight[pk] for pk in scored.scores.target[places].tolist()])
    silence = np.asarray(scored.scores.condition.silence)[places]
    return scored.rows(places[np.lexsort((-silence, -weights))][:LONGEST_LIST])
