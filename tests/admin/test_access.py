"""Who comes into the administration, and what stands there."""

import re

import pytest
from django.urls import reverse

from stakeholders.models import Concern, Interaction, Role, Stakeholder, Term, User
from tests.records import make

INDEX = reverse("admin:index")


def test_a_stranger_signs_in_on_the_site_s_own_page(client, db):
    make.user("administrator")
    page = client.get(INDEX, follow=True)
    assert page.redirect_chain[-1] == (f"{reverse('sign-in')}?next={INDEX}", 302)


def test_the_admin_s_own_sign_in_leads_to_the_site_s(client, db):
    page = client.get(reverse("admin:login"))
    assert page.headers["Location"] == f"{reverse('sign-in')}?next={INDEX}"


@pytest.mark.parametrize("role", ["viewer", "member", "manager"])
def test_only_administrators_come_in(client, db, role):
    client.force_login(make.user(role))
    assert client.get(INDEX, follow=True).status_code == 403


def test_signing_out_leads_to_the_site_s_own_page(at):
    page = at.client.post(reverse("admin:logout"))
    assert page.headers["Location"] == reverse("sign-in")


def test_the_admin_s_own_password_page_leads_to_the_site_s(at):
    page = at.client.get(reverse("admin:password_change"))
    assert page.headers["Location"] == reverse("change-password")
    assert f'href="{reverse("change-password")}"' in at.client.get(INDEX).text


def test_the_page_signs_out_as_everywhere_else(at):
    assert f'action="{reverse("sign-out")}"' in at.client.get(INDEX).text


def test_every_kind_of_record_is_there_and_nothing_else(at):
    sections = at.client.get(INDEX).context["app_list"]
    assert [model["object_name"] for one in sections for model in one["models"]] == [
        "Stakeholder",
        "Role",
        "Unit",
        "Concern",
        "Connection",
        "Term",
        "Interaction",
        "Exchange",
        "Commitment",
        "User",
        "Batch",
    ]


@pytest.mark.parametrize(
    ("kind", "view"),
    [
        (kind, view)
        for kind in (Stakeholder, Role, Concern, Term, Interaction, User)
        for view in ("changelist", "add")
    ],
)
def test_people_are_called_people(at, kind, view):
    shown = re.sub(r"<[^>]*>", " ", at.get(kind, view).text)
    assert "Records" in shown
    assert not re.search("stakeholder", shown, re.IGNORECASE)


def test_a_filter_that_is_none_is_refused(at):
    wrong = reverse("admin:stakeholders_unit_export")
    assert at.client.get(wrong, {"parent__nonsense": "1"}).status_code == 400
