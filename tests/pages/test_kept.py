"""A page is kept until something it could show changes, and for nobody else."""

import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stakeholders.models import Stakeholder, Unit
from stakeholders.standings import latest, learning, rebuild
from stakeholders.templatetags.kept import PIECES
from stakeholders.views import kept, map_data
from tests.pages.desk import answers, desk
from tests.records import make

pytestmark = pytest.mark.django_db(transaction=True)
DASHBOARD = reverse("dashboard")
PAGES = (DASHBOARD, reverse("today"), reverse("people"))
UNCHANGED = 3  # queries: the session, its user, the words
AFTER_A_SAVE = {"dashboard": 10, "people": 10, "today": 10, "person": 10}


@pytest.fixture
def at(client):
    caches["kept"].clear()
    return desk(client)


def as_made_anew(client, page):
    """Return a page as it is without anything kept."""
    caches["kept"].clear()
    PIECES.clear()
    return without_token(client.get(page).text)


def without_token(page):
    """Return a page without what differs each time it is made."""
    return re.sub(r'(X-CSRFToken": "|csrfmiddlewaretoken" value=")\w+', r"\1", page)


def test_an_unchanged_page_costs_three_queries_one_after_a_save_few(
    at, django_assert_num_queries, django_assert_max_num_queries
):
    other, today = at.colleague(), timezone.localdate()
    rebuild()  # everybody has a standing, as on a site
    for name, most in AFTER_A_SAVE.items():
        address = reverse(name, args=[at.omar.pk] if name == "person" else [])
        at.client.get(address)
        talk = answers(at.dana, at.omar, happened_on=today, key=name)
        assert other.post(reverse("log"), talk).status_code == 302
        with django_assert_max_num_queries(most):
            first = at.client.get(address).text
        with django_assert_num_queries(UNCHANGED):
            again = at.client.get(address).text
        assert without_token(again) == without_token(first)


def test_a_person_costs_ten_queries_the_first_time(at, django_assert_max_num_queries):
    today, unit = timezone.localdate(), make.unit()
    for name in "abc":
        talk = make.conversation(at.dana, at.omar, make.person(name, unit=unit), on=today)
        make.exchange(talk, at.omar, at.dana)
        make.promise(at.dana, at.omar, name, made_on=today, interaction=talk)
        make.concern(at.omar, name)
    rebuild()
    at.client.get(reverse("person", args=[at.priya.pk]))  # what all of them share
    with django_assert_max_num_queries(10):
        assert at.client.get(reverse("person", args=[at.omar.pk])).status_code == 200


def test_after_any_change_the_page_is_what_it_would_be_anew(at):
    today, other = timezone.localdate(), at.colleague()
    soon = {"made_on": today, "due_on": today + timedelta(days=2)}
    changes = (
        lambda: other.post(reverse("log"), answers(at.dana, at.omar, happened_on=today)),
        lambda: make.promise(at.dana, at.omar, "The numbers", **soon),
        lambda: Stakeholder.objects.filter(pk=at.omar.pk).update(influence=5, interest=4),
        lambda: Unit.objects.create(name="Harbour"),
        lambda: Stakeholder.objects.filter(pk=at.priya.pk).archive(),
    )
    shown = {without_token(at.client.get(DASHBOARD).text)}
    for number, change in enumerate(changes, 2):
        change()
        pages = {page: without_token(at.client.get(page).text) for page in PAGES}
        for page, text in pages.items():
            assert text == as_made_anew(at.client, page)
        shown.add(pages[DASHBOARD])
        assert len(shown) == number  # each change is one that the page shows


def test_what_one_reader_sees_is_not_kept_for_another(at):
    today = timezone.localdate()
    secret = make.conversation(at.omar, at.dana, on=today, confidential=True)
    due = {"made_on": today, "due_on": today, "interaction": secret}
    make.promise(at.omar, at.dana, "A quiet word", **due)
    other = at.colleague()
    for page in (DASHBOARD, reverse("today", query={"whose": "all"})):
        assert "A quiet word" in at.client.get(page).text
        assert "A quiet word" not in other.get(page).text


def test_a_kept_page_carries_the_token_of_whoever_asks(at):
    at.client.get(DASHBOARD)
    other = Client(enforce_csrf_checks=True)
    other.force_login(at.user)
    page = other.get(DASHBOARD).text
    token = re.search(r'X-CSRFToken": "(\w+)"', page)[1]
    sent = {"X-CSRFToken": token}
    assert other.post(reverse("sign-out"), headers=sent).status_code == 302


def test_few_large_answers_are_kept_so_that_no_address_fills_the_memory(at, monkeypatch):
    monkeypatch.setattr(kept, "LARGE", 1_000)
    for number in range(40):
        at.client.get(reverse("promises"), {"asked": number})
    assert len(caches["large"]._cache) <= caches["large"]._max_entries


def test_inside_a_transaction_nothing_is_kept(at):
    with transaction.atomic():
        Stakeholder.objects.filter(pk=at.omar.pk).update(influence=5, interest=4)
        assert "Interest 4, influence 5" in at.client.get(DASHBOARD).text
        Stakeholder.objects.filter(pk=at.omar.pk).update(influence=2)
        assert "Interest 4, influence 2" in at.client.get(DASHBOARD).text


def test_the_data_of_the_map_is_kept_as_what_it_is(at, django_assert_max_num_queries):
    at.client.get(reverse("map-data"))  # finds the structure, which the data tells
    first = at.client.get(reverse("map-data"))
    with django_assert_max_num_queries(UNCHANGED + 4):  # four see that it stays fresh
        again = at.client.get(reverse("map-data"))
    assert again.json() == first.json()
    assert again.headers["Content-Type"] == first.headers["Content-Type"]


def test_the_map_after_a_save_is_what_it_is_made_anew(at):
    other, told = at.colleague(), reverse("map-data")
    rebuild()
    before = at.client.get(told).json()
    other.post(reverse("log"), answers(at.dana, at.omar))
    after = at.client.get(told).json()
    caches["kept"].clear()
    latest.KEPT.clear()
    assert after == at.client.get(told).json() != before


def test_people_on_the_map_are_not_read_again_for_a_conversation(at):
    other = at.colleague()
    rebuild()  # everybody has a standing, as on a site
    before = map_data.crowd(at.user)
    other.post(reverse("log"), answers(at.dana, at.omar))
    assert map_data.crowd(at.user) is before
    Stakeholder.objects.filter(pk=at.omar.pk).update(name="Omar Haddad-Levi")
    assert "Omar Haddad-Levi" in {one.name for one in map_data.crowd(at.user).people}


def test_what_everybody_taught_is_not_read_again_until_somebody_judges(at):
    before, other = learning.kept(), at.colleague()
    other.post(reverse("log"), answers(at.dana, at.omar))
    assert learning.kept() is before
    make.promise(at.omar, at.dana, state="kept", closed_on=make.DAY)
    rebuild()
    assert len(learning.kept().pairs) == 1
