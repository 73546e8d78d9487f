"""What is read again after a change, and what was kept, are all ties as they are now."""

from dataclasses import fields
from datetime import timedelta
from random import Random

import numpy as np
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from stakeholders.models import Tie
from stakeholders.scores.sums import PairSums
from stakeholders.standings import latest, rebuild
from tests.standings.changes import DO, FIRST_DAY, crowd, details

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = FIRST_DAY + timedelta(3_000)  # so long after that some sums are faint
CHANGES = 40
OFTEN = ("log", "log", "log", "give", "promise")


@pytest.fixture
def people():
    """Return the ids of a crowd."""
    return crowd()


def assert_as_if_read_now():
    """Assert that all ties are what they are without anything kept."""
    known = latest.ties(TODAY)
    latest.KEPT.clear()
    now = latest.ties(TODAY)
    for one in fields(PairSums):
        np.testing.assert_array_equal(getattr(known, one.name), getattr(now, one.name))


@pytest.mark.parametrize("seed", range(2))
def test_after_any_change_it_is_what_is_read_now(people, seed):
    random = Random(seed)
    for verb in random.choices([*OFTEN, *DO], k=CHANGES):
        with transaction.atomic():
            DO[verb](people, *details(verb, random))
        if random.random() < 0.6:  # else several changes come together
            assert_as_if_read_now()


def test_what_a_rebuild_mends_is_read_again(people):
    DO["log"](people, [0, 1], 1, True, "mail", None)
    rebuild()
    Tie.objects.update(contacts=7.0)
    assert latest.ties(TODAY).contacts.tolist() == [7.0, 7.0]
    rebuild()
    assert_as_if_read_now()


def test_after_a_conversation_only_ties_of_who_spoke_are_read(people):
    DO["log"](people, [0, 1, 2, 3], 1, True, "mail", None)
    before = latest.ties(TODAY)
    DO["log"](people, [2, 4], 2, True, "mail", None)
    with CaptureQueriesContext(connection) as asked:
        after = latest.ties(TODAY)
    read = [one["sql"] for one in asked if 'FROM "stakeholders_tie"' in one["sql"]]
    assert all(f"IN ({people[2]}, {people[4]})" in sql for sql in read)
    assert len(after) == len(before) + 2
    assert latest.ties(TODAY).contacts.sum() == before.contacts.sum() + 1


def test_what_was_taken_back_changes_nothing(people):
    before = latest.ties(TODAY)
    with transaction.atomic():
        DO["log"](people, [0, 1], 1, True, "mail", None)
        assert len(latest.ties(TODAY)) == 2
        transaction.set_rollback(True)
    assert latest.ties(TODAY) is before
