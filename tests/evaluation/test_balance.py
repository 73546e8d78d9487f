"""Balance: what a half-hidden log still tells."""

import numpy as np
import pytest

from stakeholders.evaluation.balance import NAIVE, OURS, evaluate_balance
from stakeholders.evaluation.log import Log, UnreadableLogError


def leaning_log(people=40, each=12):
    """A log in which each pair leans its own way, so that there is a truth to find."""
    chance = np.random.default_rng(3)
    one, other = np.triu_indices(people, k=1)
    lean = chance.beta(2, 2, len(one))
    forth = chance.random((each, len(one))) < lean
    source = np.where(forth, one, other).ravel()
    target = np.where(forth, other, one).ravel()
    return Log(source, target, np.arange(len(source)) * 60.0, None)


@pytest.fixture(scope="module")
def found():
    return evaluate_balance(leaning_log()).predictors


@pytest.mark.parametrize("hidden", [0.5, 0.7, 0.9])
def test_ours_stays_nearer_to_the_truth_than_the_naive_number(found, hidden):
    assert found[OURS.format(hidden)]["pearson"] > found[NAIVE.format(hidden)]["pearson"]


def test_more_hidden_tells_less(found):
    reached = [found[OURS.format(hidden)]["pearson"] for hidden in (0.5, 0.7, 0.9)]
    assert reached == sorted(reached, reverse=True)


def test_a_log_without_enough_pairs_is_refused():
    with pytest.raises(UnreadableLogError, match="Too few pairs"):
        evaluate_balance(leaning_log(people=4))


@pytest.mark.parametrize(
    ("name", "least"), [("college_messages", 0.73), ("enron_messages", 0.73)]
)
def test_with_seventy_percent_hidden_ours_still_finds_the_truth(log, name, least):
    assert evaluate_balance(log(name)).predictors[OURS.format(0.7)]["pearson"] >= least
