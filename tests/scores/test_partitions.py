"""Sums of parts are the sums of the whole."""

from datetime import date

import numpy as np

from stakeholders.evidence import Facts, Kind, Rules
from stakeholders.scores.partitions import joined, part_of, parted
from stakeholders.scores.sums import PairSums, pair_sums

DAY, RULES, COUNT = date(2026, 11, 20), Rules(), 5_000


def history():
    random = np.random.default_rng(7)
    source = random.integers(1, 90, COUNT)
    return Facts(
        source,
        (source + random.integers(1, 89, COUNT)) % 90,
        (DAY.toordinal() - random.integers(0, 400, COUNT)).astype(np.int32),
        random.choice(list(Kind), COUNT).astype(np.int8),
        random.uniform(0.1, 1.0, COUNT),
    )


def test_the_sums_of_all_parts_are_those_of_the_whole_to_the_last_digit():
    facts = history()
    whole = pair_sums(facts, at=DAY, rules=RULES)
    parts = [pair_sums(part, at=DAY, rules=RULES) for part in parted(facts, 7)]
    both = joined(parts)
    for name in PairSums.__slots__:
        assert np.array_equal(getattr(both, name), getattr(whole, name)), name


def test_both_ways_of_a_pair_are_in_one_part_and_parts_are_of_a_size():
    facts = history()
    back = Facts(facts.target, facts.source, facts.day, facts.kind, facts.amount)
    part = part_of(facts, 4)
    assert np.array_equal(part, part_of(back, 4))
    assert np.bincount(part, minlength=4).min() > COUNT / 4 * 0.8
