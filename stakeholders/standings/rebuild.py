"""Rebuild: every tie from nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.db import connection, transaction

from stakeholders.evidence import Facts
from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
    Standing,
    Tie,
    stamps,
)
from stakeholders.models.as_facts import talks_and_facts
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.standings import (
    anew,
    columns,
    history,
    norms,
    one_side,
    sides,
    standing,
    structure,
    talk_days,
)


def sum_up(facts: Facts) -> PairSums:
    """Return the sums of all `facts`, added up in this process."""
    return pair_sums(facts, at=columns.LANDMARK, rules=settings.RULES)


def rebuild(sum_up: Callable[[Facts], PairSums] = sum_up) -> int:
    """Compute all ties and standings anew from the records; return how many pairs tie.

    Nobody can fold meanwhile: what they saved would be missing from what was read. So
    two connections read the same, unless others do not see yet what an import wrote.
    All that follows from the sums is worked out beside the database, in a thread.
    sum_up: adds everything up, here or on other machines.
    """
    alone = not connection.in_atomic_block and _room_for_two()
    with transaction.atomic():
        return _rebuilt(sum_up, alone)


def _room_for_two() -> bool:
    """Return whether a second connection is to be had while one is held."""
    pool = connection.settings_dict["OPTIONS"].get("pool") or {}
    return bool(pool.get("max_size", 2) > 1)


def _rebuilt(sum_up: Callable[[Facts], PairSums], alone: bool) -> int:
    """Compute it all; alone: whether nothing was written before in this transaction."""
    standing.hold()
    norms.held()  # whoever settles looks at tables that nobody may look at from here on
    talks, facts = talks_and_facts(alone=alone)
    team, here = sides.team(), one_side.who(Stakeholder.objects.current())
    with ThreadPoolExecutor(1) as beside:
        lessons = beside.submit(anew.Lessons.of, facts, team, standing.today())
        sums = sum_up(facts)
        counted = beside.submit(lambda: anew.Counted.of(sums, here, lessons.result()))
        columns.replace(sums)
        anew.settle(counted.result())
    talk_days.replace(talks)  # settling tidies these rows
    _let_in_who_came()
    _let_the_planner_count(len(talks.pk))
    stamps.tell(Stakeholder._meta.db_table, connection)  # somebody may stand here anew
    transaction.on_commit(structure.keep_fresh)
    transaction.on_commit(history.ask)
    return len(sums) // 2


def _let_in_who_came() -> None:
    """Give a standing to who was added meanwhile: only those who were here were held."""
    came = Stakeholder.objects.current().filter(standing=None)
    if connection.features.has_select_for_update and came.exists():
        standing.stand(came)


def _let_the_planner_count(talks: int) -> None:
    """Tell PostgreSQL how many rows there are now, where it counted many fewer `talks`.

    After the first import it would plan for empty tables until it counts by itself.
    """
    if connection.vendor != "postgresql":
        return
    tables = [connection.ops.quote_name(one._meta.db_table) for one in WRITTEN]
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, [tables[0]])
        if 2 * cursor.fetchone()[0] < talks:
            cursor.execute(f"ANALYZE {', '.join(tables)}")


COUNTED = "SELECT reltuples FROM pg_class WHERE oid = %s::regclass"
WRITTEN = (Interaction, Stakeholder, Participation, Exchange, Commitment, Tie, Standing)
