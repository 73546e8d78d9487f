"""Ties as columns: how pair sums travel between the table and the scores."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import numpy as np
from django.conf import settings
from django.db.models import BigIntegerField, F, Q, QuerySet
from django.db.models.functions import Cast
from numpy.typing import NDArray

from stakeholders.models import Tie, bulk
from stakeholders.scores.rows import pair_keys
from stakeholders.scores.sums import PairSums, faded_to, fading
from stakeholders.standings import tables

# Faded sums are kept as seen from this day for ever: forward decay (Cormode et al. 2009).
LANDMARK = date(2020, 1, 1)
SUMS = [field.name for field in fields(PairSums) if field.name not in {"source", "target"}]
DAYS = ["first_day", "last_day"]
ENDS = ["source_id", "target_id"]
Ties = QuerySet[Tie]
OFTEN = ["contacts", "contact_days", "attention"]
SELDOM = [name for name in SUMS if name not in {*DAYS, *OFTEN}]  # of few ties: mostly 0
KINDS = dict.fromkeys(ENDS, np.int64) | dict.fromkeys([*OFTEN, *SELDOM], np.float64)
STEPS = 2.0**40  # in a conversation, of which a tie has less than eight million
FAINT = 2.0**-10  # of a conversation; what is less rests on too few steps


def read(ties: Ties, *, day: date) -> PairSums:
    """Return `ties` as columns, faded to `day`, sorted by source and target.

    Both directions of a pair must be in `ties` where a score needs both.
    """
    return of_rows(list(as_rows(ties)), day=day)


def as_rows(ties: Ties) -> QuerySet[Tie, tuple[Any, ...]]:
    """Return what `of_rows` takes."""
    ordered = ties.order_by("source_id", "target_id")
    return ordered.values_list(*ENDS, *SUMS)


def of_rows(rows: Sequence[tuple[Any, ...]], *, day: date) -> PairSums:
    """Return `as_rows` of ties as columns, see `read`."""
    table = np.array(rows, np.float64).reshape(-1, 2 + len(SUMS)).T
    source, target = table[:2].astype(np.int64)
    sums = {
        name: column.astype(np.int32) if name in DAYS else column
        for name, column in zip(SUMS, table[2:], strict=True)
    }
    kept = PairSums(source=source, target=target, **sums)
    return faded_to(kept, LANDMARK, day, settings.RULES)


def read_many(ties: Ties, *, day: date) -> PairSums:
    """Return the same of very many `ties`, in a fifth of the time.

    Whole numbers are told and read in a third of the time of fractions, so sums are asked
    for in STEPS. What is too faint for these, and columns that are mostly 0, are read of
    those ties alone where they are not.
    """
    half_life = settings.RULES.contact_half_life
    left = float(fading(np.array(LANDMARK.toordinal()), day, half_life))
    found = _in_steps(ties, left)
    few = tables.read(ties.filter(_one_by_one(FAINT / left)), KINDS)
    known, keys = (pair_keys(*(some[end] for end in ENDS)) for some in (found, few))
    place = np.searchsorted(known, keys)
    here = np.append(known, -1)[place] == keys  # saved since is not
    sums = {name: found.get(name, np.zeros(len(known))) for name in SUMS}
    for name in [*OFTEN, *SELDOM]:
        sums[name][place[here]] = few[name][here]
    source, target = (found[end] for end in ENDS)
    kept = PairSums(source=source, target=target, **sums)
    return faded_to(kept, LANDMARK, day, settings.RULES)


def _in_steps(ties: Ties, left: float) -> tables.Columns:
    """Return what most of `ties` say, sorted, of their sums what are whole STEPS.

    left: how much of a conversation on the LANDMARK is not faded by now.
    """
    steps = {name: STEPS * (left if name != "contacts" else 1.0) for name in OFTEN}
    wholes = {
        f"{name}_in_steps": Cast(F(name) * one, BigIntegerField())
        for name, one in steps.items()
    }
    asked = ties.annotate(**wholes).values_list(*ENDS, *DAYS, *wholes)
    columns = dict(zip([*ENDS, *DAYS, *OFTEN], bulk.read(asked), strict=True))
    order = np.argsort(pair_keys(*(columns[end] for end in ENDS)), kind="stable")
    found = tables.take(columns, order)
    found |= {name: found[name].astype(np.int32) for name in DAYS}
    return found | {name: found[name] / one for name, one in steps.items()}


def _one_by_one(faint: float) -> Q:
    """Return which ties say what seldom is said, or a sum below `faint`.

    Whatever was learned of somebody is evidence, promises too.
    """
    seldom = Q(evidence__gt=0) | Q(given__gt=0)
    for name in ("contact_days", "attention"):
        seldom |= Q(**{f"{name}__lt": faint}) & Q(**{f"{name}__gt": 0})
    return seldom


def write(sums: PairSums) -> None:
    """Add `sums`, as seen from the LANDMARK, to the table of ties."""
    bulk.write(Tie, _rows(sums))


def replace(sums: PairSums) -> None:
    """Make the ties say `sums`, as seen from the LANDMARK, and nothing else."""
    bulk.replace(Tie, _rows(sums))


def _rows(sums: PairSums) -> dict[str, NDArray]:
    """Return `sums` by the names of the table's columns."""
    ends = {"source_id": sums.source, "target_id": sums.target}
    return {**ends, **{name: getattr(sums, name) for name in SUMS}}
