"""Ties as columns: how pair sums travel between the table and the scores."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import numpy as np
from django.conf import settings
from django.db.models import QuerySet
from numpy.typing import NDArray

from stakeholders.models import Tie, bulk
from stakeholders.scores.rows import pair_keys
from stakeholders.scores.sums import PairSums, faded_to
from stakeholders.standings import tables

# Faded sums are kept as seen from this day for ever: forward decay (Cormode et al. 2009).
LANDMARK = date(2020, 1, 1)
SUMS = [field.name for field in fields(PairSums) if field.name not in {"source", "target"}]
DAYS = {"first_day", "last_day"}
ENDS = ["source_id", "target_id"]
Ties = QuerySet[Tie]
OFTEN = ["first_day", "last_day", "contacts", "contact_days", "attention"]
SELDOM = [name for name in SUMS if name not in OFTEN]  # said of few ties: mostly 0


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
    """Return the same of very many `ties`, in a third of the time.

    Columns that are mostly 0 are read of those ties alone where they are not.
    """
    source, target, *often = bulk.read(ties.values_list(*ENDS, *OFTEN))
    order = np.lexsort((target, source))
    source, target = source[order], target[order]
    sums = {name: column[order] for name, column in zip(OFTEN, often, strict=True)}
    sums |= {name: sums[name].astype(np.int32) for name in DAYS}
    kinds = {**dict.fromkeys(ENDS, np.int64), **dict.fromkeys(SELDOM, np.float64)}
    some = tables.read(ties.exclude(**dict.fromkeys(SELDOM, 0)), kinds)
    known = pair_keys(source, target)
    keys = pair_keys(*(some[name] for name in ENDS))
    place = np.searchsorted(known, keys)
    here = np.append(known, -1)[place] == keys  # saved since is not
    for name in SELDOM:
        sums[name] = np.zeros(len(source))
        sums[name][place[here]] = some[name][here]
    kept = PairSums(source=source, target=target, **sums)
    return faded_to(kept, LANDMARK, day, settings.RULES)


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
