"""What was free to choose is chosen in training; what is scored stays unseen."""

from dataclasses import replace

import numpy as np
import pytest

from stakeholders.evaluation.cooling import HORIZON
from stakeholders.evaluation.cooling_cases import cases, split
from stakeholders.evaluation.cooling_choices import OURS, choose_cooling
from stakeholders.evaluation.log import SECONDS_A_DAY, Log, UnreadableLogError
from stakeholders.evaluation.trust_choices import choose_trust
from tests.evaluation.test_trust import random_ratings


def contacts(days, count=1500, people=16):
    """Messages between random people, fewer and fewer."""
    chance = np.random.default_rng(4)
    source = chance.integers(0, people, count)
    target = (source + 1 + chance.integers(0, 5, count)) % people
    day = np.sort(chance.triangular(0, 0, days, count).astype(int))
    return Log(source, target, day * float(SECONDS_A_DAY), None)


def test_no_choice_of_cooling_sees_what_is_scored():
    log = contacts(300)
    late = log.day >= split(cases(log, HORIZON), HORIZON)[1].cut.min()
    other = np.where(late, (log.target + 7) % 16, log.target)
    changed = replace(log, target=np.where(other == log.source, (other + 1) % 16, other))
    assert choose_cooling(log).predictors == choose_cooling(changed).predictors


def test_no_choice_of_trust_sees_what_is_scored():
    log = random_ratings(800)
    other = np.where(np.arange(800) < 400, log.amount, -log.amount)
    assert (
        choose_trust(log).predictors == choose_trust(replace(log, amount=other)).predictors
    )


def test_what_was_chosen_is_no_worse_than_itself():
    ours = choose_cooling(contacts(300)).predictors[OURS]
    assert (ours["worse"], ours["worse_low"], ours["worse_high"]) == (0, 0, 0)


@pytest.mark.parametrize("choose", [choose_cooling, choose_trust])
def test_too_short_a_log_leaves_nothing_to_choose_on(choose):
    log = contacts(100) if choose is choose_cooling else random_ratings(300)
    with pytest.raises(UnreadableLogError, match=r"too short|Too few"):
        choose(log)


def test_the_public_collapse_bears_out_that_the_level_follows(log):
    found = choose_cooling(log("enron_messages")).predictors
    assert found["level left as trained"]["worse"] > 0
    assert found["taught by pairs in touch in 90 days"]["worse"] > 0
    assert found["absence counted too"]["worse_low"] > 0
