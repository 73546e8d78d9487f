"""Next steps: who is chosen, why, and that the same records always choose the same."""

import numpy as np
import pytest

from stakeholders.scores.health import Sign
from stakeholders.scores.next_steps import Cases, Cause, next_steps

USUAL = {
    "signs": 0,
    "silence": 0.1,
    "quiet": 20.0,
    "criticality": 3.0,
    "influence": 5.0,
    "cadence": np.nan,
    "ours_late": np.nan,
    "theirs_late": np.nan,
    "leaves_in": np.nan,
}


def cases(*rows):
    """Return one row per person, numbered from 1, usual but for what is said."""
    filled = [{**USUAL, **row} for row in rows]
    columns = {name: np.array([row[name] for row in filled], float) for name in USUAL}
    columns["signs"] = columns["signs"].astype(np.int32)
    return Cases(np.arange(1, len(rows) + 1), **columns)


def needs(*rows):
    """Return the need of each chosen person, by person."""
    return {step.person: round(step.need, 4) for step in next_steps(cases(*rows))}


@pytest.mark.parametrize(
    ("row", "cause", "urgency"),
    [
        ({"ours_late": 30}, Cause.OURS_LATE, 0.9),
        ({"ours_late": 300}, Cause.OURS_LATE, 0.9),
        ({"signs": Sign.SOURCE_BROKE}, Cause.STRAINED, 0.7),
        ({"signs": Sign.QUIET, "silence": 0.68}, Cause.QUIET, 0.68),
        ({"signs": Sign.SLOWED, "silence": 0.35}, Cause.QUIET, 0.35),
        ({"leaves_in": 24}, Cause.LEAVING, 0.6),
        ({"cadence": 15}, Cause.RHYTHM, 0.4),
        ({"theirs_late": 1}, Cause.THEIRS_LATE, 0.3),
        ({"signs": Sign.TARGET_GIVES}, Cause.UNANSWERED, 0.25),
        ({"ours_late": 0}, Cause.OURS_SOON, 0.25),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_each_cause_has_its_own_urgency(row, cause, urgency):
    [step] = next_steps(cases(row))
    assert step.causes == ((cause, pytest.approx(urgency)),)
    assert step.need == pytest.approx(urgency)  # make or break, and decides: matter is 1


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"silence": 0.99},  # a pair that meets rarely by habit
        {"cadence": 20},
        {"ours_late": -8},
        {"leaves_in": 61},
        {"leaves_in": -1},
        {"signs": Sign.SOURCE_GIVES},  # our giving is not mended by one more visit
    ],
)
def test_nothing_is_suggested_where_nothing_asks_for_it(row):
    assert next_steps(cases(row)) == []


def test_causes_add_up_without_passing_one():
    assert needs({"ours_late": 30, "signs": Sign.SOURCE_BROKE}) == {1: 0.97}


def test_urgency_counts_as_much_as_the_relationship_matters():
    ordinary = {"criticality": 1, "influence": np.nan}
    assert needs({"ours_late": 30, **ordinary}) == {1: round(0.9 * 4 / 11, 4)}


def test_whoever_we_just_spoke_with_is_left_alone():
    assert needs({"ours_late": 30, "quiet": 2}, {"ours_late": 30, "quiet": 3}) == {2: 0.9}


def test_whoever_we_never_spoke_with_can_be_suggested():
    assert needs({"ours_late": 30, "quiet": np.nan}) == {1: 0.9}


def test_the_neediest_come_first_and_ties_go_by_id():
    late = {"ours_late": 30}
    assert list(needs({"theirs_late": 1}, late, late)) == [2, 3, 1]


def test_five_at_most_are_chosen():
    assert len(next_steps(cases(*[{"ours_late": 30}] * 9))) == 5


def test_nobody_gives_nothing():
    assert next_steps(cases()) == []


def test_columns_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="different lengths"):
        Cases(np.array([1]), *[np.zeros(2)] * 9)
