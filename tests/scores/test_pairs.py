"""Pairs: the scores of a small organisation, told by its facts."""

from datetime import date, timedelta

import numpy as np
import pytest

from stakeholders.evidence import Fact, Facts, Kind, Rules
from stakeholders.scores.health import Band
from stakeholders.scores.intervals import pair_intervals
from stakeholders.scores.pairs import PairScores, Ways, pair_scores
from stakeholders.scores.sums import pair_sums
from stakeholders.scores.usual import Usual

TODAY = date(2026, 11, 21)
RULES = Rules()
US, ANN, BEN, CAL, DOT, EVE = 50, 1, 2, 3, 4, 5


def ago(days):
    return TODAY - timedelta(days)


def talks(one, other, days, kind=Kind.CONTACT):
    """Return facts from each of the two in turn, on each of `days` ago."""
    both = [(one, other), (other, one)]
    return [Fact(*both[i % 2], ago(day), kind) for i, day in enumerate(days)]


WEEKLY = range(3, 500, 7)
STORIES = [
    *talks(US, ANN, WEEKLY),  # trusted
    *[Fact(ANN, US, ago(day), Kind.KEPT) for day in (5, 30, 80)],
    *talks(US, BEN, range(80, 500, 7)),  # went quiet
    *talks(US, CAL, WEEKLY),  # broke promises
    *[Fact(CAL, US, ago(day), Kind.BROKEN) for day in (10, 20, 30)],
    *[Fact(US, DOT, ago(day), Kind.CONTACT) for day in WEEKLY],  # never reaches out
    *talks(ANN, EVE, [8]),  # hardly known
]


@pytest.fixture(scope="module")
def sums():
    return pair_sums(Facts.of(STORIES), at=TODAY, rules=RULES)


@pytest.fixture(scope="module")
def usual(sums):
    return Usual.of(sums, np.array([US]))


@pytest.fixture(scope="module")
def scores(sums, usual):
    return pair_scores(sums, at=TODAY, rules=RULES, usual=usual)


def row(scores, source, target):
    (index,) = np.flatnonzero((scores.source == source) & (scores.target == target))
    return index


@pytest.mark.parametrize(
    ("person", "band"),
    [
        (ANN, Band.HEALTHY),
        (BEN, Band.COOLING),
        (CAL, Band.STRAINED),
        (DOT, Band.ONE_SIDED),
    ],
)
def test_each_story_has_its_band(scores, person, band):
    assert scores.band[row(scores, US, person)] == band


def test_a_pair_hardly_known_is_unknown(scores):
    assert scores.band[row(scores, ANN, EVE)] == Band.UNKNOWN


def test_each_pair_stands_once_and_leads_from_us(scores):
    pairs = list(zip(scores.source.tolist(), scores.target.tolist(), strict=True))
    assert sorted(pairs) == [(ANN, EVE), (US, ANN), (US, BEN), (US, CAL), (US, DOT)]


def test_trust_is_told_by_whom_it_is_in(scores):
    ann = scores.condition.row(row(scores, US, ANN))
    assert ann.trust_in_target > 0.4
    assert np.isnan(ann.trust_in_source)


def test_reliability_is_told_by_who_promised(scores):
    ann = row(scores, US, ANN)
    assert scores.target_reliability[ann] > 0.7
    assert np.isnan(scores.source_reliability[ann])


def test_the_networks_word_moves_trust(sums, usual):
    about_ann = np.where(sums.source == ANN, 0.9, np.nan)
    told = pair_scores(sums, at=TODAY, rules=RULES, usual=usual, prior=about_ann)
    plain = pair_scores(sums, at=TODAY, rules=RULES, usual=usual)
    ann, cal = row(told, US, ANN), row(told, US, CAL)
    assert told.condition.trust_in_target[ann] > plain.condition.trust_in_target[ann]
    assert told.condition.trust_in_target[cal] == plain.condition.trust_in_target[cal]


def test_what_is_usual_is_read_from_the_whole_site(usual):
    assert usual.kept == pytest.approx(0.5, abs=0.02)
    assert 0.2 < usual.reached < 0.5


def test_new_names_change_no_score(scores):
    rename = {person: 100 - person for person in (US, ANN, BEN, CAL, DOT, EVE)}
    facts = [
        Fact(rename[f.source], rename[f.target], f.day, f.kind, f.amount) for f in STORIES
    ]
    sums = pair_sums(Facts.of(facts), at=TODAY, rules=RULES)
    usual = Usual.of(sums, np.array([rename[US]]))
    renamed = pair_scores(sums, at=TODAY, rules=RULES, usual=usual)
    for person in (ANN, BEN, CAL, DOT):
        ours, theirs = row(scores, US, person), row(renamed, rename[US], rename[person])
        assert scores.band[ours] == renamed.band[theirs]
        assert scores.strength[ours] == pytest.approx(renamed.strength[theirs], rel=1e-9)


def test_shifting_the_future_changes_nothing(scores):
    later = [Fact(US, CAL, TODAY + timedelta(day), Kind.KEPT) for day in range(1, 9)]
    known = Facts.of([*STORIES, *later]).up_to(TODAY)
    sums = pair_sums(known, at=TODAY, rules=RULES)
    usual = Usual.of(sums, np.array([US]))
    seen = pair_scores(sums, at=TODAY, rules=RULES, usual=usual)
    for name in (name for name in PairScores.__slots__ if name != "condition"):
        np.testing.assert_array_equal(getattr(seen, name), getattr(scores, name))


def test_an_empty_site_has_no_scores():
    sums = pair_sums(Facts.of([]), at=TODAY, rules=RULES)
    usual = Usual.of(sums, np.array([US]))
    assert len(pair_scores(sums, at=TODAY, rules=RULES, usual=usual).band) == 0


def test_every_known_score_lies_in_its_interval(sums, usual, scores):
    ways = Ways.of(sums, usual)
    found = pair_intervals(ways.there, ways.back, at=TODAY, rules=RULES, usual=usual)
    condition = scores.condition
    shown = {
        "strength": scores.strength,
        "attention": scores.attention,
        "giving": condition.giving_evenness,
        "trust_in_source": condition.trust_in_source,
        "trust_in_target": condition.trust_in_target,
        "source_reliability": scores.source_reliability,
        "target_reliability": scores.target_reliability,
    }
    for name, score in shown.items():
        low, high = getattr(found, name)
        known = ~np.isnan(score)
        assert (np.isnan(low) == ~known).all()
        assert ((low <= score) & (score <= high))[known].all(), name
