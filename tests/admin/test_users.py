"""Users: roles, who is shut out, and what nobody does to themselves."""

import pytest
from django.test import Client
from django.urls import reverse

from stakeholders.models import User
from tests.admin.office import address, filled, messages
from tests.records import make


@pytest.fixture
def bo(at):
    """Return a member."""
    return make.user("member", "bo")


def sign_in(name, password):
    """Return whether somebody can sign in, in a browser of their own."""
    browser = Client()
    browser.post(reverse("sign-in"), {"username": name, "password": password})
    return "_auth_user_id" in browser.session


def test_a_new_user_has_a_role_and_signs_in(at):
    words = {"password1": "quiet harbour lights", "password2": "quiet harbour lights"}
    at.add(User, username="mei", role="manager", usable_password="true", **words)
    assert User.objects.get(username="mei").role == "manager"
    assert sign_in("mei", "quiet harbour lights")


def test_an_administrator_comes_into_the_administration(at, bo):
    at.change(bo, role="administrator")
    bo.refresh_from_db()
    assert bo.is_staff


def test_nobody_changes_their_own_role(at):
    at.change(at.ada, role="viewer", first_name="Ada Maria")
    at.ada.refresh_from_db()
    assert (at.ada.role, at.ada.first_name) == ("administrator", "Ada Maria")


def test_nobody_deletes_themselves(at):
    assert at.get(User, "delete", at.ada.pk).status_code == 403


def test_nobody_is_among_those_they_delete(at, bo):
    at.act("delete_selected", bo, at.ada, post="yes")
    assert User.objects.count() == 2


def test_nobody_brings_themselves_back(at):
    past = at.ada.history.first()
    where = address(User, "version", at.ada.pk, past.pk)
    assert at.client.post(where).status_code == 403


def test_a_role_is_given_to_many(at, bo):
    page = at.act("set_role", bo, at.ada, role="manager", apply="yes")
    assert "Ask another administrator" in messages(page)
    assert set(User.objects.values_list("username", "role")) == {
        ("ada", "administrator"),
        ("bo", "manager"),
    }


def test_who_is_shut_out_signs_in_no_more(at, bo):
    at.act("shut_out", bo)
    assert not sign_in("bo", "open sesame")
    at.act("let_in", bo)
    assert sign_in("bo", "open sesame")


def test_a_user_comes_back_as_they_were(at, bo):
    past = bo.history.first()
    at.change(bo, role="administrator")
    at.client.post(address(User, "version", bo.pk, past.pk))
    bo.refresh_from_db()
    assert (bo.role, bo.is_staff) == ("member", False)


def test_a_deleted_user_comes_back_without_a_password(at, bo):
    pk, past = bo.pk, bo.history.first()
    at.client.post(address(User, "delete", pk), {"post": "yes"})
    assert not User.objects.filter(pk=pk).exists()
    at.client.post(address(User, "version", pk, past.pk))
    assert not User.objects.get(pk=pk).has_usable_password()


def test_signing_in_leaves_no_line_in_the_history(bo):
    assert sign_in("bo", "open sesame")
    assert bo.history.count() == 1


def test_no_history_holds_a_password(bo):
    assert not hasattr(bo.history.get(), "password")


def test_a_user_may_be_somebody_of_the_people(at, bo):
    answers = filled(at.get(User, "change", bo.pk)) | {"stakeholder": at.dana.pk}
    at.send(bo, answers)
    bo.refresh_from_db()
    assert bo.stakeholder == at.dana


def test_what_no_password_means_is_said_in_our_words(at, bo):
    for where in (
        address(User, "add"),
        reverse("admin:auth_user_password_change", args=[bo.pk]),
    ):
        assert "nobody can sign in as this user" in at.client.get(where).text
