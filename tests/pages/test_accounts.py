"""Signing in, and the first visit to an empty site."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stakeholders import example
from stakeholders.first_visit import first_visit_code
from stakeholders.models import User
from tests.records import make

pytestmark = pytest.mark.django_db

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}
PERSON = {
    "first_name": "Ada",
    "last_name": "Marsh",
    "username": "ada",
    "password1": "a long walk home",
    "password2": "a long walk home",
}


def test_an_empty_site_asks_for_its_first_administrator(client):
    page = client.get("/", follow=True)
    assert page.request["PATH_INFO"] == reverse("welcome")


def test_the_first_visitor_becomes_administrator_and_is_signed_in(client):
    page = client.post(reverse("welcome"), PERSON, follow=True)
    assert page.wsgi_request.user == User.objects.get(role="administrator", username="ada")


def test_the_first_visitor_begins_in_the_first_field_or_in_the_first_wrong_one(client):
    def begun(page):
        form = page.context["form"]
        return [one for one in form.fields if form.fields[one].widget.attrs["autofocus"]]

    assert begun(client.get(reverse("welcome"))) == ["first_name"]
    wrong = {**PERSON, "password2": "another"}
    assert begun(client.post(reverse("welcome"), wrong)) == ["password2"]


@pytest.mark.parametrize(
    ("where", "typed", "lost"),
    [
        ("welcome", {**PERSON, "username": ""}, "Type the password twice once more."),
        ("sign-in", {"password": "a long walk home"}, "Type the password once more."),
    ],
)
def test_a_password_that_is_not_drawn_again_is_asked_for_once_more(
    client, where, typed, lost
):
    page = client.post(reverse(where), typed)
    assert lost in page.text
    assert "Nothing you wrote is lost" not in page.text
    assert "a long walk home" not in page.text


def test_a_second_administrator_cannot_be_made_this_way(client):
    User.objects.create_user("somebody")
    client.post(reverse("welcome"), PERSON)
    assert not User.objects.filter(username="ada").exists()


@pytest.mark.parametrize("headers", [ELSEWHERE, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}])
def test_a_visitor_from_elsewhere_needs_the_code(client, headers):
    page = client.post(reverse("welcome"), PERSON, **headers)
    assert page.status_code == 422
    assert "code" in page.context["form"].errors


def test_a_wrong_code_is_refused_and_keeps_what_was_typed(client):
    page = client.post(reverse("welcome"), {**PERSON, "code": "guess"}, **ELSEWHERE)
    assert "This is not the code printed where relmap runs." in page.text
    assert 'value="ada"' in page.text


def test_the_printed_code_lets_a_visitor_from_elsewhere_go_first(client):
    client.post(reverse("welcome"), {**PERSON, "code": first_visit_code()}, **ELSEWHERE)
    assert User.objects.filter(username="ada", role="administrator").exists()


def test_a_site_with_users_shows_the_sign_in_page(client):
    User.objects.create_user("bob", password="a long walk home")
    page = client.get(reverse("dashboard"), follow=True)
    assert page.request["PATH_INFO"] == reverse("sign-in")


def test_example_sign_ins_are_shown_only_while_the_example_is_loaded(client):
    make.user("administrator")
    example.load(today=timezone.localdate())
    assert "try-relmap" in client.get(reverse("sign-in")).text
    example.unload()
    assert "try-relmap" not in client.get(reverse("sign-in")).text


def test_a_real_users_name_is_not_offered_as_an_example(client):
    User.objects.create_user("admin", password="a long walk home")
    example.load(today=timezone.localdate())
    offered = client.get(reverse("sign-in")).context["example_sign_ins"]
    assert {one.username for one in offered} == {"leader", "manager"}


def test_guessing_passwords_closes_the_door_for_a_while(client):
    User.objects.create_user("bob", password="a long walk home")
    for _ in range(8):
        client.post(reverse("sign-in"), {"username": "bob", "password": "guess"})
    right = {"username": "bob", "password": "a long walk home"}
    page = client.post(reverse("sign-in"), right)
    assert page.status_code == 429
    assert "closed for 15 minutes" in page.text


def test_only_administrators_reach_the_admin():
    member = User.objects.create_user("bob", role="member")
    member.role = User.Role.ADMINISTRATOR
    member.save()
    assert member.is_staff
    member.role = User.Role.VIEWER
    member.save()
    assert not member.is_staff


def test_createsuperuser_makes_an_administrator():
    made = User.objects.create_superuser("ada", password="a long walk home")
    assert (made.role, made.is_staff) == ("administrator", True)


OTHER = "another long walk"
NEW = {"old_password": "open sesame", "new_password1": OTHER, "new_password2": OTHER}


@pytest.mark.parametrize("role", User.Role.values)
def test_everybody_changes_their_own_password_and_stays_signed_in_there_alone(client, role):
    user, elsewhere = make.user(role), Client()
    client.force_login(user)
    elsewhere.force_login(user)
    assert reverse("change-password") in client.get(reverse("people")).text
    page = client.post(reverse("change-password"), NEW, follow=True)
    assert "Your password is changed." in page.text
    assert page.wsgi_request.user == user
    user.refresh_from_db()
    assert user.check_password(OTHER)
    assert elsewhere.get(reverse("people")).status_code == 302


@pytest.mark.parametrize(
    ("amiss", "field"),
    [
        ({"old_password": "guess"}, "old_password"),
        ({"new_password2": "x"}, "new_password2"),
    ],
)
def test_a_password_that_is_not_changed_says_why_beside_its_field(client, amiss, field):
    user = make.user()
    client.force_login(user)
    page = client.post(reverse("change-password"), NEW | amiss)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert f'id="id_{field}_error"' in page.text
    user.refresh_from_db()
    assert user.check_password("open sesame")


def test_whoever_is_not_signed_in_changes_no_password(client):
    make.user()
    assert client.get(reverse("change-password")).url.startswith(reverse("sign-in"))
