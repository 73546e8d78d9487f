"""Cooling: the cases by hand, nothing of the future, and the figures on public logs."""

import numpy as np
import pytest

from stakeholders.evaluation.cooling import (
    CALIBRATED,
    IN_SET,
    OURS,
    evaluate_cooling,
    outcomes,
)
from stakeholders.evaluation.cooling_cases import WINDOW, cases, split
from stakeholders.evaluation.log import FIRST_DAY, Log, UnreadableLogError
from stakeholders.evidence import Facts, Kind, Rules
from stakeholders.scores.outcomes import AHEAD
from stakeholders.scores.outcomes import outcomes as gather

DAY = 86_400


def log_of(*rows):
    """A log from rows of source, target and day."""
    source, target, day = zip(*sorted(rows, key=lambda row: row[2]), strict=True)
    return Log(np.array(source), np.array(target), np.array(day) * float(DAY), None)


FIRST = (8, 9, 0)  # somebody else opens the log
LAST = (8, 9, 95)  # and closes it: two cuts, on days 60 and 75, can be judged with 20 days


def test_a_pair_with_three_messages_in_the_window_is_a_case():
    some = cases(log_of(FIRST, (1, 2, 50), (2, 1, 50), (1, 2, 58), LAST), 20)
    assert [
        (cut - some.cut[0], silent)
        for cut, silent in zip(some.cut, some.silent, strict=True)
    ] == [
        (0, True),
        (15, True),
    ]


def test_two_messages_are_no_case():
    with pytest.raises(UnreadableLogError, match="too short"):
        cases(log_of(FIRST, (1, 2, 50), (2, 1, 50), LAST), 20)


def test_a_message_on_the_cut_day_belongs_to_the_future():
    some = cases(log_of(FIRST, (1, 2, 50), (2, 1, 50), (1, 2, 58), (1, 2, 60), LAST), 20)
    assert some.silent.tolist() == [False, True]
    assert some.known["quiet"].tolist() == [2.0, 15.0]


def test_what_is_known_of_a_pair_by_hand():
    some = cases(log_of(FIRST, (1, 2, 48), (2, 1, 50), (2, 1, 50), (2, 3, 59), LAST), 20)
    known = {name: column[0] for name, column in some.known.items()}
    assert known["messages"] == 3
    assert (known["forth"], known["back"], known["streak"]) == (1, 2, 2)
    assert (known["quiet"], known["age"], known["days"]) == (10, 12, 2)
    assert known["median_gap"] == 2
    assert known["absence"] == 10  # person 1; person 2 was last seen on day 59
    assert known["contact_days"] == pytest.approx(2 ** (-12 / 90) + 2 ** (-10 / 90))
    assert known["decay_90"] == pytest.approx(known["contact_days"])


def test_the_future_changes_nothing_that_is_known():
    past = [FIRST, (1, 2, 50), (2, 1, 51), (1, 2, 58)]
    quiet = cases(log_of(*past, LAST), 20)
    loud = cases(log_of(*past, (1, 2, 61), (2, 3, 62), (1, 2, 77), LAST), 20)
    for name, column in quiet.known.items():
        assert column[0] == loud.known[name][0]


def test_training_cuts_whose_outcome_was_not_known_are_dropped():
    rows = [(1, 2, day) for day in range(0, 200, 5)]
    training, scored = split(cases(log_of(*rows), 30), 30)
    assert training.cut.max() + 30 <= scored.cut.min()


def test_a_log_that_is_too_short_is_refused():
    with pytest.raises(UnreadableLogError, match="too short"):
        evaluate_cooling(log_of(FIRST, (1, 2, 20)))


@pytest.fixture(scope="module")
def results(log):
    known = {}

    def evaluate(name):
        if name not in known:
            known[name] = evaluate_cooling(log(name)).predictors
        return known[name]

    return evaluate


@pytest.mark.parametrize(
    ("name", "shipped", "calibrated"),
    [("college_messages", 0.850, 0.865), ("enron_messages", 0.755, 0.770)],
)
def test_ours_ranks_silence_as_well_as_promised(results, name, shipped, calibrated):
    figures = results(name)
    assert figures[OURS]["auc"] >= shipped
    assert figures[CALIBRATED]["auc"] >= calibrated


@pytest.mark.parametrize(
    ("name", "brier"), [("college_messages", 0.045), ("enron_messages", 0.210)]
)
def test_ours_is_no_further_off_than_a_logistic_fitted_on_the_same_set(
    results, name, brier
):
    figures = results(name)
    assert figures[CALIBRATED]["brier"] <= min(brier, figures[IN_SET]["brier"])


def test_the_product_gathers_the_cases_that_are_scored_here():
    chance = np.random.default_rng(3)
    ends = np.sort(chance.choice(12, (400, 2)), axis=1)
    ends = ends[ends[:, 0] != ends[:, 1]]
    days = np.sort(chance.integers(700_000, 700_200, len(ends)))
    log = Log(*ends.T, (days - FIRST_DAY) * float(DAY), None)
    mine = outcomes(cases(log, AHEAD))
    kind = np.full(len(log), Kind.CONTACT, np.int8)
    facts = Facts(log.source, log.target, log.day, kind, np.ones(len(log)))
    found = gather(facts, np.unique(mine.day).tolist(), Rules(), WINDOW)
    for name in ("day", "quiet", "contact_days", "absence", "silent"):
        np.testing.assert_allclose(getattr(found, name), getattr(mine, name))


@pytest.mark.parametrize(
    ("rival", "college"),
    [
        ("days since last contact", 0.860),
        ("gap / mean gap (Navarro et al. 2017)", 0.830),
        ("unanswered streak", 0.538),
    ],
)
def test_rivals_keep_their_figures(results, rival, college):
    assert results("college_messages")[rival]["auc"] == pytest.approx(college, abs=0.001)
