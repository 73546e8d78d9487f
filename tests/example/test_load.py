"""The example loads the same every time, and only into an empty site."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse

from stakeholders import example
from stakeholders.models import Interaction, Stakeholder, User
from tests.records import make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


def told(today):
    """Return every conversation that the example tells on a day; leave nothing behind."""
    with transaction.atomic():
        example.load(today=today)
        rows = Interaction.objects.order_by("pk").values_list("summary", "happened_on")
        said = [(summary, (today - day).days) for summary, day in rows]
        transaction.set_rollback(True)
    return said


def test_it_is_the_same_every_time_counted_back_from_today():
    assert told(TODAY) == told(TODAY + timedelta(days=10))


def test_it_does_not_mix_with_people_who_are_real():
    Stakeholder.objects.create(name="Somebody real")
    with pytest.raises(CommandError, match="already holds people"):
        call_command("demo")


def test_each_record_has_its_first_history_entry():
    example.load(today=TODAY)
    assert Interaction.history.count() == Interaction.objects.count()


def test_everybody_is_whole_in_their_first_version():
    example.load(today=TODAY)
    facts = ("id", "name", "counterpart", "backup", "notes")
    first = set(Stakeholder.history.filter(history_type="+").values_list(*facts))
    assert first == set(Stakeholder.objects.values_list(*facts))


def test_its_sign_ins_are_printed(capsys):
    call_command("demo")
    out = capsys.readouterr().out
    assert all(name in out for name in ("leader", "manager", "admin"))


def test_its_users_can_sign_in(client):
    example.load(today=TODAY)
    who = {"username": "leader", "password": "try-relmap"}
    assert client.post(reverse("sign-in"), who).url == reverse("today")
    assert User.objects.get(username="leader").stakeholder.name == "Dana Levi"


def test_a_member_may_not_remove_it(client):
    client.force_login(make.user("member"))
    assert client.post(reverse("remove-example")).status_code == 403
