"""Rebuild: every tie from nothing."""

from django.conf import settings
from django.db import transaction

from stakeholders.models import Stakeholder, Tie
from stakeholders.models.as_facts import all_facts
from stakeholders.scores.sums import pair_sums
from stakeholders.standings import columns, structure
from stakeholders.standings.fold import hold


@transaction.atomic
def rebuild() -> int:
    """Compute all ties anew from the records; return how many pairs there are.

    Nobody can fold meanwhile: what they saved would be missing from what was read.
    """
    hold(Stakeholder.objects.all())
    sums = pair_sums(all_facts(), at=columns.LANDMARK, rules=settings.RULES)
    Tie.objects.all().delete()
    columns.write(sums)
    transaction.on_commit(structure.keep_fresh)
    return len(sums) // 2
