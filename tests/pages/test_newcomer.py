"""Adding who is missing, from over a form that asks for people."""

import json

import pytest
from django.urls import reverse

from stakeholders.models import Stakeholder
from tests.pages.desk import HTMX, desk
from tests.records import make

pytestmark = pytest.mark.django_db
NEWCOMER = "/people/new/"
ZOE = {"name": "Zoë Newman", "layer": "vendor", "title": "Treasurer", "unit": "Bank"}


@pytest.fixture
def at(client):
    return desk(client)


def offered(client, q, **more):
    """Return what the search offers to add."""
    page = client.get("/people/search/", {"q": q, "add": "on", **more})
    return "data-missing" in page.text


def add(client, **answers):
    return client.post(NEWCOMER, ZOE | answers, headers=HTMX)


def test_who_is_not_found_is_offered_to_be_added(at):
    assert offered(at.client, "Zoë Newman")


@pytest.mark.parametrize(
    ("q", "more"),
    [("omar", {}), ("", {}), ("   ", {}), ("a\0b", {}), ("Zoë", {"add": ""})],
)
def test_nobody_is_offered_to_be_added(at, q, more):
    assert not offered(at.client, q, **more)


def test_who_may_only_read_is_offered_nobody_and_adds_nobody(at):
    viewer = at.colleague(role="viewer")
    assert not offered(viewer, "Zoë Newman")
    assert add(viewer).status_code == 403
    assert not Stakeholder.objects.filter(name="Zoë Newman").exists()


def test_html_in_what_is_missing_stays_words(at):
    page = at.client.get("/people/search/", {"q": "<b>Bold</b>", "add": "on"})
    assert "data-missing" in page.text
    assert "<b>" not in page.text


def test_the_form_begins_with_the_name_that_was_typed(at):
    page = at.client.get(NEWCOMER, {"name": 'Zoë "Z" Newman'}, headers=HTMX)
    assert 'value="Zoë &quot;Z&quot; Newman"' in page.text


def test_the_form_has_a_page_of_its_own_elsewhere(at):
    assert at.client.get(NEWCOMER).url == reverse("add-person")


def test_the_page_hears_whom_was_added(at):
    answer = add(at.client)
    zoe = Stakeholder.objects.with_primary_role().get(name="Zoë Newman")
    assert (answer.status_code, zoe.layer) == (204, "vendor")
    assert (zoe.role_title, zoe.unit_name) == ("Treasurer", "Bank")
    assert zoe.created_by == at.user
    heard = json.loads(answer.headers["HX-Trigger"])
    assert heard == {"person-added": {"pk": zoe.pk, "name": "Zoë Newman"}}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "a" * 201}, "at most 200 characters"),
        ({"layer": "asset"}, "Select a valid choice."),
        ({"unit": ""}, "a title belongs to a unit"),
    ],
)
def test_what_cannot_be_saved_is_said_beside_it(at, wrong, said):
    page = add(at.client, **wrong)
    assert page.status_code == 422
    assert said in page.text
    assert 'value="Treasurer"' in page.text
    assert not Stakeholder.objects.filter(layer="vendor").exists()


def test_a_second_of_one_name_is_asked_about_once(at):
    make.person("Zoë Newman", title="Chief", unit=make.unit("Mill"))
    page = add(at.client)
    assert page.status_code == 422
    assert "may be who you mean" in page.text
    assert 'name="again" value="on"' in page.text
    assert add(at.client, again="on").status_code == 204
    assert Stakeholder.objects.filter(name="Zoë Newman").count() == 2
