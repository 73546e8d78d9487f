"""Verifying: whether what is kept is what the records say, counted anew."""

from dataclasses import dataclass

import numpy as np
from django.conf import settings
from django.db import transaction

from stakeholders.models import Interaction, Norm, Standing, Tie
from stakeholders.models.as_facts import all_facts
from stakeholders.scores.columns import Ids, Mask
from stakeholders.scores.judgements import Judgements
from stakeholders.scores.prior_kept import Learned
from stakeholders.scores.rows import pair_keys
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.standings import (
    columns,
    learning,
    norms,
    one_side,
    settling,
    sides,
    talk_days,
)
from stakeholders.standings.standing import hold, of_everybody
from stakeholders.standings.tables import Columns, take

WITHIN = 1e-9  # relative
ALMOST_NOTHING = 1e-12  # that a sum of nothing may differ from 0


@dataclass(frozen=True, slots=True)
class Finding:
    """How many rows of one kind are kept, and how many of them say something else."""

    kind: str  # what the rows are, plural
    kept: int
    differ: int  # rows that are missing, too many, or not what the records say

    def __str__(self) -> str:
        """Return it as a sentence."""
        if not self.differ:
            return f"All {self.kept:,} {self.kind} say what the records say."
        return f"Of {self.kept:,} {self.kind}, {self.differ:,} differ from the records."


@transaction.atomic
def verify() -> list[Finding]:
    """Return what is kept compared with the records, counted anew.

    The site is settled first, as a visit would, and nobody can fold meanwhile.
    """
    hold()
    settling.settle()
    facts, norm = all_facts(), norms.read()
    sums = pair_sums(facts, at=columns.LANDMARK, rules=settings.RULES)
    site = sides.site()
    learned = learning.learned(site.usual.ours, Judgements.of(facts))
    now = norms.measured(*learned, site, norm.settled_on)
    return [_ties(sums), _standings(sums, learned[1], norm), _norm(now, norm), _days()]


def _ties(sums: PairSums) -> Finding:
    """Compare the ties."""
    kept = columns.read(Tie.objects.all(), day=columns.LANDMARK)
    now, before = (
        {name: getattr(one, name) for name in columns.SUMS} for one in (sums, kept)
    )
    keys, known = (pair_keys(one.source, one.target) for one in (sums, kept))
    return Finding("ties", len(kept), _differ(now, keys, before, known))


def _standings(sums: PairSums, with_us: Learned, norm: Norm) -> Finding:
    """Compare how our side stands with everybody."""
    now = of_everybody(sums, norm)
    now |= one_side.learned_of(with_us, now["stakeholder_id"])
    kept = one_side.read(Standing.objects.all(), whole=True)
    keys, known = now["stakeholder_id"], kept["stakeholder_id"]
    return Finding("standings", len(known), _differ(now, keys, kept, known))


def _norm(now: Norm, kept: Norm) -> Finding:
    """Compare what is usual across the site."""
    rows = [
        {name: np.array([getattr(one, name) or 0.0]) for name in norms.MEASURED}
        for one in (now, kept)
    ]
    only = np.array([norms.ONLY])
    return Finding("norms", 1, _differ(rows[0], only, rows[1], only))


def _days() -> Finding:
    """Compare how many conversations each day had."""
    kept = talk_days.kept()
    now = talk_days.counted(Interaction.objects.current())
    wrong = sum(kept.get(day) != now.get(day) for day in kept.keys() | now.keys())
    return Finding("days of conversations", len(kept), wrong)


def _differ(now: Columns, keys: Ids, kept: Columns, known: Ids) -> int:
    """Return how many rows are missing, too many or differ; keys ascend, both ways."""
    both = np.intersect1d(keys, known, assume_unique=True)
    here = take(now, np.searchsorted(keys, both))
    there = take(kept, np.searchsorted(known, both))
    wrong: Mask = np.zeros(len(both), np.bool_)
    for name, column in here.items():
        if column.dtype.kind == "f":
            same = np.isclose(there[name], column, rtol=WITHIN, atol=ALMOST_NOTHING)
        else:
            same = there[name] == column
        wrong |= ~same
    return int(wrong.sum()) + len(keys) + len(known) - 2 * len(both)
