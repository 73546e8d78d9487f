"""Who sees what: one rule, for conversations and whatever hangs on them."""

import pytest
from django.contrib.auth.models import AnonymousUser

from stakeholders.models import Commitment, Interaction, Stakeholder, Unit, User
from stakeholders.models.access import may_log, may_manage
from tests.records import make

pytestmark = pytest.mark.django_db


def seen(reader):
    """Return the one lines of the conversations `reader` sees."""
    return {one.summary for one in Interaction.objects.visible_to(reader)}


@pytest.fixture
def alice():
    """Return who logged the confidential conversation."""
    return make.user(name="alice")


@pytest.fixture
def secret(alice):
    """Return a confidential conversation between Omar and Dana, logged by Alice."""
    people = make.person(), make.colleague()
    return make.conversation(*people, summary="Secret", confidential=True, created_by=alice)


def test_everybody_signed_in_sees_an_open_conversation():
    make.conversation(make.person(), summary="Open")
    assert seen(make.user("viewer")) == {"Open"}


def test_nobody_sees_anything_before_signing_in():
    make.conversation(make.person(unit=make.unit()))
    for model in (Interaction, Stakeholder, Unit, Commitment):
        assert not model.objects.visible_to(AnonymousUser()).exists()


def test_who_logged_a_confidential_conversation_sees_it(alice, secret):
    assert seen(alice) == {"Secret"}


def test_who_took_part_in_a_confidential_conversation_sees_it(secret):
    dana = Stakeholder.objects.get(name="Dana Levi")
    assert seen(make.user(name="dana", stakeholder=dana)) == {"Secret"}


def test_who_was_named_sees_a_confidential_conversation(secret):
    bob = make.user(name="bob")
    secret.shared_with.add(bob)
    assert seen(bob) == {"Secret"}


@pytest.mark.parametrize("role", User.Role.values)
def test_no_role_opens_a_confidential_conversation(secret, role):
    assert seen(make.user(role)) == set()


def test_a_user_who_is_nobody_among_the_people_sees_no_confidential_one(secret):
    assert seen(make.user(stakeholder=None)) == set()


def test_each_conversation_is_listed_once_however_many_reasons_there_are(alice, secret):
    alice.stakeholder = Stakeholder.objects.get(name="Dana Levi")
    secret.shared_with.add(alice, make.user(name="bob"))
    assert Interaction.objects.visible_to(alice).count() == 1


def test_a_promise_made_in_a_confidential_conversation_is_as_confidential(alice, secret):
    omar, dana = secret.people.all()
    make.promise(omar, dana, interaction=secret)
    assert not Commitment.objects.visible_to(make.user()).exists()
    assert Commitment.objects.visible_to(alice).exists()


def test_a_promise_outside_of_any_conversation_is_open():
    make.promise(make.person(), make.colleague())
    assert Commitment.objects.visible_to(make.user("viewer")).exists()


@pytest.mark.parametrize(
    ("role", "logs", "manages"),
    [
        ("viewer", False, False),
        ("member", True, False),
        ("manager", True, True),
        ("administrator", True, True),
    ],
)
def test_each_role_may_do_what_it_says(role, logs, manages):
    reader = make.user(role)
    assert (may_log(reader), may_manage(reader)) == (logs, manages)


def test_a_stranger_may_do_nothing():
    assert not may_log(AnonymousUser())
    assert not may_manage(AnonymousUser())
