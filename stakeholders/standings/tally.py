"""Tally: how we stand with each layer, kept as one row so that no page counts people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from stakeholders.models import Stakeholder, Tally
from stakeholders.models.prepared import prepared
from stakeholders.scores.columns import UNKNOWN, Numbers, or_none, ratio
from stakeholders.scores.health import Band
from stakeholders.scores.reciprocity import evenness, evenness_interval
from stakeholders.scores.trust import average_trust
from stakeholders.scores.warmth import expected_silent
from stakeholders.standings import tables
from stakeholders.standings.scored import Scored
from stakeholders.standings.tables import Columns

NUMBERS = (
    *("band", "kept", "broken", "reached"),
    *("answered", "trust", "evidence", "silence"),
)


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


def needed(who: Columns, found: Scored) -> Columns:
    """Return what a tally needs of people, whose layers `who` says, row by row."""
    state = found.scores.condition
    return {
        "layer": who["layer"],
        "band": found.scores.band,
        "kept": np.asarray(state.kept_by_source + state.kept_by_target),
        "broken": np.asarray(state.broken_by_source + state.broken_by_target),
        "reached": found.there.attention,
        "answered": found.back.attention,
        "trust": np.asarray(state.trust_in_target),
        "evidence": found.back.evidence,
        "silence": np.asarray(state.silence),
    }


def strangers(layers: NDArray) -> Columns:
    """Return the same of people without any tie, of whom only the `layers` are known."""
    zeros = np.zeros(len(layers))
    unknown = dict.fromkeys(("trust", "silence"), np.full(len(layers), UNKNOWN))
    band = np.full(len(layers), Band.UNKNOWN)
    return {**dict.fromkeys(NUMBERS, zeros), **unknown, "layer": layers, "band": band}


def joined(parts: list[Columns]) -> Columns:
    """Return `parts`, one after another."""
    nothing = {"layer": np.zeros(0, object), **dict.fromkeys(NUMBERS, np.zeros(0))}
    some = [*parts, nothing]
    return {name: np.concatenate([part[name] for part in some]) for name in nothing}


def layers(people: Columns) -> Iterator[LayerHealth]:
    """Yield how we stand with each layer but our own that anybody is in."""
    for layer in Stakeholder.Layer.values:
        here = tables.take(people, people["layer"] == layer)
        if layer != Stakeholder.Layer.TEAM and len(here["band"]):
            yield health(layer, here)


def health(layer: str, here: Columns) -> LayerHealth:
    """Return how we stand with people called `layer`; here: what `needed` says of them."""
    kept, broken = here["kept"].sum(), here["broken"].sum()
    reached, answered = float(here["reached"].sum()), float(here["answered"].sum())
    return LayerHealth(
        layer,
        len(here["band"]),
        {band.key: int((here["band"] == band).sum()) for band in Band},
        or_none(ratio(kept, kept + broken)),
        reached,
        answered,
        _even(reached, answered),
        Estimate.of(*average_trust(here["trust"], here["evidence"])),
        int((~np.isnan(here["trust"])).sum()),
        Estimate.of(*expected_silent(here["silence"])),
    )


def _even(reached: float, answered: float) -> Estimate:
    """Return how evenly both sides reach out."""
    return Estimate.of(evenness(reached, answered), *evenness_interval(reached, answered))


def write(people: Columns, day: date) -> None:
    """Replace all tallies by those of `people` on `day`."""
    found = list(layers(people))
    Tally.objects.exclude(pk__in=[one.layer for one in found]).delete()
    others = [field.name for field in Tally._meta.concrete_fields if not field.primary_key]
    Tally.objects.bulk_create(
        (_kept(one, day) for one in found),
        update_conflicts=True,
        unique_fields=["layer"],
        update_fields=others,
    )


def _kept(one: LayerHealth, day: date) -> Tally:
    """Return the row that keeps one tally."""
    return Tally(
        layer=one.layer,
        day=day.toordinal(),
        people=one.people,
        **one.bands,
        kept=one.kept,
        reached=one.reached,
        answered=one.answered,
        **dict(zip(("trust", "trust_low", "trust_high"), one.trust, strict=True)),
        known_trust=one.known_trust,
        **dict(zip(("silent", "silent_low", "silent_high"), one.silent, strict=True)),
    )


def read() -> list[LayerHealth]:
    """Return how we stand with each layer, as it was last settled, in one query."""
    kept = {one.layer: one for one in _all()}
    return [_read(kept[layer]) for layer in Stakeholder.Layer.values if layer in kept]


@prepared
def _all() -> QuerySet[Tally]:
    """Return every tally."""
    return Tally.objects.all()


def _read(one: Tally) -> LayerHealth:
    """Return one kept tally as it was counted."""
    return LayerHealth(
        one.layer,
        one.people,
        {band.key: getattr(one, band.key) for band in Band},
        one.kept,
        one.reached,
        one.answered,
        _even(one.reached, one.answered),
        Estimate(one.trust, one.trust_low, one.trust_high),
        one.known_trust,
        Estimate(one.silent, one.silent_low, one.silent_high),
    )
