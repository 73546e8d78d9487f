"""Rebuild: every tie from nothing."""

from collections.abc import Callable

from django.conf import settings
from django.db import connection, transaction

from stakeholders.evidence import Facts
from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
)
from stakeholders.models.as_facts import all_facts
from stakeholders.models.as_talks import Talks
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.standings import columns, history, settling, structure
from stakeholders.standings.standing import hold


def sum_up(facts: Facts) -> PairSums:
    """Return the sums of all `facts`, added up in this process."""
    return pair_sums(facts, at=columns.LANDMARK, rules=settings.RULES)


@transaction.atomic
def rebuild(sum_up: Callable[[Facts], PairSums] = sum_up) -> int:
    """Compute all ties and standings anew from the records; return how many pairs tie.

    Nobody can fold meanwhile: what they saved would be missing from what was read.
    sum_up: adds everything up, here or on other machines.
    """
    hold()
    _let_the_planner_count()
    talks = Talks.read()
    facts = all_facts(talks)
    sums = sum_up(facts)
    columns.replace(sums)
    settling.settle_from(talks, facts, sums)
    transaction.on_commit(structure.keep_fresh)
    transaction.on_commit(history.ask)
    return len(sums) // 2


def _let_the_planner_count() -> None:
    """Tell PostgreSQL how many rows there are now: it plans for what it last counted.

    A rebuild follows bulk writes, after which plans made for empty tables take minutes.
    """
    if connection.vendor != "postgresql":
        return
    tables = ", ".join(connection.ops.quote_name(one._meta.db_table) for one in READ)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


READ = (Stakeholder, Interaction, Participation, Exchange, Commitment)
