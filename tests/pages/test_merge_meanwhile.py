"""Two entries become one while somebody logs a conversation with the one that goes."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from stakeholders.forms.merging import merge
from stakeholders.models import Stakeholder, Tie
from stakeholders.standings import fold, rebuild
from stakeholders.standings.verifying import verify
from tests.records import make
from tests.rig.process import PATIENCE, until

# SQLite has one writer at a time: there nobody is met meanwhile.
pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"


def test_who_was_met_meanwhile_is_known_to_who_stays():
    dana, omar, double = make.colleague("Dana"), make.person("Omar"), make.person("O.")
    make.conversation(dana, double)
    rebuild()
    began = Event()
    merging = Thread(target=aside, args=(merge_once, began, omar, double))
    with transaction.atomic():
        priya = make.person("Priya")
        make.conversation(priya, double)
        fold([double.pk, priya.pk])
        merging.start()
        assert began.wait(PATIENCE)
        until(somebody_waits)
    merging.join(PATIENCE)
    assert Tie.objects.filter(source=priya, target=omar).exists()
    assert not [str(one) for one in verify() if one.differ]


def merge_once(began, omar, double):
    """Make `double` and `omar` one."""
    by = make.user("manager")
    began.set()
    merge(Stakeholder.objects.get(pk=omar.pk), Stakeholder.objects.get(pk=double.pk), by)


def aside(act, *args):
    """Act over a connection of one's own."""
    try:
        act(*args)
    finally:
        connection.close()


def somebody_waits():
    """Return whether somebody waits for what another holds."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return cursor.fetchone()
