"""Beside the map: the warmest ways from one person to another, each step with why."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from stakeholders.models import Stakeholder
from stakeholders.scores.introductions import (
    Step,
    ease_of,
    introduction_graph,
    introductions,
)
from stakeholders.standings import reading
from stakeholders.views.as_of import AsOf


@dataclass(frozen=True, slots=True)
class Met:
    """One step of a way: who introduces, to whom, and why they are asked."""

    source: Stakeholder
    target: Stakeholder
    reason: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a person to another."""

    steps: list[Met]
    ease: float  # of all steps together, 0..1

    def ids(self) -> str:
        """Return the ids of everybody on the way, as the drawing reads them."""
        first = [self.steps[0].source.pk]
        return "-".join(map(str, first + [step.target.pk for step in self.steps]))


class PathPanel:
    """The ways from one of two people to the other."""

    def __init__(self, source: Stakeholder, target: Stakeholder, on: AsOf) -> None:
        """Take who asks, whom they would like to meet, and the day."""
        self.source, self.target, self.on = source, target, on

    @cached_property
    def ways(self) -> list[Way]:
        """Return up to three ways, the warmest first."""
        scores = reading.everybody(day=self.on.day, past=self.on.past).scores
        state = scores.condition
        graph = introduction_graph(
            np.concatenate([scores.source, scores.target]),
            np.concatenate([scores.target, scores.source]),
            np.tile(state.silence, 2),
            np.concatenate([state.trust_in_source, state.trust_in_target]),
        )
        found = introductions(graph, self.source.pk, self.target.pk)
        people = Stakeholder.objects.in_bulk(
            {step.target for way in found for step in way} | {self.source.pk}
        )
        return [Way([_met(step, people) for step in way], ease_of(way)) for way in found]


def _met(step: Step, people: dict[int, Stakeholder]) -> Met:
    """Return `step` with the people it is about."""
    source, target = people[step.source], people[step.target]
    return Met(source, target, step.sentence.say(source.name, target.name))
