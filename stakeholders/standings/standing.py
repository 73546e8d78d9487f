"""Standing: our side as one with each person, kept in step with the ties.

Sums follow in the transaction of every change. What judgements taught follows when the
site is settled (see `settling`), which also brings the stored bands to a new day.

Whoever holds several of these takes them in this order, so that two do not wait for each
other: people, in order of id (`hold`); the norm (`norms.held`); the right to settle
(`chores`); derived rows, in order of their keys. Records that people edit come before all.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

import numpy as np
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from stakeholders.models import Norm, Stakeholder, Standing, Tie, stamps
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.scores.columns import Ids
from stakeholders.scores.sums import PairSums
from stakeholders.standings import clock, columns, norms, one_side, tables
from stakeholders.standings.pooling import pooled
from stakeholders.standings.tables import Columns


def hold(**which: Any) -> None:
    """Let nobody else fold people until the transaction ends; take them in order of id.

    which: who they are, as `filter` takes it; left out, everybody.
    Without it two first conversations of one pair would each miss the other. SQLite has
    one writer at a time, who is held from the beginning of the transaction on.
    """
    if connection.features.has_select_for_update:
        people = Stakeholder.objects.filter(**which).order_by("pk")
        list(people.select_for_update(no_key=True).values_list("pk"))


def follow(people: Collection[int]) -> None:
    """Follow what became of `people` (ids): added, archived, back, in another layer.

    Whoever joined or left our team changes how we stand with all they had to do with.
    How many people there are is kept by the word of people, who may be long saved.
    """
    stamps.tell(Stakeholder._meta.db_table, connection)
    hold(pk__in=people)
    named, current = norms.read().team > 0, Stakeholder.objects.current()
    if named != current.in_our_team().exists():
        return name_team()
    were_ours = Standing.objects.filter(pk__in=people)
    are_ours = current.filter(pk__in=people)
    if named:
        were_ours, are_ours = were_ours.filter(ours=True), are_ours.in_our_team()
    moved = set(were_ours.values_list("pk", flat=True)) ^ set(
        are_ours.values_list("pk", flat=True)
    )
    met = Tie.objects.filter(source__in=moved).values("target")
    if moved:  # so late that who adds meanwhile may be told to try again
        hold(pk__in=met)
    return stand(Stakeholder.objects.filter(Q(pk__in=people) | Q(pk__in=met)))


def name_team() -> None:
    """Sum up anew everybody's standing, after the first of us came or the last left."""
    hold()
    norm = norms.held()
    norm.team = Stakeholder.objects.current().in_our_team().count()
    norm.save()
    stand(Stakeholder.objects.all())


def stand(people: StakeholderQuerySet) -> None:
    """Sum up anew how our side stands with `people`, from the ties with our team."""
    norm, here = norms.read(), one_side.who(people.current())
    if here["ours"].any() and not norm.team:
        return name_team()
    gone = people.exclude(archived_at=None)
    Standing.objects.filter(pk__in=gone.values("pk")).delete()
    ids = here["stakeholder_id"]
    rows = {**one_side.of_sums(_with_us(ids, norm), ids), **_learned(ids), **here}
    keep(rows, norm, today())
    return None


def of_everybody(sums: PairSums, norm: Norm) -> Columns:
    """Return how our side stands with everybody, from the `sums` of all ties."""
    here = one_side.who(Stakeholder.objects.current())
    return {**one_side.of_ties(sums, here, norm), **here}


def keep(rows: Columns, norm: Norm, day: date) -> None:
    """Write `rows` of sums, of what was learned and of who they are, as of `day`.

    A new word says that ties of theirs were written, see `latest`.
    """
    found = one_side.scored(rows, norm, day)
    word = np.full(len(found), stamps.new_word())
    one_side.write({**rows, **one_side.marks(found, rows["ours"]), "word": word})
    transaction.on_commit(lambda: one_side.remember(rows, found, norm))  # out of our turn


def today(logged: int = 0) -> date:
    """Return the day for which bands are stored; logged: a day (ordinal) of the log."""
    return clock.shown_day(timezone.localdate(), logged)


def _with_us(people: Ids, norm: Norm) -> PairSums:
    """Return the sums of our side as one with `people` (ids), as seen from the landmark."""
    shown = Tie.objects.filter(source__archived_at=None, target__archived_at=None)
    there = back = shown
    if len(people) <= tables.MOST_NAMED:
        named = people.tolist()
        there, back = ties_to(shown, named), shown.filter(source__in=named)
    if norm.team:
        team = Stakeholder.Layer.TEAM
        there, back = there.filter(source__layer=team), back.filter(target__layer=team)
    return pooled(*(columns.read(some, day=columns.LANDMARK) for some in (there, back)))


def ties_to(ties: QuerySet[Tie], people: list[int]) -> QuerySet[Tie]:
    """Return those of `ties` that lead to `people` (ids), found by those that lead back.

    An index of ties by their target would be written with every save.
    """
    return ties.filter(
        source__ties_in__source=F("target"), source__ties_in__source__in=people
    )


def _learned(people: Ids) -> Columns:
    """Return what was learned of `people` (ids), as it is stored; 0 for who is new."""
    kinds = {**one_side.PERSON, **one_side.LEARNED}
    known = Standing.objects.all()
    if len(people) <= tables.MOST_NAMED:
        known = known.filter(pk__in=people.tolist())
    stored = tables.read(known.order_by("pk"), kinds)
    there = np.isin(stored["stakeholder_id"], people)
    place = np.searchsorted(people, stored["stakeholder_id"][there])
    rows = {name: np.zeros(len(people)) for name in one_side.LEARNED}
    for name, column in rows.items():
        column[place] = stored[name][there]
    return rows
