"""Kept sums say of any pair, on any later day, what every judgement says."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import Fading, Terms
from stakeholders.scores.prior_as_of import Past
from stakeholders.scores.prior_kept import Learned
from stakeholders.scores.prior_learning import learn

FADING = Fading()
PEOPLE = 4
pairs = st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1)).filter(
    lambda pair: pair[0] != pair[1]
)
verdicts = st.tuples(pairs, st.integers(0, 400), st.sampled_from([-1.0, -0.5, 0.0, 1.0]))


def judged(rows):
    """Return judgements in order of time."""
    rows = sorted(rows, key=lambda row: row[1])
    judge, judged = np.array([row[0] for row in rows], np.int64).reshape(-1, 2).T
    day, value = (np.array([row[place] for row in rows], float) for place in (1, 2))
    return Judgements(judge, judged, day, value, np.ones(len(rows)))


@given(st.lists(verdicts, max_size=12), st.integers(0, 900))
def test_they_say_what_all_judgements_say(rows, later):
    seen, day = judged(rows), 400.0 + later
    lessons = learn(seen, FADING)
    judge, other = (end.ravel() for end in np.mgrid[:PEOPLE, :PEOPLE])
    past = Past.as_of(seen, lessons, day, FADING).priors(judge, other)
    kept = Learned.of(seen, lessons, 0.0, FADING).priors(
        judge, other, 2.0 ** (-day / FADING.common), FADING
    )
    for field in fields(Terms):
        np.testing.assert_allclose(
            getattr(kept, field.name), getattr(past, field.name), rtol=1e-9, atol=1e-12
        )


def test_sums_are_kept_for_one_half_life_only():
    nothing = judged([])
    with pytest.raises(ValueError, match="one half-life"):
        Learned.of(nothing, learn(nothing, FADING), 0.0, Fading(judge=30.0))
