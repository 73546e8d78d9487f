"""What is kept of the days of a scope, and counted again, is what the log says."""

from datetime import timedelta
from random import Random

import pytest
from django.db import transaction

from stakeholders.models import Interaction, stamps
from stakeholders.standings import rebuild, scoped_days, settle, talk_days
from stakeholders.standings.scope import Period, Scope
from tests.standings.changes import DO, FIRST_DAY, crowd, details

pytestmark = pytest.mark.django_db(transaction=True)
PEERS = Scope(layer="peer")
PERIOD = Period(FIRST_DAY, FIRST_DAY + timedelta(8))  # some conversations are later
CHANGES = 40
OFTEN = ("log", "log", "log", "move", "merge", "put_away", "join")


@pytest.fixture
def people(monkeypatch):
    """Return the ids of a crowd that is large enough to be kept."""
    monkeypatch.setattr(scoped_days, "FEW", 0)
    return crowd()


def counted():
    """Return the counts of days with peers, as a page asks for them."""
    return scoped_days.counted(PEERS, PERIOD, stamps.words()["people"])


def logged():
    """Return the same from the log itself."""
    talks = Interaction.objects.current().with_any(PEERS.people())
    days = (PERIOD.first, PERIOD.last)
    return talk_days.counted(talks.filter(happened_on__range=days))


@pytest.mark.parametrize("seed", range(2))
def test_after_any_change_it_is_what_the_log_says(people, seed):
    random = Random(seed)
    for verb in random.choices([*OFTEN, *DO], k=CHANGES):
        with transaction.atomic():
            DO[verb](people, *details(verb, random))
        if random.random() < 0.2:
            random.choice([rebuild, settle])()  # which make their rows anew
        if random.random() < 0.6:  # else several changes come together
            assert counted() == logged()
    assert counted()


def test_few_are_counted_in_the_log(people, monkeypatch):
    monkeypatch.setattr(scoped_days, "FEW", len(people))
    DO["log"](people, [0, 2], 1, True, "mail", None)
    assert counted() == logged() == {FIRST_DAY + timedelta(1): (1, 1, 0, 0, 0, 0)}
    assert not scoped_days.KEPT.get(PEERS).days


@pytest.fixture
def days_read(monkeypatch):
    """Return the days that are counted from the log, each as often as it is."""
    count, read = scoped_days._count, []
    monkeypatch.setattr(
        scoped_days, "_count", lambda who, days: read.extend(days) or count(who, days)
    )
    return read


def test_after_a_conversation_only_its_day_is_counted(people, days_read):
    for day in range(6):
        DO["log"](people, [0, 2], day, True, "mail", None)
    counted()
    days_read.clear()
    with transaction.atomic():
        DO["log"](people, [0, 3], 4, True, "mail", None)
    assert counted()[FIRST_DAY + timedelta(4)][0] == 2
    assert days_read == [FIRST_DAY + timedelta(4)]


def test_without_a_change_nothing_is_counted(people, days_read):
    DO["log"](people, [0, 2], 1, True, "mail", None)
    before = counted()
    days_read.clear()
    assert counted() == before
    assert not days_read


def test_what_was_taken_back_is_not_kept(people):
    DO["log"](people, [0, 2], 1, True, "mail", None)
    before = counted()
    with transaction.atomic():
        DO["log"](people, [0, 2], 1, True, "mail", None)
        assert counted() != before
        transaction.set_rollback(True)
    DO["log"](people, [0, 1], 1, True, "mail", None)  # two of ours, in the same rows
    assert counted() == logged() == before
