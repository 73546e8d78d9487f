"""Introductions: the warmest way from one person to another, over people who know them."""

from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import Final

import networkx as nx
import numpy as np

from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.sentences import Sentence

type Ways = dict[int, tuple[float, tuple[int, ...]]]  # product of ease, people on the way

MOST_STEPS: Final = 3  # a favour asked over more people is no introduction


@dataclass(frozen=True, slots=True)
class Step:
    """One person who can introduce the next."""

    source: int  # stakeholder id of who introduces
    target: int  # stakeholder id of who is asked or met
    warmth: float  # chance that the two are in contact within 30 days
    trust: float | None  # how far target can count on source, -1..1; None: unknown
    sentence: Sentence


def introduction_graph(
    source: Ids, target: Ids, silence: Floats, trust: Floats
) -> nx.DiGraph:
    """Return who can introduce whom: ties with `warmth` 0..1 and `trust` -1..1 or None.

    silence: chance of no contact in the next 30 days. trust: how far each row's target can
    count on its source. Pairs never in contact are left out.
    """
    graph = nx.DiGraph()
    met = ~np.isnan(silence)
    rows = zip(
        source[met].tolist(),
        target[met].tolist(),
        (1.0 - silence[met]).tolist(),
        trust[met].tolist(),
        strict=True,
    )
    graph.add_edges_from(
        (one, other, {"warmth": warmth, "trust": None if np.isnan(counted) else counted})
        for one, other, warmth, counted in rows
    )
    return graph


def ease(warmth: float, trust: float | None) -> float:
    """Return how easily one introduces the other: 0 not at all, 1 gladly.

    The product of warmth and of trust brought from -1..1 to 0..1; unknown trust is 0.5.
    """
    return warmth * (1.0 + (trust or 0.0)) / 2.0


def introduction(
    graph: nx.DiGraph, source: int, target: int, *, steps: int = MOST_STEPS
) -> tuple[Step, ...]:
    """Return the way with the largest product of ease, in at most `steps` steps.

    Empty when there is none, or when either is not in `graph`. A direct tie may be
    beaten by a warmer way around.
    """
    best: Ways = {source: (1.0, (source,))} if source in graph else {}
    reached = best
    for _ in range(steps):
        reached = _one_further(graph, reached, best)
        best = {**best, **reached}
    _, way = best.get(target, (0.0, ()))
    return tuple(_step(graph, one, other) for one, other in pairwise(way))


def _one_further(graph: nx.DiGraph, reached: Ways, best: Ways) -> Ways:
    """Return whom one more step reaches more easily than any way in `best`."""
    further: Ways = {}
    for person, (product, way) in reached.items():
        for other, tie in graph[person].items():
            easier = product * ease(tie["warmth"], tie["trust"])
            easiest, _ = further.get(other) or best.get(other) or (0.0, ())
            if easier > easiest:
                further[other] = (easier, (*way, other))
    return further


def _step(graph: nx.DiGraph, source: int, target: int) -> Step:
    """Return one step with its reason."""
    warmth, trust = graph[source][target]["warmth"], graph[source][target]["trust"]
    if trust is None:
        words = "In contact within 30 days: {warmth:.0%} likely; trust is not known yet."
        return Step(source, target, warmth, None, Sentence(words, {"warmth": warmth}))
    words = (
        "In contact within 30 days: {warmth:.0%} likely; how far {target} can count on"
        " {source}: {trust:.2f}."
    )
    numbers = {"warmth": warmth, "trust": trust}
    return Step(source, target, warmth, trust, Sentence(words, numbers))


def introductions(
    graph: nx.DiGraph, source: int, target: int, *, most: int = 3
) -> list[tuple[Step, ...]]:
    """Return up to `most` ways that share no introducer, the easiest first.

    Each further way does without the first person of those before; see `introduction`.
    """
    left = graph.copy()
    found: list[tuple[Step, ...]] = []
    while len(found) < most and (way := introduction(left, source, target)):
        found.append(way)
        first = way[0].target
        if first == target:
            left.remove_edge(source, target)
        else:
            left.remove_node(first)
    return found


def ease_of(way: tuple[Step, ...]) -> float:
    """Return how easily a whole `way` is gone: 0 not at all, 1 gladly; see `ease`."""
    return prod(ease(step.warmth, step.trust) for step in way)
