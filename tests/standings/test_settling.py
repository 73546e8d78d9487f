"""Settling: whoever learned last has the last word, for everybody."""

import pytest
from django.db import connection

from stakeholders.models import Standing, Tally
from stakeholders.standings import fold, settling
from tests.records import make

pytestmark = pytest.mark.django_db


class Meanwhile:
    """Lets something happen once, right after the first settling read who is here."""

    def __init__(self, happens):
        """Take what is to happen."""
        self.happens, self.happened = happens, False

    def __call__(self, execute, sql, params, many, context):
        """Run one statement; after the one that lists everybody, let it happen."""
        done = execute(sql, params, many, context)
        lists = '"stakeholders_standing" ORDER BY' in sql and sql.endswith(" ASC")
        if lists and not self.happened:
            self.happened = True
            self.happens()
        return done


def test_who_learned_before_somebody_else_did_does_not_undo_it():
    dana, noor, omar = make.colleague(), make.colleague("Noor"), make.person()
    make.promise(omar, dana, state="kept", closed_on=make.DAY)
    fold([dana.pk, omar.pk])

    def another():
        """Break a promise, and settle what follows."""
        make.promise(omar, noor, state="broken", closed_on=make.DAY)
        fold([noor.pk, omar.pk])

    meanwhile = Meanwhile(another)
    with connection.execute_wrapper(meanwhile):
        settling.settle()
    assert meanwhile.happened
    left = [list(model.objects.values()) for model in (Standing, Tally)]
    settling.settle()
    assert left == [list(model.objects.values()) for model in (Standing, Tally)]
