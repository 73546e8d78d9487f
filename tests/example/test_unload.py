"""The example goes away whole, and takes nothing along that is real."""

import pytest
from django.urls import reverse
from django.utils import timezone

from stakeholders import example
from stakeholders.example.sign_ins import PASSWORD
from stakeholders.models import Batch, Interaction, Stakeholder, Tie, Unit, User
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def omar():
    """Return all there is of a small example: somebody who can sign in as `admin`."""
    batch = Batch.objects.create(kind="example", state="done", ended_at=timezone.now())
    omar = make.person(batch=batch)
    admin = {"password": PASSWORD, "role": "administrator"}
    User.objects.create_user("admin", stakeholder=omar, **admin)
    return omar


def test_removing_it_leaves_an_empty_site():
    example.load(today=make.DAY)
    example.unload()
    gone = (Stakeholder, Interaction, Unit, User, Batch, Tie)
    assert not any(one.objects.exists() for one in gone)
    assert not Stakeholder.history.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["leader", "admin"])
def test_whoever_came_with_it_may_remove_it(client, name):
    example.load(today=make.DAY)
    client.force_login(User.objects.get(username=name))
    assert client.post(reverse("remove-example")).url == reverse("start")
    assert not User.objects.exists()
    assert client.get("/", follow=True).request["PATH_INFO"] == reverse("welcome")


def test_removing_it_leaves_nobody_without_an_administrator(client, omar):
    bob = make.user("manager", "bob")
    client.force_login(bob)
    page = client.post(reverse("remove-example"), follow=True)
    assert "nobody is an administrator" in page.text
    assert Stakeholder.objects.filter(pk=omar.pk).exists()
    User.objects.filter(pk=bob.pk).update(role="administrator")
    client.post(reverse("remove-example"))
    assert User.objects.get() == bob


def test_removing_it_keeps_real_people_and_what_they_said(omar):
    spoke = make.conversation(make.person("Noor"), make.person("Kim"))
    example.unload()
    assert Interaction.objects.get() == spoke


def test_removing_it_keeps_a_real_user_who_tried_out_being_one_of_them(omar):
    real = User.objects.get(username="admin")
    real.set_password("a long walk home")
    real.save()
    example.unload()
    assert User.objects.get() == real


def test_removing_it_leaves_no_sign_in_that_everybody_knows(omar):
    make.user("administrator", "ada")
    User.objects.filter(username="admin").update(stakeholder=None)
    example.unload()
    assert User.objects.get().username == "ada"


def test_removing_it_takes_gifts_of_its_people_out_of_real_conversations(omar):
    one, two = make.person("Noor"), make.person("Kim")
    spoke = make.conversation(one, two)
    make.exchange(spoke, one, omar)
    example.unload()
    assert not spoke.exchanges.exists()
