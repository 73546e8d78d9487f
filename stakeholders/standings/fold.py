"""Fold: the only way one change reaches the ties."""

from collections.abc import Collection, Iterable

from django.conf import settings
from django.db import transaction

from stakeholders.models import Stakeholder, Tie
from stakeholders.models.as_facts import facts_among
from stakeholders.scores.sums import pair_sums
from stakeholders.standings import columns, settling
from stakeholders.standings.standing import follow, hold, stand


@transaction.atomic
def fold(people: Iterable[int]) -> None:
    """Make the ties among `people` (ids) say what the records now say.

    Call in the transaction that saved the records, with everybody who was or is
    in them. The ties are summed anew from their own rows, so that adding, editing
    and deleting are one path and nothing is ever subtracted.
    """
    ids = sorted(set(people))
    them = Stakeholder.objects.filter(pk__in=ids)
    hold(them)
    Tie.objects.filter(source__in=ids, target__in=ids).delete()
    columns.write(pair_sums(facts_among(ids), at=columns.LANDMARK, rules=settings.RULES))
    stand(them)
    settling.soon()


@transaction.atomic
def people_changed(people: Collection[int]) -> None:
    """Follow what became of `people` (ids): added, archived, back, in another layer.

    Call in the transaction that saved them.
    """
    follow(people)
    settling.soon()
