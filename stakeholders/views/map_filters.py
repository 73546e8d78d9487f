"""Which people and ties an address keeps, by the same rules as the drawing (`kept.js`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from stakeholders.converters import ids
from stakeholders.forms.map import RANGES, MapFilter
from stakeholders.models.as_facts import contact_facts
from stakeholders.models.plain import plain
from stakeholders.scores.health import Band
from stakeholders.views.map_columns import HUNDREDTHS, STRENGTH, rounded
from stakeholders.views.map_data import Floats, Mask, Network, Person
from stakeholders.views.map_structure import brokers, threads

STEPS = {"trust": HUNDREDTHS, "silence": HUNDREDTHS, "strength": STRENGTH}
OF_TIES = {"band", "since", "until", "channel", "formality", "topic"} | {
    f"{score}_{end}" for score in RANGES for end in ("from", "to")
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What the filters of an address keep."""

    people: Mask
    ties: Mask


def kept(network: Network, form: MapFilter) -> Kept:
    """Return which people and which ties of `network` the address of `form` keeps."""
    chosen = form.chosen()
    ties = _ties(network, chosen) & _talked(network, form)
    people = _people(network, chosen)
    if "centre" in chosen:
        near = _near(network, chosen, ties)
        people, ties = people & near, ties & near[network.low] & near[network.high]
    ties &= people[network.low] | people[network.high]
    if chosen.keys() & OF_TIES or chosen.get("show", "brokers") != "brokers":
        ends = np.concatenate([network.low[ties], network.high[ties]])
        people &= np.isin(np.arange(len(people)), ends)
    return Kept(people, ties)


def _people(network: Network, chosen: Mapping[str, Any]) -> Mask:
    """Return which people are asked for by what they are themselves."""
    names = {pk: name for pk, name, _ in network.units}
    words = plain(chosen.get("q", "")).split()
    units = within(network, chosen.get("unit", ""))
    layer, counterpart = chosen.get("layer", ""), chosen.get("counterpart", "")
    people = np.array(
        [
            (not layer or one.layer == layer)
            and (units is None or one.unit in units)
            and (not counterpart or str(one.counterpart or "") == counterpart)
            and _says(one, names.get(one.unit or 0, ""), words)
            for one in network.people
        ],
        bool,
    )
    return people & brokers(network.crowd) if chosen.get("show") == "brokers" else people


def _says(person: Person, unit: str, words: list[str]) -> bool:
    """Return whether every one of `words` occurs in name, title or unit."""
    said = plain(f"{person.name} {person.title or ''} {unit}")
    return all(word in said for word in words)


def within(network: Network, unit: str) -> set[int | None] | None:
    """Return the ids of `unit` and all units below it, None where none is asked for."""
    if not unit:
        return None
    inside: set[int | None] = set(ids([unit]))
    for _ in network.units:
        below = {pk for pk, _, above in network.units if above in inside}
        if below <= inside:
            break
        inside |= below
    return inside


def _ties(network: Network, chosen: Mapping[str, Any]) -> Mask:
    """Return which ties are asked for by how they are."""
    state, scores = network.scores.condition, network.scores
    found = np.ones(len(network.low), bool)
    if "band" in chosen:
        found &= scores.band == Band[chosen["band"].upper()]
    trust = np.asarray(state.trust_in_target), np.asarray(state.trust_in_source)
    found &= _between("trust", *trust, chosen=chosen)
    found &= _between("silence", np.asarray(state.silence), chosen=chosen)
    found &= _between("strength", scores.strength, chosen=chosen)
    show = chosen.get("show")
    if show == "across":
        return np.asarray(found & network.across)
    if show == "one_sided":
        return np.asarray(found & (np.abs(network.sided) == 1))
    if show == "cooling":
        return np.asarray(found & (scores.band == Band.COOLING))
    return np.asarray(found & threads(network)) if show == "threads" else found


def _between(score: str, *ways: Floats, chosen: Mapping[str, Any]) -> Mask:
    """Return where a `score`, in either of the `ways`, is known and within the bounds."""
    low, high = chosen.get(f"{score}_from"), chosen.get(f"{score}_to")
    found = np.zeros(len(ways[0]), bool)
    for way in ways:
        steps, known = rounded(way, STEPS[score]), ~np.isnan(way)
        above = True if low is None else steps >= low * STEPS[score] - 1e-6
        below = True if high is None else steps <= high * STEPS[score] + 1e-6
        found |= known & above & below
    return found if low is not None or high is not None else np.ones(len(found), bool)


def _talked(network: Network, form: MapFilter) -> Mask:
    """Return which ties had one of the conversations asked for."""
    pairs = talked(form)
    if pairs is None:
        return np.ones(len(network.low), bool)
    one, other = network.ids[network.low], network.ids[network.high]
    ends = zip(
        np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), strict=True
    )
    return np.array([pair in pairs for pair in ends], bool)


def talked(form: MapFilter) -> set[tuple[int, int]] | None:
    """Return who spoke in the conversations asked for, as pairs of ids, the lower first.

    None where no conversation is asked for in particular.
    """
    talks = form.talks()
    if talks is None:
        return None
    facts = contact_facts(talks.order_by().values("pk"))
    low, high = (
        np.minimum(facts.source, facts.target),
        np.maximum(facts.source, facts.target),
    )
    return set(zip(low.tolist(), high.tolist(), strict=True))


def _near(network: Network, chosen: Mapping[str, Any], ties: Mask) -> Mask:
    """Return who is in the centre, or within so many steps of it over these `ties`."""
    near = np.array([str(one.pk) == chosen["centre"] for one in network.people], bool)
    low, high = network.low[ties], network.high[ties]
    for _ in range(int(chosen.get("steps") or 1)):
        reached = near.copy()
        reached[high[near[low]]] = True
        reached[low[near[high]]] = True
        near = reached
    return near
