"""Several who log about the same people at the same moment lose nothing of each other."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import current_thread

import pytest
from django.db import connection, connections, transaction
from django.db.backends.signals import connection_created
from django.test.utils import CaptureQueriesContext
from psycopg_pool import PoolTimeout

from stakeholders.models import Standing, Tie
from stakeholders.models.as_facts import facts_in
from stakeholders.standings import add, fold, rebuild, standing, summed
from stakeholders.standings.columns import SUMS
from stakeholders.standings.rebuild import sum_up
from tests.records import make

WRITERS, EACH = 4, 6


@pytest.fixture
def committed(settings):
    """Let what settles after a change settle once it is kept, as on a site."""
    settings.SETTLE_ON_COMMIT = True


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_lose_no_update(committed):
    dana, noor, omar = make.colleague(), make.colleague("Noor"), make.person()

    def work(writer):
        """Log with the same people, one conversation of each day twice."""
        try:
            for turn in range(EACH):
                _log(turn, (dana, omar) if writer % 2 else (omar, noor, dana))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, range(WRITERS)))
    now = table()
    assert now[Tie][dana.pk, omar.pk][SUMS.index("contacts")] > 0
    rebuild()
    for model, rows in table().items():
        assert now[model] == {
            key: pytest.approx(row, rel=1e-9) for key, row in rows.items()
        }


@transaction.atomic
def _log(turn, people):
    """Log one conversation; every third is looked at once more."""
    on = make.DAY - timedelta(turn * 7 % 5)
    talk = make.conversation(*people, on=on)
    add(summed(facts_in(talk.pk)))
    if turn % 3 == 2:
        fold(one.pk for one in people)


def table():
    """Return every sum of every tie, and of our side with everybody."""
    ties = Tie.objects.values_list("source_id", "target_id", *SUMS)
    ours = Standing.objects.values_list(
        "pk", "our_contacts", "their_contacts", "contact_days"
    )
    return {
        Tie: {row[:2]: list(row[2:]) for row in ties},
        Standing: {row[:1]: list(row[1:]) for row in ours},
    }


@pytest.mark.django_db
def test_a_rebuild_counts_days_only_while_nobody_settles():
    with CaptureQueriesContext(connection) as asked:
        rebuild()
    said = [one["sql"] for one in asked]
    held, counted = (
        next(place for place, sql in enumerate(said) if what in sql)
        for what in ('INTO "stakeholders_norm"', 'FROM "stakeholders_talkday"')
    )
    assert held < counted


@pytest.mark.django_db(transaction=True)
def test_two_connections_read_for_a_rebuild_unless_one_alone_sees_all(committed):
    made, seen = [], []

    def note(connection, **more):
        """Note a connection that was opened by who works beside somebody."""
        if current_thread().name.startswith(ThreadPoolExecutor.__name__):
            made.append(connection)

    def sums(facts):
        """Add up, noting how many connections were opened for how many facts."""
        seen.append((len(made), len(facts)))
        return sum_up(facts)

    make.conversation(make.colleague(), make.person())
    connection_created.connect(note)
    with transaction.atomic():
        make.conversation(make.colleague(), make.person())
        rebuild(sums)
        transaction.set_rollback(True)
    rebuild(sums)
    connection_created.disconnect(note)
    (none, twice), (one, once) = seen
    assert (none, one) == (0, 1)
    assert twice == 2 * once > 0


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_whoever_comes_while_all_is_rebuilt_has_a_standing(committed):
    make.conversation(make.colleague(), make.person())
    rebuild()

    def come():
        """Add somebody, as on a large site, which is settled later."""
        try:
            with transaction.atomic():
                standing.follow([make.person("Vera").pk])
        finally:
            connections.close_all()

    def sums(facts):
        """Add up while somebody comes."""
        with ThreadPoolExecutor(1) as other:
            other.submit(come).result()
        return sum_up(facts)

    rebuild(sums)
    assert Standing.objects.filter(stakeholder__name="Vera").exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_rebuild_reads_by_itself_where_no_connection_is_free(committed, monkeypatch):
    make.conversation(make.colleague(), make.person())
    pool = connection.pool
    monkeypatch.setattr(pool, "timeout", 0.05)
    taken = []
    try:
        with suppress(PoolTimeout):
            while True:
                taken.append(pool.getconn(1))
        rebuild()
    finally:
        for one in taken:
            pool.putconn(one)
    assert Tie.objects.count() == 2
