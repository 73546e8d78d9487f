"""The trust prior: worked by hand, as of a day equal to online, and as properties."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.evidence import Fact, Facts, Kind
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import Fading
from stakeholders.scores.prior_as_of import Past
from stakeholders.scores.prior_learning import learn
from stakeholders.scores.prior_learning_columns import terms_by_day

ANN, BEN, CAL, DEE = 3, 9, 4, 7
FADING = Fading()
TERMS = ("mean", "judge", "judged", "returned", "evidence", "noise")


def judged(*rows):
    """Judgements from rows of judge, judged, day, value and, maybe, weight."""
    full = [row if len(row) == 5 else (*row, 1.0) for row in rows]
    judge, other, day, value, weight = zip(*full, strict=True) if full else ((),) * 5
    return Judgements(
        np.array(judge, np.int64),
        np.array(other, np.int64),
        np.array(day, np.float64),
        np.array(value, np.float64),
        np.array(weight, np.float64),
    )


def prior(judgements, judge, other, day, fading=FADING):
    past = Past.as_of(judgements, learn(judgements, fading), day, fading)
    return past.priors(np.array([judge], np.int64), np.array([other], np.int64))


@st.composite
def histories(draw, least=0):
    one = st.tuples(
        st.integers(0, 4),
        st.integers(1, 4),
        st.integers(0, 400),
        st.sampled_from([-1.0, -0.3, 0.0, 0.6, 1.0]),
        st.sampled_from([0.5, 1.0]),
    )
    rows = draw(st.lists(one, min_size=least, max_size=25))
    rows = [(u, (u + step) % 5, float(day), x, w) for u, step, day, x, w in rows]
    return judged(*sorted(rows, key=lambda row: row[2]))


def test_nobody_judged_gives_the_middle_with_the_widest_doubt():
    terms = prior(judged(), ANN, BEN, 10)
    assert terms.total.tolist() == [0.0]
    assert terms.deviation[0] == pytest.approx(1.3 * np.sqrt(1 / 3 / 2))


def test_one_kept_promise_raises_what_a_third_person_expects():
    terms = prior(judged((ANN, BEN, 10, 1.0)), CAL, BEN, 10)
    assert terms.mean[0] == pytest.approx(1 / 3)  # (0 + 1) / (2 + 1)
    assert terms.judged[0] == pytest.approx(1 / 3)
    assert terms.judge[0] == 0.0
    assert terms.total[0] == pytest.approx(2 / 3)


def test_a_pairs_own_judgement_is_evidence_and_not_its_prior():
    terms = prior(judged((ANN, BEN, 10, 1.0)), ANN, BEN, 10)
    assert (terms.judge[0], terms.judged[0], terms.evidence[0]) == (0.0, 0.0, 0.0)


def test_half_the_surprise_comes_back():
    terms = prior(judged((BEN, ANN, 10, 1.0)), ANN, BEN, 10)
    assert terms.returned[0] == pytest.approx(0.5)


def test_what_comes_back_fades_by_half_in_a_half_life():
    terms = prior(judged((BEN, ANN, 10, 1.0)), ANN, BEN, 10 + FADING.common)
    assert terms.returned[0] == pytest.approx(0.25)


def test_a_generous_judges_praise_teaches_less():
    praise = [(ANN, other, 10.0 + day, 1.0) for day, other in enumerate(range(20, 40))]
    lessons = learn(judged(*praise, (ANN, BEN, 40, 1.0), (CAL, BEN, 40, 1.0)), FADING)
    assert lessons.about_judged[-2] < lessons.about_judged[-1] / 2


def test_judgements_of_one_day_do_not_see_each_other():
    rows = [(ANN, BEN, 5, 1.0), (CAL, BEN, 5, -1.0), (BEN, ANN, 5, 0.5)]
    assert learn(judged(*rows), FADING).expected.total.tolist() == [0.0, 0.0, 0.0]


def test_days_that_run_backwards_are_refused():
    with pytest.raises(ValueError, match="in order of time"):
        learn(judged((ANN, BEN, 5, 1.0), (ANN, CAL, 4, 1.0)), FADING)


def test_judging_oneself_is_refused():
    with pytest.raises(ValueError, match="somebody else"):
        learn(judged((ANN, ANN, 5, 1.0)), FADING)


@pytest.mark.parametrize(
    ("kind", "judge", "value"),
    [
        (Kind.KEPT, BEN, 1.0),
        (Kind.LATE, BEN, 0.0),
        (Kind.BROKEN, BEN, -1.0),
        (Kind.CREDIT, BEN, 1.0),
        (Kind.BLAME, BEN, -1.0),
        (Kind.MOOD, ANN, 0.4),
    ],
)
def test_the_one_who_learns_is_the_judge(kind, judge, value):
    amount = 0.4 if kind == Kind.MOOD else 1.0
    some = Judgements.of(Facts.of([Fact(ANN, BEN, date(2026, 11, 1), kind, amount)]))
    assert (some.judge.tolist(), some.value.tolist()) == ([judge], [value])


def test_contact_is_no_judgement():
    some = Judgements.of(Facts.of([Fact(ANN, BEN, date(2026, 11, 1), Kind.CONTACT)]))
    assert len(some) == 0


@given(histories(least=1))
@settings(max_examples=60, deadline=None)
def test_as_of_a_day_equals_what_was_expected_online(history):
    lessons = learn(history, FADING)
    last = history.day[-1]
    before = history.take(history.day < last)
    past = Past(before, learn(before, FADING), last, FADING)
    now = history.take(history.day == last)
    for name in TERMS:
        online = getattr(lessons.expected, name)[-len(now) :]
        columns = getattr(past.priors(now.judge, now.judged), name)
        assert columns == pytest.approx(online, rel=1e-9, abs=1e-12)


@given(histories(), histories())
@settings(max_examples=40, deadline=None)
def test_the_future_changes_nothing(history, future):
    later = future.day + 401
    both = Judgements(
        *(
            np.concatenate([getattr(history, n), getattr(future, n)])
            for n in ("judge", "judged")
        ),
        np.concatenate([history.day, later]),
        *(
            np.concatenate([getattr(history, n), getattr(future, n)])
            for n in ("value", "weight")
        ),
    )
    with_future = prior(both, ANN, 4, 400.0)
    assert with_future.total.tolist() == prior(history, ANN, 4, 400.0).total.tolist()


@given(histories())
@settings(max_examples=40, deadline=None)
def test_terms_add_up_and_stay_in_bounds(history):
    terms = prior(history, 1, 4, 401.0)
    parts = terms.mean + terms.judge + terms.judged + terms.returned + terms.held
    assert parts == pytest.approx(terms.total, abs=1e-12)
    assert -1 <= terms.total[0] <= 1


@given(histories())
@settings(max_examples=40, deadline=None)
def test_names_do_not_matter(history):
    renamed = Judgements(
        history.judge * 7 + 100,
        history.judged * 7 + 100,
        history.day,
        history.value,
        history.weight,
    )
    there = prior(renamed, 1 * 7 + 100, 4 * 7 + 100, 401.0).total
    assert there == pytest.approx(prior(history, 1, 4, 401.0).total, abs=1e-12)


@given(histories())
@settings(max_examples=40, deadline=None)
def test_the_pairs_own_newest_kept_promise_never_lowers_its_prior(history):
    columns = [getattr(history, name).tolist() for name in history.__slots__]
    rows = list(zip(*columns, strict=True))
    more = judged(*rows, (1, 4, 401.0, 1.0, 1.0))
    without = prior(history, 1, 4, 401.0)
    raw = [
        t.mean + t.judge + t.judged + t.returned
        for t in (prior(more, 1, 4, 401.0), without)
    ]
    assert raw[0][0] >= raw[1][0] - 1e-12


@given(histories(), st.sampled_from([FADING, Fading(judge=0.3, judged=40.0, common=2.0)]))
def test_a_day_in_columns_teaches_what_one_by_one_does(history, fading):
    terms = learn(history, fading).expected
    one_by_one = np.array([getattr(terms, name) for name in TERMS]).T
    assert terms_by_day(history, fading) == pytest.approx(one_by_one.reshape(-1, 6))


def test_days_with_many_judgements_are_learned_in_columns_alike(monkeypatch):
    random = np.random.default_rng(3)
    judge, step = random.integers(0, 60, 3000), random.integers(1, 60, 3000)
    many = Judgements(
        judge,
        (judge + step) % 60,
        np.sort(random.integers(0, 30, 3000)).astype(float),
        random.uniform(-1, 1, 3000),
        np.ones(3000),
    )
    in_columns = learn(many, FADING)
    monkeypatch.setattr("stakeholders.scores.prior_learning.MANY", np.inf)
    one_by_one = learn(many, FADING)
    assert in_columns.error == pytest.approx(one_by_one.error, rel=1e-9)
    assert in_columns.surprise == pytest.approx(one_by_one.surprise, rel=1e-9)
