"""Ties as columns: how pair sums travel between the table and the scores."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import numpy as np
from django.conf import settings
from django.db.models import BigIntegerField, Case, F, Q, QuerySet, When
from django.db.models.functions import Cast
from numpy.typing import NDArray

from stakeholders.models import Tie, bulk
from stakeholders.scores.columns import Mask
from stakeholders.scores.rows import WIDEST, pair_keys
from stakeholders.scores.sums import PairSums, faded_to, fading
from stakeholders.standings import tables

# Faded sums are kept as seen from this day for ever: forward decay (Cormode et al. 2009).
LANDMARK = date(2020, 1, 1)
SUMS = [field.name for field in fields(PairSums) if field.name not in {"source", "target"}]
DAYS = ["first_day", "last_day"]
ENDS = ["source_id", "target_id"]
Ties = QuerySet[Tie]
OFTEN = ["contacts", "contact_days", "attention"]
FADING = {"contact_days", "attention"}
SELDOM = [name for name in SUMS if name not in {*DAYS, *OFTEN}]  # of few ties: mostly 0
SAID = Q(evidence__gt=0) | Q(given__gt=0)  # promises are evidence, and lessons rest on it
DAY = 2 * WIDEST  # from where a second day counts, beside a first and a truth
PAIR = F("source_id") * WIDEST + F("target_id")
SPAN = (
    F("last_day") * DAY  # a number PostgreSQL knows to be big
    + F("first_day") * 2
    + Case(When(SAID, then=1), default=0)
)
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
    """Return the same of very many `ties`, in a third of the time.

    Of sums in STEPS, those too faint for that are read one by one, as is what is SAID of
    few ties, of these alone.
    """
    found, said = _in_steps(ties, day)
    least = FAINT / _left(day)
    met, reached = found.last_day > 0, found.contacts > 0
    days, attention = found.contact_days < least, found.attention < least
    _tell(found, said, ties, SAID, SELDOM)
    faint = Q(contact_days__lt=least) | Q(attention__lt=least)
    _tell(found, met & days | reached & attention, ties, faint, OFTEN)
    return faded_to(found, LANDMARK, day, settings.RULES)


def read_contacts(ties: Ties, *, day: date) -> PairSums:
    """Return the same without gifts, promises and lessons, and no sum below a STEP."""
    return faded_to(_in_steps(ties, day)[0], LANDMARK, day, settings.RULES)


def _in_steps(ties: Ties, day: date) -> tuple[PairSums, Mask]:
    """Return what most of `ties` say, sorted, and of which of them more is SAID.

    Of sums it is what are whole STEPS on `day`: whole numbers are told and read in a third
    of the time of fractions. Two that are small travel as one.
    """
    steps = {name: STEPS * (_left(day) if name in FADING else 1.0) for name in OFTEN}
    wholes = {
        f"{name}_in_steps": Cast(F(name) * one, BigIntegerField())
        for name, one in steps.items()
    }
    asked = ties.annotate(pair=PAIR, span=SPAN, **wholes)
    columns = bulk.read(asked.values_list("pair", "span", *wholes))
    pair, span, *often = bulk.ascending(columns)
    sums: tables.Columns = {name: np.zeros(len(pair)) for name in SELDOM}
    for name, column in zip(OFTEN, often, strict=True):
        sums[name] = column / steps[name]
    first, last = span % DAY // 2, span // DAY
    days = {"first_day": first.astype(np.int32), "last_day": last.astype(np.int32)}
    found = PairSums(source=pair // WIDEST, target=pair % WIDEST, **(sums | days))
    return found, span % 2 > 0


def _left(day: date) -> float:
    """Return how much of a conversation on the LANDMARK is not faded on `day`."""
    half_life = settings.RULES.contact_half_life
    return float(fading(np.array(LANDMARK.toordinal()), day, half_life))


def _tell(found: PairSums, rows: Mask, ties: Ties, which: Q, names: list[str]) -> None:
    """Let the columns `names` of some `rows` of `found` say what ties say, exactly.

    which: where among `ties` these rows are.
    """
    if not rows.any():
        return
    kinds = dict.fromkeys(ENDS, np.int64) | dict.fromkeys(names, np.float64)
    few = tables.read(ties.filter(which), kinds)
    known = pair_keys(found.source, found.target)
    keys = pair_keys(*(few[end] for end in ENDS))
    place = np.searchsorted(known, keys)
    here = np.append(known, -1)[place] == keys  # saved since is not
    here &= np.append(rows, False)[place]
    for name in names:
        getattr(found, name)[place[here]] = few[name][here]


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
