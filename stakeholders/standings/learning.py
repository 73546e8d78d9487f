"""Learning: what all judgements taught, kept as sums so that no page reads a judgement.

It is learned anew whenever the site is settled (see `settle`), once between people and
once with our team as one, and kept as `Repute`, `Lesson`, `Norm` and in `Standing`.
"""

from dataclasses import replace as replaced
from datetime import date
from typing import Final

import numpy as np
from django.db import connection

from stakeholders.models import Lesson, Norm, Repute, bulk, stamps
from stakeholders.recent import Recent
from stakeholders.scores import prior_kept
from stakeholders.scores.columns import Ids
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior import Fading, Terms
from stakeholders.scores.prior_kept import Everybody, Learned, Taught
from stakeholders.scores.prior_learning import learn
from stakeholders.scores.rows import WIDEST
from stakeholders.standings import tables
from stakeholders.standings.columns import LANDMARK
from stakeholders.standings.expecting import FADING, as_one, judgements
from stakeholders.standings.tables import Columns

REPUTE: Final = ["judge_total", "judge_weight", "judged_total", "judged_weight"]
TAUGHT: Final = ["about_judge", "about_judged", "surprise", "weight"]
EVERYBODY: Final = ["value", "error", "weight"]
OF_PEOPLE: Final = {"stakeholder_id": np.int64, **dict.fromkeys(REPUTE, np.float64)}
OF_PAIRS: Final = {
    **dict.fromkeys(["judge_id", "judged_id"], np.int64),
    **dict.fromkeys(TAUGHT, np.float64),
}

NOTHING: Final = Everybody(*np.zeros((3, 1)))
KEPT: Final = Recent[Learned](most=2, seconds=600)


def faded(day: date, fading: Fading = FADING) -> float:
    """Return how much of a weight at the LANDMARK is left on `day`."""
    return float(2.0 ** ((LANDMARK - day).days / fading.common))


def learned(team: Ids, found: Judgements | None = None) -> tuple[Learned, Learned]:
    """Return what judgements taught between people, and with `team` (ids) as one.

    found: every judgement there is, unless they are to be read.
    Where no team is named everybody is ours, and nobody is left to expect anything from.
    """
    found = judgements() if found is None else found
    pooled = as_one(found, team) if len(team) else found.take(slice(0))
    between, with_us = (
        Learned.of(one, learn(one, FADING), LANDMARK.toordinal(), FADING)
        for one in (found, pooled)
    )
    return between, with_us


def expected(norm: Norm, judge: Ids, judged: Ids, day: date) -> Terms:
    """Return how each of `judge` can be expected to find `judged` on `day`.

    It rests on what everybody taught; of a few people, see `company`.
    """
    known = replaced(kept(), everybody=everybody(norm))
    return known.priors(judge, judged, faded(day), FADING)


def everybody(norm: Norm, prefix: str = "") -> Everybody:
    """Return all judgements together; `prefix`: "as_one_" for those with us as one."""
    return Everybody(*(np.array(getattr(norm, prefix + name)) for name in EVERYBODY))


def kept() -> Learned:
    """Return what each taught, as it is kept; the same as before, unless any of it changed.

    What everybody taught together is nothing here, see `everybody`.
    """
    if connection.in_atomic_block:  # whose own writes change a word only once
        return _read()
    word = stamps.words()["lessons"]
    known = KEPT.get(word)
    if known is None:
        known = _read()
        KEPT.set(word, known)
    return known


def _read() -> Learned:
    """Return what each taught, in two queries."""
    of = tables.read(Repute.objects.order_by("pk"), OF_PEOPLE)
    pairs = tables.read(Lesson.objects.order_by("judge_id", "judged_id"), OF_PAIRS)
    return Learned(
        NOTHING,
        of["stakeholder_id"],
        prior_kept.Repute(*(of[name] for name in REPUTE)),
        pairs["judge_id"] * WIDEST + pairs["judged_id"],
        Taught(*(pairs[name] for name in TAUGHT)),
    )


def keep(found: Learned) -> None:
    """Write what was learned between people, as far as it changed."""
    people, pairs = _rows(found)
    _update(Repute, people, ["stakeholder_id"])
    _update(Lesson, pairs, ["judge_id", "judged_id"])


def replace(found: Learned) -> None:
    """Write what was learned between people, in place of all that is kept."""
    for model, rows in zip((Repute, Lesson), _rows(found), strict=True):
        bulk.replace(model, rows)


def _rows(found: Learned) -> tuple[Columns, Columns]:
    """Return what was learned as rows of people and of pairs."""
    people = {"stakeholder_id": found.people}
    people |= {name: getattr(found.repute, name) for name in REPUTE}
    judge, judged = np.divmod(found.pairs, WIDEST)
    pairs = {"judge_id": judge, "judged_id": judged}
    return people, pairs | {name: getattr(found.taught, name) for name in TAUGHT}


def _update(model: type[Repute | Lesson], now: Columns, key: list[str]) -> None:
    """Make the table of `model` say `now`, writing only rows that changed."""
    kinds = {name: column.dtype for name, column in now.items()} | {"pk": np.int64}
    before = tables.read(model._default_manager.order_by(*key), kinds)
    known, wanted = _keys(before, key), _keys(now, key)
    gone = before["pk"][~np.isin(known, wanted)]
    if len(gone):
        model._default_manager.filter(pk__in=gone.tolist()).delete()
    differs = ~np.isin(wanted, known)
    place = np.searchsorted(known, wanted[~differs])
    same = {name: column[~differs] for name, column in now.items()}
    differs[~differs] = tables.changed(same, tables.take(before, place))
    tables.upsert(model, tables.take(now, differs), key)


def _keys(columns: Columns, key: list[str]) -> Ids:
    """Return one ascending number per row, from one id or two."""
    first, *rest = (columns[name] for name in key)
    return np.asarray(first * WIDEST + rest[0] if rest else first, np.int64)
