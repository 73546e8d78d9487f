"""The archive: who is put away is offered nowhere, and can come back."""

import pytest

from stakeholders.models import Stakeholder
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    """Return a manager who is signed in."""
    user = make.user("manager")
    client.force_login(user)
    return user


def listed(client):
    """Return the names the list of people shows."""
    return [row.person.name for row in client.get("/people/").context["people"].rows]


def test_archiving_offers_a_way_back(client, manager):
    omar = make.person("Omar")
    page = client.post(f"/people/{omar.pk}/archive/", follow=True)
    assert "Archived Omar." in page.text
    assert f'action="/people/{omar.pk}/restore/"' in page.text
    assert not Stakeholder.objects.current().exists()


def test_undo_brings_a_person_back(client, manager):
    omar = make.person("Omar")
    client.post(f"/people/{omar.pk}/archive/")
    client.post(f"/people/{omar.pk}/restore/")
    assert listed(client) == ["Omar"]


def test_the_archive_lists_who_was_put_away(client, manager):
    make.person("Omar")
    Stakeholder.objects.all().archive()
    make.person("Lea")
    page = client.get("/people/archive/")
    assert ("Omar" in page.text, "Lea" in page.text, "Bring back" in page.text) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize("role", ["viewer", "member"])
@pytest.mark.parametrize("act", ["archive", "restore"])
def test_only_managers_put_people_away_and_bring_them_back(client, role, act):
    omar = make.person("Omar")
    client.force_login(make.user(role))
    assert client.post(f"/people/{omar.pk}/{act}/").status_code == 403


@pytest.mark.parametrize("act", ["archive", "restore"])
def test_following_a_link_never_archives(client, manager, act):
    omar = make.person("Omar")
    assert client.get(f"/people/{omar.pk}/{act}/").status_code == 405


@pytest.mark.parametrize("act", ["edit", "archive", "restore"])
def test_nobody_at_an_address_is_not_found(client, manager, act):
    assert client.post(f"/people/999/{act}/").status_code == 404
