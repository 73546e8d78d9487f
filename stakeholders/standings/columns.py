"""Ties as columns: how pair sums travel between the table and the scores."""

from dataclasses import fields
from datetime import date

import numpy as np
from django.conf import settings
from django.db.models import QuerySet
from numpy.typing import NDArray

from stakeholders.models import Tie, bulk
from stakeholders.scores.sums import PairSums, faded_to

# Faded sums are kept as seen from this day for ever: forward decay (Cormode et al. 2009).
LANDMARK = date(2020, 1, 1)
SUMS = [field.name for field in fields(PairSums) if field.name not in {"source", "target"}]
DAYS = {"first_day", "last_day"}
Ties = QuerySet[Tie]


def read(ties: Ties, *, day: date) -> PairSums:
    """Return `ties` as columns, faded to `day`, sorted by source and target.

    Both directions of a pair must be in `ties` where a score needs both.
    """
    ordered = ties.order_by("source_id", "target_id")
    rows = list(ordered.values_list("source_id", "target_id", *SUMS))
    table = np.array(rows, np.float64).reshape(-1, 2 + len(SUMS)).T
    source, target = table[:2].astype(np.int64)
    sums = {
        name: column.astype(np.int32) if name in DAYS else column
        for name, column in zip(SUMS, table[2:], strict=True)
    }
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
