"""The example loads the same every time, and only into an empty site."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse

from stakeholders import example
from stakeholders.models import Batch, Interaction, Stakeholder, Tie, Unit, User
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


def test_its_sign_ins_are_printed(capsys):
    call_command("demo")
    out = capsys.readouterr().out
    assert all(name in out for name in ("leader", "manager", "admin"))


def test_its_users_can_sign_in(client):
    example.load(today=TODAY)
    who = {"username": "leader", "password": "try-relmap"}
    assert client.post(reverse("sign-in"), who).url == reverse("today")
    assert User.objects.get(username="leader").stakeholder.name == "Dana Levi"


def test_removing_it_leaves_an_empty_site():
    example.load(today=TODAY)
    example.unload()
    gone = (Stakeholder, Interaction, Unit, User, Batch, Tie)
    assert not any(one.objects.exists() for one in gone)
    assert not Stakeholder.history.exists()


def test_removing_it_keeps_real_people_and_what_they_said():
    example.load(today=TODAY)
    spoke = make.conversation(make.person("Noor"), make.person("Kim"))
    example.unload()
    assert Interaction.objects.get() == spoke


def test_removing_it_keeps_a_real_user_who_tried_out_being_one_of_them():
    example.load(today=TODAY)
    real = User.objects.get(username="admin")
    real.set_password("a long walk home")
    real.save()
    example.unload()
    assert User.objects.get() == real


def test_removing_it_leaves_no_sign_in_that_everybody_knows():
    example.load(today=TODAY)
    make.user("administrator", "ada")
    User.objects.filter(username="admin").update(stakeholder=None)
    example.unload()
    assert User.objects.get().username == "ada"


def test_a_member_may_not_remove_it(client):
    client.force_login(make.user("member"))
    assert client.post(reverse("remove-example")).status_code == 403


def test_removing_it_takes_gifts_of_its_people_out_of_real_conversations():
    example.load(today=TODAY)
    one, two = make.person("Noor"), make.person("Kim")
    spoke = make.conversation(one, two)
    make.exchange(spoke, one, Stakeholder.objects.get(name="Omar Haddad"))
    example.unload()
    assert not spoke.exchanges.exists()
