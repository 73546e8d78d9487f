"""Saved views: own ones under a name, opened by their link by anybody."""

import pytest
from django.test import Client

from stakeholders.models import SavedView
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    """Return somebody who saves views."""
    return make.user("viewer")


@pytest.fixture
def browser(owner):
    """Return the browser of the owner."""
    client = Client()
    client.force_login(owner)
    return client


def save(browser, **more):
    """Ask to keep the vendors of the map."""
    asked = {"page": "map", "name": "Vendors", "query": "?layer=vendor", **more}
    return browser.post("/views/add/", asked)


def test_a_saved_view_opens_where_it_was_saved(browser):
    assert save(browser)["Location"] == "/map/?layer=vendor"


def test_saving_under_the_same_name_replaces_the_view(browser):
    save(browser)
    save(browser, query="layer=peer")
    assert [view.query for view in SavedView.objects.all()] == ["layer=peer"]


@pytest.mark.parametrize(
    "odd", [{"name": ""}, {"name": "a\0b"}, {"page": "nowhere"}, {"query": "x" * 2_001}]
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(browser, odd):
    answer = browser.post("/views/add/", {"page": "map", "name": "V", **odd}, follow=True)
    assert "The view was not saved" in answer.text
    assert not SavedView.objects.exists()


def test_the_owner_lets_go_of_a_view(browser):
    save(browser)
    browser.post(f"/views/{SavedView.objects.get().pk}/forget/")
    assert not SavedView.objects.exists()


def test_nobody_lets_go_of_anothers_view(browser):
    save(browser)
    stranger = Client()
    stranger.force_login(make.user("manager"))
    assert stranger.post(f"/views/{SavedView.objects.get().pk}/forget/").status_code == 404
