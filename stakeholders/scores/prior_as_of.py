"""The trust prior of any pairs as of any day, in columns."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import WIDEST_VARIANCE, Fading, Terms
from stakeholders.scores.prior_learning import Lessons
from stakeholders.scores.rows import distinct, pair_keys


@dataclass(frozen=True, slots=True)
class Past:
    """Judgements with what they taught, as seen from one day."""

    judgements: Judgements
    lessons: Lessons
    day: float  # on the judgements' clock, none of which is later
    fading: Fading

    @classmethod
    def as_of(
        cls, judgements: Judgements, lessons: Lessons, day: float, fading: Fading
    ) -> Self:
        """Return what was known at the end of `day`, using nothing after it."""
        known = judgements.day <= day
        return cls(judgements.take(known), lessons.take(known), day, fading)

    def priors(self, judge: Ids, judged: Ids) -> Terms:
        """Return how each of `judge` can be expected to find `judged` in the same row.

        judge, judged: stakeholder ids. Somebody nobody judged adds 0.
        """
        pairs, shrink = pair_keys(judge, judged), self.fading.shrink
        generosity, _ = self._others(self.fading.judge, judge, pairs, by_judge=True)
        esteem, evidence = self._others(self.fading.judged, judged, pairs, by_judge=False)
        mean, noise = self._everybody()
        return Terms(
            mean=np.full(len(pairs), mean),
            judge=generosity,
            judged=esteem,
            returned=self._returned(judge, judged),
            evidence=evidence,
            noise=np.full(len(pairs), noise),
            shrink=np.full(len(pairs), shrink),
        )

    def _weights(self, half_life: float) -> Floats:
        """Return what each judgement still counts."""
        age = self.day - self.judgements.day
        return self.judgements.weight * np.exp2(-age / half_life)

    def _everybody(self) -> tuple[float, float]:
        """Return the mean judgement and the variance around what was expected."""
        weight, shrink = self._weights(self.fading.common), self.fading.shrink
        whole = shrink + weight.sum()
        error = weight @ self.lessons.error**2
        mean = weight @ self.judgements.value / whole
        return float(mean), float((WIDEST_VARIANCE * shrink + error) / whole)

    def _others(
        self, half_life: float, person: Ids, pairs: Ids, *, by_judge: bool
    ) -> tuple[Floats, Floats]:
        """Return what all but the pair itself taught of `person`, and its evidence."""
        seen, weight = self.judgements, self._weights(half_life)
        lesson = self.lessons.about_judge if by_judge else self.lessons.about_judged
        key = seen.judge if by_judge else seen.judged
        total, whole = _sums(key, person, weight * lesson, weight)
        own = pair_keys(seen.judge, seen.judged)
        own_total, own_whole = _sums(own, pairs, weight * lesson, weight)
        evidence = whole - own_whole
        return (total - own_total) / (self.fading.shrink + evidence), evidence

    def _returned(self, judge: Ids, judged: Ids) -> Floats:
        """Return the share of the other's surprise about the judge."""
        seen, weight = self.judgements, self._weights(self.fading.common)
        total, whole = _sums(
            pair_keys(seen.judge, seen.judged),
            pair_keys(judged, judge),
            weight * self.lessons.surprise,
            weight,
        )
        return self.fading.rho * total / np.maximum(1.0, whole)


def _sums(keys: Ids, asked: Ids, *amounts: Floats) -> list[Floats]:
    """Return the sum of each of `amounts` by key for every key `asked`; 0 where unknown."""
    known = distinct(keys)
    if not len(known):
        return [np.zeros(len(asked)) for _ in amounts]
    place = np.searchsorted(known, keys)
    found = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    there = known[found] == asked
    return [np.bincount(place, amount)[found] * there for amount in amounts]
