"""Fold: the only way one change reaches the ties."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

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
    _hold(ids)
    Tie.objects.filter(source__in=ids, target__in=ids).delete()
    columns.write(pair_sums(facts_among(ids), at=columns.LANDMARK, rules=settings.RULES))


def _hold(ids: list[int]) -> None:
    """Let nobody else fold these people until the transaction ends, in order of id.

    Without it two first conversations of one pair would each miss the other.
    """
    people = Stakeholder.objects.filter(pk__in=ids).order_by("pk")
    list(people.select_for_update(no_key=True).values_list("pk"))
