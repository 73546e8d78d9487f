"""The example goes away whole, and takes nothing along that is real."""

import pytest

from stakeholders import example
from stakeholders.models import Batch, Interaction, Stakeholder, Tie, Unit, User
from tests.records import make

# Loaded once: each test gives back what it took away.
pytestmark = [pytest.mark.usefixtures("larkfield", "db"), pytest.mark.django_db]


def test_removing_it_leaves_an_empty_site():
    example.unload()
    gone = (Stakeholder, Interaction, Unit, User, Batch, Tie)
    assert not any(one.objects.exists() for one in gone)
    assert not Stakeholder.history.exists()


def test_removing_it_keeps_real_people_and_what_they_said():
    spoke = make.conversation(make.person("Noor"), make.person("Kim"))
    example.unload()
    assert Interaction.objects.get() == spoke


def test_removing_it_keeps_a_real_user_who_tried_out_being_one_of_them():
    real = User.objects.get(username="admin")
    real.set_password("a long walk home")
    real.save()
    example.unload()
    assert User.objects.get() == real


def test_removing_it_leaves_no_sign_in_that_everybody_knows():
    make.user("administrator", "ada")
    User.objects.filter(username="admin").update(stakeholder=None)
    example.unload()
    assert User.objects.get().username == "ada"


def test_removing_it_takes_gifts_of_its_people_out_of_real_conversations():
    one, two = make.person("Noor"), make.person("Kim")
    spoke = make.conversation(one, two)
    make.exchange(spoke, one, Stakeholder.objects.get(name="Omar Haddad"))
    example.unload()
    assert not spoke.exchanges.exists()
