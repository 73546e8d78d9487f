"""Somebody signed in who is none of the people adds themselves, and logs as themselves."""

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.urls import reverse

from stakeholders.models import Interaction, Stakeholder, User
from stakeholders.views.people import add_myself
from tests.pages.desk import answers
from tests.records import make

pytestmark = pytest.mark.django_db

ME = reverse("add-myself")
ROBIN = {"name": "Robin Ash", "layer": "vendor"}  # whatever a browser sends


@pytest.fixture
def robin(client):
    """Return a member who is nobody yet, and is signed in."""
    user = make.user("member", "robin", first_name="Robin Ash")
    client.force_login(user)
    return user


def test_the_form_begins_with_their_name_in_our_team(client, robin):
    page = client.get(ME)
    assert "Add yourself" in page.text
    assert page.context["form"]["name"].value() == "Robin Ash"
    asked = {field.name for field in page.context["form"].visible_fields()}
    assert asked == {"name", "title", "unit", "email"}


def test_they_are_that_person_from_then_on(client, robin):
    omar = make.person("Omar Haddad")
    assert client.post(ME, ROBIN).url == reverse("add-person")
    robin.refresh_from_db()
    assert (robin.stakeholder.name, robin.stakeholder.layer) == ("Robin Ash", "team")
    client.post(reverse("log"), answers(omar, robin.stakeholder))
    there = Interaction.objects.get().participations.values_list("stakeholder", flat=True)
    assert set(there) == {omar.pk, robin.stakeholder_id}


def test_a_namesake_may_be_they_themselves(client, robin):
    make.colleague("Robin Ash")
    assert "may be you" in client.post(ME, ROBIN).text
    assert Stakeholder.objects.count() == 1


def test_what_cannot_be_saved_is_said_and_changes_nothing(client, robin):
    page = client.post(ME, ROBIN | {"name": ""})
    assert page.status_code == 422
    assert "Add yourself" in page.text
    robin.refresh_from_db()
    assert robin.stakeholder is None
    assert not Stakeholder.objects.exists()


def test_whoever_is_somebody_is_led_to_themselves(client, robin):
    robin.stakeholder = make.colleague("Robin Ash")
    robin.save()
    there = reverse("person", args=[robin.stakeholder_id])
    assert client.get(ME).url == there
    assert client.post(ME, ROBIN).url == there
    assert Stakeholder.objects.count() == 1


def test_sent_twice_at_the_same_moment_they_are_one_person(rf, robin):
    twice = [User.objects.get(pk=robin.pk) for _ in range(2)]  # before either is saved
    for user in twice:
        request = rf.post(ME, ROBIN | {"again": "on"})  # no question about a namesake
        request.user, request._messages = user, CookieStorage(request)
        assert add_myself(request).url == reverse("add-person")
    robin.refresh_from_db()
    assert Stakeholder.objects.get() == robin.stakeholder


def test_a_viewer_adds_nobody(client):
    client.force_login(make.user("viewer"))
    assert client.post(ME, ROBIN).status_code == 403
    assert not Stakeholder.objects.exists()


def test_the_log_and_the_first_visit_offer_it_until_then(client, robin):
    for where in (reverse("log"), reverse("start")):
        assert ME in client.get(where).text
    client.post(ME, ROBIN)
    for where in (reverse("log"), reverse("start")):
        assert ME not in client.get(where).text
