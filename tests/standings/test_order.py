"""Whoever holds people and the norm takes people first: no two wait for each other."""

import pytest
from django.db import OperationalError, connection, transaction

from stakeholders.models import Norm, Stakeholder
from stakeholders.standings import fold, rebuild, settling, standing
from tests.records import make

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
TABLE = Stakeholder._meta.db_table
PEOPLE = f"SELECT FROM {TABLE} FOR NO KEY UPDATE"
NORM = f"SELECT FROM {Norm._meta.db_table} FOR UPDATE NOWAIT"


@pytest.fixture
def somebody():
    """Return a connection of somebody else, who gives back what they hold."""
    here = connection.connection or connection.ensure_connection() or connection.connection
    with type(here).connect(here.info.dsn, password=here.info.password) as other:
        yield other


def test_who_settles_holds_no_norm_while_they_wait_for_people(somebody):
    omar = make.person()
    rebuild()
    Stakeholder.objects.filter(pk=omar.pk).update(layer="user")  # past the pages
    somebody.execute(PEOPLE)  # as a rebuild begins
    taken = []

    def goes_on(execute, sql, *rest):
        """Let the rebuild take the norm and end, when somebody settles and needs people."""
        if "NO KEY UPDATE" in sql and not taken:
            taken.append(somebody.execute(NORM).rowcount)
            somebody.rollback()
        return execute(sql, *rest)

    with connection.execute_wrapper(goes_on):
        settling.settle()
    assert taken == [1]
    assert Stakeholder.objects.get(standing__layer="user") == omar


def test_who_leaves_our_team_waits_for_those_who_log_with_whom_they_met(somebody):
    dana, omar = make.colleague(), make.person()
    make.colleague("Noor")
    make.conversation(dana, omar)
    fold([dana.pk, omar.pk])
    somebody.execute(f"SELECT FROM {TABLE} WHERE id = %s FOR NO KEY UPDATE", [omar.pk])
    with transaction.atomic():
        Stakeholder.objects.filter(pk=dana.pk).update(layer="peer")
        connection.cursor().execute("SET LOCAL lock_timeout TO '50ms'")
        with pytest.raises(OperationalError, match="lock timeout"):
            standing.follow([dana.pk])
        transaction.set_rollback(True)
