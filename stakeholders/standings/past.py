"""The past: every weekly point of everybody, worked out from nothing."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db.models import Count, QuerySet, Sum
from numpy.typing import NDArray

from stakeholders.evidence import Facts
from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Role,
    Stakeholder,
    Unit,
)
from stakeholders.models.as_facts import all_facts
from stakeholders.scores.columns import Ids
from stakeholders.standings import one_side
from stakeholders.standings.grouping import Group, Groups
from stakeholders.standings.points import GROUP, PERSON
from stakeholders.standings.replaying import Week, weeks
from stakeholders.standings.tables import Columns


@dataclass(frozen=True, slots=True)
class Past:
    """Weekly points of people and groups, one row each, one column per week."""

    first_day: int  # ordinal of the first week's Sunday
    ids: Ids
    begun: Ids  # the week of each person's first point; as many as weeks: none yet
    points: NDArray  # PERSON, people by weeks
    names: list[Group]
    group_points: NDArray  # GROUP, weeks by groups

    def people(self) -> Columns:
        """Return the rows of `Trend`."""
        some = np.flatnonzero(self.begun < self.points.shape[1])
        packed = np.empty(len(some), object)
        for place, row in enumerate(some.tolist()):
            packed[place] = self.points[row, self.begun[row] :].tobytes()
        first = self.first_day + 7 * self.begun[some]
        return {"stakeholder_id": self.ids[some], "first_day": first, "points": packed}

    def groups(self) -> Columns:
        """Return the rows of `GroupTrend`."""
        kind, key = np.array(self.names, object).reshape(-1, 2).T
        packed = np.empty(len(self.names), object)
        for place in range(len(self.names)):
            packed[place] = self.group_points[:, place].tobytes()
        first = np.full(len(self.names), self.first_day)
        return {"kind": kind, "key": key, "first_day": first, "points": packed}


def past_until(sunday: int, *, most: int) -> Past:
    """Return every point up to `sunday` (an ordinal), at most so many weeks back."""
    who = one_side.who(Stakeholder.objects.current())
    facts = all_facts()
    days = _sundays(facts, sunday, most)
    ids, ours = who["stakeholder_id"], who["ours"]
    groups = Groups.of(ids, who["layer"], ~ours)
    points = np.zeros((len(ids), len(days)), PERSON)
    begun = np.full(len(ids), len(days))
    of_groups = np.zeros((len(days), len(groups.names)), GROUP)
    for number, week in enumerate(
        weeks(facts, ids, ours, days) if len(ids) and days else ()
    ):
        points[week.known, number] = _rows(week)
        begun[week.known] = np.minimum(begun[week.known], number)
        of_groups[number] = groups.points(week)
    return Past(days.start, ids, begun, points, groups.names, of_groups)


def _sundays(facts: Facts, last: int, most: int) -> range:
    """Return the Sundays from the week of the first fact on, at most so many."""
    first = int(facts.day.min()) if len(facts) else last + 1
    begun = first + -first % 7  # ordinals of Sundays are multiples of seven
    return range(max(begun, last - 7 * (most - 1)), last + 1, 7)


def _rows(week: Week) -> NDArray:
    """Return the points of everybody known in a week."""
    scores = week.scored.scores
    rows = np.zeros(len(week.known), PERSON)
    rows["strength"] = scores.strength
    rows["silence"] = scores.condition.silence
    rows["trust"] = scores.condition.trust_in_target
    rows["attention"] = scores.attention
    rows["band"] = scores.band
    return rows


def state_of(sunday: int) -> str:
    """Return what changes when anything up to `sunday` (an ordinal) does.

    Every edit counts a record's version up; adding and deleting changes their number.
    """
    until = date.fromordinal(sunday)
    parts: list[QuerySet] = [
        Interaction.objects.filter(happened_on__lte=until),
        Exchange.objects.filter(interaction__happened_on__lte=until),
        Commitment.objects.filter(closed_on__lte=until),
        *(model.objects.all() for model in (Stakeholder, Role, Unit)),
    ]
    counts = [part.aggregate(n=Count("pk"), edits=Sum("version")) for part in parts]
    marks = (f"{one['n']}/{one['edits'] or 0}" for one in counts)
    return " ".join([str(sunday), *marks])
