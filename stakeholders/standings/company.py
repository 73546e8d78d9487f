"""Company: what scores of some ties rest on beside the ties, read in one query."""

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import numpy as np
from django.db.models import F, IntegerField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from stakeholders.models import Lesson, Stakeholder
from stakeholders.models.prepared import prepared
from stakeholders.scores import prior_kept
from stakeholders.scores.columns import Days, Ids
from stakeholders.scores.prior import Terms
from stakeholders.scores.prior_kept import Everybody, Learned, Taught
from stakeholders.scores.rows import WIDEST
from stakeholders.scores.usual import Usual
from stakeholders.standings import tables
from stakeholders.standings.learning import OF_PAIRS, REPUTE, TAUGHT
from stakeholders.standings.presence import Presence

NOBODY: Final = 0  # stands where a row is of one person and not of two
KINDS: Final = {**OF_PAIRS, "name": object, "layer": object, "seen": np.int64}
OF_ONE: Final = dict(zip(TAUGHT, REPUTE, strict=True))  # where a row is of one person


class Named(NamedTuple):
    """Somebody, as a link to them says."""

    pk: int
    name: str
    layer: str


@dataclass(frozen=True, slots=True)
class Company:
    """What the scores of some ties rest on, row by row of their sums."""

    usual: Usual
    expected: Terms  # how far the target may expect to count on the source
    seen: Days  # the last day of the one away longer, see `pair_scores`
    people: dict[int, Named] = field(default_factory=dict)  # where they were read with it


@dataclass(frozen=True, slots=True)
class Members:
    """Some people who are not archived, and what they taught of each other."""

    people: tables.Columns  # in order of id
    lessons: tables.Columns

    @classmethod
    def of(cls, people: list[int], around: int | None = None) -> "Members":
        """Return what is known of `people` (ids) now.

        around: one of them, where only what each taught of this one is wanted, and this
        one of each.
        """
        rows = tables.columns(_rows(people=people, around=around), KINDS)
        alone = rows["judged_id"] == NOBODY
        return cls(tables.take(rows, alone), tables.take(rows, ~alone))

    def ours(self) -> Ids:
        """Return the ids of our team among them."""
        team = self.people["layer"] == Stakeholder.Layer.TEAM.value
        return np.asarray(self.people["judge_id"][team])

    def learned(self, everybody: Everybody) -> Learned:
        """Return what judgements among them taught, beside those of everybody."""
        own = [self.people[name] for name in OF_ONE]
        pairs = [self.lessons[name] for name in OF_PAIRS]
        return Learned(
            everybody,
            self.people["judge_id"],
            prior_kept.Repute(*own),
            pairs[0] * WIDEST + pairs[1],
            Taught(*pairs[2:]),
        )

    def presence(self) -> Presence:
        """Return when each was last in touch with anybody."""
        return Presence(self.people["judge_id"], self.people["seen"].astype(np.int32))

    def named(self) -> dict[int, Named]:
        """Return them by id."""
        columns = (self.people[key].tolist() for key in ("judge_id", "name", "layer"))
        return {pk: Named(pk, *rest) for pk, *rest in zip(*columns, strict=True)}


@prepared
def _rows(*, people: list[int], around: int | None) -> QuerySet[Any, Any]:
    """Return KINDS of `people` (ids), each alone, and of each two of them.

    around: the id of one that must be among the two. Of somebody who judged thousands
    PostgreSQL would else read all that they taught.
    """
    nobody, nothing = Value(NOBODY, IntegerField()), Cast(Value(""), TextField())
    told = {
        **{name: Coalesce(F(f"repute__{kept}"), 0.0) for name, kept in OF_ONE.items()},
        **{f"told_{name}": Cast(name, TextField()) for name in ("name", "layer")},
        "seen": Coalesce(F("standing__seen"), 0),
    }
    alone = Stakeholder.objects.current().filter(pk__in=people).order_by()
    both = Lesson.objects.filter(_both(people, around)).order_by()
    one = alone.annotate(other=nobody, **told).values_list("pk", "other", *told)
    two = both.annotate(told_name=nothing, told_layer=nothing, seen=nobody)
    pairs = two.values_list(*OF_PAIRS, "told_name", "told_layer", "seen")
    return one.union(pairs, all=True).order_by("pk", "other")


def _both(people: list[int], around: int | None) -> Q:
    """Return the condition of lessons among `people`, see `_rows`."""
    if around is None:
        return Q(judge__in=people, judged__in=people)
    return Q(judge=around, judged__in=people) | Q(judge__in=people, judged=around)
