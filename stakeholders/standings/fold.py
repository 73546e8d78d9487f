"""Fold: the only way one change reaches the ties."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from stakeholders.models import Stakeholder, Tie
from stakeholders.models.as_facts import facts_among
from stakeholders.scores.sums import pair_sums
from stakeholders.standings import columns


@transaction.atomic
def fold(people: Iterable[int]) -> None:
    """Make the ties among `people` (ids) say what the records now say.

    Call in the transaction that saved the records, with everybody who was or is
    in them. The ties are summed anew from their own rows, so that adding, editing
    and deleting are one path and nothing is ever subtracted.
    """
    ids = sorted(set(people))
    hold(Stakeholder.objects.filter(pk__in=ids))
    Tie.objects.filter(source__in=ids, target__in=ids).delete()
    columns.write(pair_sums(facts_among(ids), at=columns.LANDMARK, rules=settings.RULES))


def hold(people: QuerySet[Stakeholder]) -> None:
    """Let nobody else fold `people` until the transaction ends; take them in order of id.

    Without it two first conversations of one pair would each miss the other.
    """
    list(people.order_by("pk").select_for_update(no_key=True).values_list("pk"))
