"""What each free choice of the trust prior is worth, the scored ratings unseen.

Only the training stretch is looked at, the ratings from 20 to 50 %: the first half of it
chooses how fast judgements fade, the second half says which way of choosing expects best.
"""

from dataclasses import asdict
from typing import Final

import numpy as np

from stakeholders.evaluation.log import Log, UnreadableLogError
from stakeholders.evaluation.measures import (
    Figures,
    auc,
    draws,
    mean,
    pearson,
    rmse,
    share,
    with_interval,
)
from stakeholders.evaluation.result import Result
from stakeholders.evaluation.trust import (
    FEWEST,
    JUDGE,
    SHIPPED,
    STEPS,
    Steps,
    choose,
    judgements,
    stretches,
)
from stakeholders.evaluation.trust_rivals import NEVER
from stakeholders.scores.prior import Fading, Terms
from stakeholders.scores.prior_learning import learn

OURS: Final = "as chosen"


ALIKE: Final[Steps] = ([{"judged": days, "judge": days} for days in JUDGE], STEPS[2])
CHOICES: Final[dict[str, tuple[Fading, Steps]]] = {
    OURS: (SHIPPED, STEPS),
    "judges and judged fade alike": (SHIPPED, ALIKE),
    "nothing is returned": (Fading(rho=0.0), STEPS[:2]),
    "half is returned": (Fading(rho=0.5), STEPS[:2]),
    "the mean never fades": (Fading(common=NEVER), STEPS),
    "the mean fades in 30 days": (Fading(common=30.0), STEPS),
    "nothing known is worth 1": (Fading(shrink=1.0), STEPS),
    "nothing known is worth 4": (Fading(shrink=4.0), STEPS),
}


def choose_trust(log: Log) -> Result:
    """Return how near each choice comes to the later ratings of the training stretch.

    `worse`: by how much its mean squared error is above that of what was chosen. Raises
    UnreadableLogError with too few ratings.
    """
    training, scored = stretches(log)
    if training.sum() < FEWEST:
        raise UnreadableLogError(f"Too few ratings: {len(log)}.")
    place = np.flatnonzero(training)
    first, second = np.array_split(place, 2)
    early = judgements(log).take(slice(0, int(second[-1]) + 1))
    training[second] = False
    chosen = {name: choose(early, training, *how) for name, how in CHOICES.items()}
    expected = {name: learn(early, fading).expected for name, fading in chosen.items()}
    terms = {name: terms.take(second) for name, terms in expected.items()}
    return Result(
        protocol="choices of trust",
        ours=OURS,
        n=len(second),
        split={"training": len(first), "inner": len(second), "unseen": int(scored.sum())},
        predictors=_measured(log.take(second), terms),
        notes={"chosen": {name: asdict(fading) for name, fading in chosen.items()}},
    )


def _measured(log: Log, expected: dict[str, Terms]) -> dict[str, Figures]:
    """Return each choice's figures on the ratings of `log`, drawing pairs."""
    weights, signed, rating = draws(log.pair), log.rating != 0, log.rating
    of_signed = [weight[signed] for weight in weights]
    squared = {name: (rating - terms.total) ** 2 for name, terms in expected.items()}
    figures = {}
    for name, terms in expected.items():
        low, high = terms.judgement_interval()
        inside = (rating >= low) & (rating <= high)
        sign = auc(terms.total[signed], rating[signed] > 0)
        figures[name] = (
            with_interval(rmse(terms.total, rating), "rmse", weights)
            | with_interval(pearson(terms.total, rating), "pearson", weights)
            | with_interval(sign, "auc", of_signed)
            | with_interval(share(inside), "coverage90", weights)
            | with_interval(mean(squared[name] - squared[OURS]), "worse", weights)
        )
    return figures
