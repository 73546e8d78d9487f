"""Fold: the only way one change reaches the ties."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.conf import settings
from django.db import transaction

from stakeholders.evidence import Facts
from stakeholders.models import Stakeholder, Tie
from stakeholders.models.as_facts import facts_among
from stakeholders.scores.rows import distinct
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.standings import adding, columns, norms, one_side, settling
from stakeholders.standings.standing import follow, hold, keep, stand, today


@transaction.atomic
def fold(people: Iterable[int]) -> None:
    """Make the ties among `people` (ids) say what the records now say.

    Call in the transaction that edited or took away records, with everybody who was or
    is in them. The ties are summed anew from their own rows, so nothing is subtracted.
    What only adds is quicker told to `add`.
    """
    ids = sorted(set(people))
    hold(pk__in=ids)
    Tie.objects.filter(source__in=ids, target__in=ids).delete()
    columns.write(summed(facts_among(ids)))
    stand(Stakeholder.objects.filter(pk__in=ids))
    settling.soon()


def summed(facts: Facts) -> PairSums:
    """Return what new `facts` add to the ties, to be told to `add`.

    It follows from them alone: work it out before the transaction, in which all others
    wait.
    """
    return pair_sums(facts, at=columns.LANDMARK, rules=settings.RULES)


@transaction.atomic(savepoint=False)
def add(sums: PairSums) -> None:
    """Let the ties follow from the `sums` of new facts, at a cost that no history adds to.

    Call in the transaction that saved the records that say so, each fact once.
    """
    if not len(sums):
        return
    people = distinct(sums.source).tolist()
    if not adding.one_day_each(sums):
        fold(people)
        return
    hold(pk__in=people)
    sums = replace(sums, contact_days=adding.add_to_ties(sums))
    norm, (here, rows) = norms.read(), one_side.still_here(people)
    rows = adding.more(sums, here, rows, norm)
    if rows is None:
        follow(people)
    else:
        keep(rows, norm, today(int(sums.last_day.max())))
    settling.soon()


@transaction.atomic
def people_changed(people: Collection[int]) -> None:
    """Follow what became of `people` (ids): added, archived, back, in another layer.

    Call in the transaction that saved them.
    """
    follow(people)
    settling.soon()
