"""What changed since somebody last looked, remembered without a write on every look."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from stakeholders.models import Interaction, Stakeholder, Visit
from stakeholders.standings import rebuild
from stakeholders.views.today_changes import Changes
from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 8, 0, tzinfo=ZoneInfo("UTC"))
HOUR = timedelta(hours=1)


def looks(at, when):
    """Let Dana look at some moment; return what is new to her."""
    return Changes(at.user, when)


def test_the_first_look_goes_back_a_week(client):
    at = desk(client)
    assert looks(at, MONDAY).since == MONDAY - timedelta(days=7)


def test_a_look_after_some_hours_is_a_new_visit(client):
    at = desk(client)
    looks(at, MONDAY)
    looks(at, MONDAY + HOUR)
    assert looks(at, MONDAY + 24 * HOUR).since == MONDAY + HOUR
    assert looks(at, MONDAY + 25 * HOUR).since == MONDAY + HOUR


def test_looking_again_and_again_writes_nothing(client, django_assert_max_num_queries):
    at = desk(client)
    looks(at, MONDAY)
    before = Visit.objects.values().get()
    looks(at, MONDAY + HOUR / 4)
    assert Visit.objects.values().get() == before


def test_conversations_logged_by_others_are_counted(client):
    at = desk(client)
    noor = make.user("member", "noor")
    make.conversation(at.priya, at.omar, created_by=noor)
    make.conversation(at.priya, at.omar, created_by=at.user)
    make.conversation(at.priya, at.omar, created_by=noor, confidential=True)
    Interaction.objects.update(created_at=MONDAY - HOUR)
    assert looks(at, MONDAY).talks() == 1


def test_a_band_that_changed_since_is_told(client):
    at = desk(client)
    today = timezone.localdate()
    Stakeholder.objects.filter(pk=at.omar.pk).update(counterpart=at.dana)
    for days in (21, 14, 7, 0):
        talk = make.conversation(at.dana, at.omar, on=today - timedelta(days=days))
        make.exchange(talk, at.omar, at.dana)
        make.exchange(talk, at.dana, at.omar)
    rebuild()
    now = timezone.now()
    looks(at, now - 24 * HOUR)
    for what in "abc":
        lost = make.promise(at.omar, at.dana, what=what, made_on=today)
        lost.close("broken", today)
        lost.save()
    rebuild()
    [turn] = looks(at, now).turns()
    assert (turn.person, turn.before, turn.now) == (at.omar, "healthy", "strained")


def test_htmx_gets_the_list_alone(client):
    desk(client)
    part = client.get("/today/changes/", headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert "In the last week" in part.text
