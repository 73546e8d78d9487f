"""One side: the rows of `Standing` as columns, and the scores that follow from them.

Rows are in order of person. Where pair sums are made of them, our side is US (0), so
that all rows from us come first and those back to us after them, each in that order.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import numpy as np
from django.conf import settings
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from numpy.typing import NDArray

from stakeholders.models import Norm, Stakeholder, Standing, bulk
from stakeholders.models.prepared import prepared
from stakeholders.recent import Recent
from stakeholders.scores import prior_kept
from stakeholders.scores.columns import Ids
from stakeholders.scores.health import Band, Sign
from stakeholders.scores.pairs import Ways
from stakeholders.scores.prior import Terms
from stakeholders.scores.prior_kept import Learned, Taught, prior_terms
from stakeholders.scores.rows import among
from stakeholders.scores.sums import PairSums, faded_to
from stakeholders.standings import norms, tables
from stakeholders.standings.columns import LANDMARK
from stakeholders.standings.expecting import FADING
from stakeholders.standings.learning import REPUTE, TAUGHT, everybody, faded
from stakeholders.standings.pooling import US, pooled
from stakeholders.standings.relationship import Relationship
from stakeholders.standings.scored import Scored, score
from stakeholders.standings.tables import Columns

PERSON: Final = {"stakeholder_id": np.int64}
DAYS: Final = ["first_day", "last_day"]
EITHER_WAY: Final = [*DAYS, "contact_days"]
EACH_WAY: Final = (
    *("contacts", "attention", "given", "kept"),
    *("late", "broken", "outcome", "evidence"),
)
WAYS: Final = ("our", "their")
SUMS: Final = {
    **dict.fromkeys(DAYS, np.int64),
    "contact_days": np.float64,
    **{f"{way}_{name}": np.float64 for way in WAYS for name in EACH_WAY},
}
LEARNED: Final = dict.fromkeys(
    [*REPUTE, *(f"{way}_{name}" for way in WAYS for name in TAUGHT), "seen"], np.float64
)
STAKEHOLDER: Final = {
    "id": np.int64,
    "layer": object,
    "criticality": np.int64,
    "influence": np.float64,
}
LAYERS: Final = {str(one): place for place, one in enumerate(Stakeholder.Layer)}
WEIGHS: Final = Coalesce("influence", 0)
WHO: Final = {"layer": object, "ours": np.bool_, "weight": np.int64}
MARKS: Final = {
    **dict.fromkeys(["day", "band", "calm", "spoke"], np.int64),
    "silence": np.float64,
    **dict.fromkeys(["we_carry", "they_carry", "never"], np.bool_),
}
MOVES: Final = (*LEARNED, *MARKS)  # what settling changes
KEPT: Final = {**PERSON, **SUMS, **LEARNED}
OF_SUMS: Final = slice(len(PERSON), len(PERSON) + len(SUMS))  # in a row of KEPT
WHOLE: Final = {**KEPT, **WHO, **MARKS}
WE_CARRY: Final = Sign.SOURCE_REACHES | Sign.SOURCE_GIVES
THEY_CARRY: Final = Sign.TARGET_REACHES | Sign.TARGET_GIVES
REMEMBERED: Final = 50  # people of one change

type Row = tuple[Any, ...]  # of KEPT

_scored: Final = Recent[Relationship](most=2_000)


def read(rows: QuerySet[Standing], *, whole: bool = False) -> Columns:
    """Return `rows` in order of person; whole: also what orders and filters lists."""
    return tables.read(rows.order_by("pk"), WHOLE if whole else KEPT)


def named(people: list[int]) -> Columns:
    """Return the rows of `people` (ids), as `read` does."""
    return tables.columns(rows(people), KEPT)


def rows(people: list[int]) -> list[Row]:
    """Return the same rows of `people` (ids), not in columns."""
    return _rows(people=people)


@prepared
def _rows(*, people: list[int]) -> QuerySet[Standing, Row]:
    """Return KEPT of `people` (ids) in order of person."""
    some = Standing.objects.filter(pk__in=people).order_by("pk")
    return some.values_list(*KEPT)


def row(one: Standing) -> Row:
    """Return one row, which was read as a record, as `rows` does."""
    return tuple(getattr(one, name) for name in KEPT)


def each(rows: Iterable[Row], norm: Norm, day: date) -> dict[int, Relationship]:
    """Return how our side stands on `day` with those whose rows these are, by id.

    Who has no evidence is absent. Only those are scored whose sums, or what is usual,
    changed since they were scored last.
    """
    usual = _usual(norm, day)
    known = {row: _scored.get((usual, row)) for row in rows if any(row[OF_SUMS])}
    new = {row[0]: row for row, one in known.items() if one is None}
    if new:
        found = scored(tables.columns([new[pk] for pk in sorted(new)], KEPT), norm, day)
        for one in found.rows(range(len(found))):
            known[new[one.target]] = one
            _scored.set((usual, new[one.target]), one)
    return {one.target: one for one in known.values() if one}


def remember(rows: Columns, found: Scored, norm: Norm) -> None:
    """Keep what was `found` of `rows`, if they are few, for who asks for `each` of them.

    Whoever saved looks at it next.
    """
    if len(found) > REMEMBERED:
        return
    usual = _usual(norm, found.day)
    kept = zip(*(rows[name].tolist() for name in KEPT), strict=True)
    for row, one in zip(kept, found.rows(range(len(found))), strict=True):
        _scored.set((usual, row), one)


def _usual(norm: Norm, day: date) -> tuple[Any, ...]:
    """Return what scores are made of beside a row."""
    return (day, settings.RULES, *(getattr(norm, name) for name in norms.FIELDS))


def any_evidence(rows: Columns) -> NDArray[np.bool_]:
    """Return with whom there is any evidence at all."""
    found = [rows[name] != 0 for name in SUMS]
    return np.any(found, axis=0) if len(rows["stakeholder_id"]) else np.zeros(0, np.bool_)


def of_sums(pooled: PairSums, people: Ids) -> Columns:
    """Return `pooled` sums of our side as rows for `people` (ids, ascending), 0 if none."""
    rows: Columns = {"stakeholder_id": people}
    for way, mine in zip(WAYS, (pooled.source == US, pooled.target == US), strict=True):
        some = pooled.take(mine)
        who = some.target if way == "our" else some.source
        place = np.searchsorted(people, who)
        for name in (*EITHER_WAY, *EACH_WAY):
            kept = name if name in EITHER_WAY else f"{way}_{name}"
            column = np.zeros(len(people), SUMS[kept])
            column[place] = getattr(some, name)
            rows[kept] = column
    return rows


def of_ties(sums: PairSums, here: Columns, norm: Norm) -> Columns:
    """Return the `sums` of ties as rows of our side with everybody in `here` (`who`).

    Ties with anybody else, who is archived, do not count.
    """
    ids: Ids = here["stakeholder_id"]
    ends = sums.source, sums.target
    shown = among(ids, ends[0]) & among(ids, ends[1])
    ours = ids[here["ours"]] if norm.team else ids
    there, back = (sums.take(shown & among(ours, end)) for end in ends)
    return of_sums(pooled(there, back), ids)


def as_sums(rows: Columns, day: date) -> PairSums:
    """Return `rows` as pair sums, faded to `day`."""
    people = rows["stakeholder_id"]
    us = np.full_like(people, US)
    both = {name: np.concatenate([rows[name]] * 2) for name in EITHER_WAY}
    both |= {
        name: np.concatenate([rows[f"{way}_{name}"] for way in WAYS]) for name in EACH_WAY
    }
    sums = PairSums(
        source=np.concatenate([us, people]), target=np.concatenate([people, us]), **both
    )
    return faded_to(sums, LANDMARK, day, settings.RULES)


def learned_of(known: Learned, people: Ids) -> Columns:
    """Return what was learned with our side as one, as columns for `people` (ids)."""
    us = np.full_like(people, US)
    repute = known.of_people(people)
    taught = known.of_pairs(us, people), known.of_pairs(people, us)
    return {name: getattr(repute, name) for name in REPUTE} | {
        f"{way}_{name}": getattr(some, name)
        for way, some in zip(WAYS, taught, strict=True)
        for name in TAUGHT
    }


def terms(rows: Columns, norm: Norm, day: date) -> Terms:
    """Return what is expected on `day`, row by row of `as_sums`."""
    left, count = faded(day), len(rows["stakeholder_id"])
    them = prior_kept.Repute(*(rows[name] for name in REPUTE))
    us = prior_kept.Repute(*(np.full(count, getattr(norm, name)) for name in REPUTE))
    ours, theirs = (
        Taught(*(rows[f"{way}_{name}"] for name in TAUGHT)).times(left) for way in WAYS
    )
    known = everybody(norm, "as_one_").times(left)
    them, us = them.times(left), us.times(left)
    return Terms.joined(
        # From us to them: they judge us. And back: we judge them.
        prior_terms(known, them, us, theirs, ours, FADING),
        prior_terms(known, us, them, ours, theirs, FADING),
    )


def scored(rows: Columns, norm: Norm, day: date) -> Scored:
    """Return how our side stands on `day`, row by row, whether or not there is evidence."""
    usual = norms.usual(norm, np.array([US] if norm.team else [], np.int64))
    sums, seen = as_sums(rows, day), np.concatenate([rows["seen"]] * 2)
    expected, ways = terms(rows, norm, day), _ways(sums, ours=norm.team > 0)
    return score(sums, usual, expected, seen, day=day, ways=ways)


def _ways(sums: PairSums, *, ours: bool) -> Ways:
    """Return the ways of `as_sums`, whose rows lie in order; ours: we have a team."""
    row = np.arange(len(sums))
    forth, other = row[: len(row) // 2], row[len(row) // 2 :]
    crossing = np.full(len(forth), ours)
    return Ways(forth, other, crossing, sums.take(forth), sums.take(other))


def marks(found: Scored, ours: NDArray[np.bool_]) -> Columns:
    """Return what orders and filters lists, of scores in order of person."""
    band = found.scores.band.astype(np.int64)
    signs, last = found.scores.signs, found.there.last_day.astype(np.int64)
    silence = np.nan_to_num(np.asarray(found.scores.condition.silence))
    return {
        "day": np.full(len(band), found.day.toordinal()),
        "band": band,
        "calm": np.where(band == Band.UNKNOWN, band, Band.UNKNOWN - band),
        "silence": silence,
        "we_carry": ((signs & int(WE_CARRY)) > 0) & ~ours,
        "they_carry": ((signs & int(THEY_CARRY)) > 0) & ~ours,
        "spoke": last,
        "never": last == 0,
    }


def who(people: QuerySet[Stakeholder]) -> Columns:
    """Return `people` in order of id: layer, whether ours, how much they matter."""
    layer = bulk.numbered("layer", LAYERS, other=len(LAYERS))
    told = people.annotate(number=layer, weighs=WEIGHS)
    read = bulk.read(told.values_list("pk", "number", "criticality", "weighs"))
    pk, number, *rest = bulk.ascending(read)
    columns = pk, np.array([*LAYERS, ""], object)[number], *rest
    return _who(dict(zip(STAKEHOLDER, columns, strict=True)))


def still_here(people: list[int]) -> tuple[Columns, Columns | None]:
    """Return who of `people` (ids) is not archived, and their rows in the same order.

    None instead of rows: somebody has none yet.
    """
    found = _still_here(people=people)
    here = _who(tables.columns([row[: -len(KEPT)] for row in found], STAKEHOLDER))
    rows = [row[-len(KEPT) :] for row in found]
    known = all(row[0] for row in rows)
    return here, tables.columns(rows, KEPT) if known else None


@prepared
def _still_here(*, people: list[int]) -> QuerySet[Stakeholder, tuple[Any, ...]]:
    """Return STAKEHOLDER and KEPT of those of `people` (ids) not archived, by id."""
    here = Stakeholder.objects.current().filter(pk__in=people).order_by("pk")
    return here.values_list(*STAKEHOLDER, *(f"standing__{name}" for name in KEPT))


def _who(found: Columns) -> Columns:
    """Return who they are, from columns of STAKEHOLDER."""
    matters = 10 * found["criticality"] + np.nan_to_num(found["influence"]).astype(np.int64)
    return {
        "stakeholder_id": found["id"],
        "layer": found["layer"],
        "ours": found["layer"] == Stakeholder.Layer.TEAM.value,
        "weight": matters,
    }


def write(rows: Columns) -> None:
    """Write whole `rows` into the table, replacing what is known of the same people."""
    tables.upsert(Standing, rows, ["stakeholder_id"])
