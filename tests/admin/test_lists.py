"""Lists of the administration: search, filters, and queries that do not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stakeholders.models import Commitment, Concern, Interaction, Stakeholder, User
from tests.admin.many import KINDS, MAKE, RECORDS, add_rows, somebody, talk
from tests.admin.office import address
from tests.records import make

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
every_record = pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)


def queries(client, where):
    """Return how many queries a page takes once the administrator is known."""
    client.get(where)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(where).status_code == 200
    return len(asked)


@every_kind
def test_a_list_takes_the_same_queries_with_ten_more_rows(at, kind):
    where = address(kind, "changelist")
    MAKE[kind]()
    few = queries(at.client, where)
    for _ in range(10):
        MAKE[kind]()
    assert queries(at.client, where) == few


@pytest.mark.parametrize("made", [somebody, talk], ids=["person", "conversation"])
def test_a_form_takes_the_same_queries_with_ten_more_rows(at, made):
    record = made()
    where = address(type(record), "change", record.pk)
    add_rows(record, 1)
    few = queries(at.client, where)
    add_rows(record, 10)
    assert queries(at.client, where) == few


@every_kind
def test_a_form_shows_what_is_there(at, kind):
    record = MAKE[kind]()
    assert str(record) in at.get(kind, "change", record.pk).text


@every_kind
def test_every_filter_of_a_list_can_be_followed(at, kind):
    MAKE[kind]()
    shown = at.get(kind, "changelist").context["cl"]
    ways = [way["query_string"] for one in shown.filter_specs for way in one.choices(shown)]
    for way in ways:
        assert at.client.get(address(kind, "changelist") + way).status_code == 200


@every_kind
def test_a_list_can_be_walked_by_date(at, kind):
    MAKE[kind]()
    assert at.get(kind, "changelist").context["cl"].date_hierarchy


@every_record
def test_a_list_leaves_out_what_is_archived(at, kind):
    record = MAKE[kind]()
    kind.objects.filter(pk=record.pk).archive()
    assert record not in at.get(kind, "changelist").context["cl"].result_list
    assert (
        record in at.get(kind, "changelist", archive="archived").context["cl"].result_list
    )


@every_record
def test_show_all_leads_from_any_part_of_a_list_to_everything(at, kind):
    kept, archived = MAKE[kind](), MAKE[kind]()
    kind.objects.filter(pk=archived.pk).archive()
    for part in ({}, {"q": "nobody"}, {"archive": "archived"}):
        cl = at.get(kind, "changelist", **part).context["cl"]
        page = at.client.get(address(kind, "changelist") + cl.everything())
        assert (
            f'<a href="{cl.everything()}">Show all</a>'
            in at.get(kind, "changelist", **part).text
        )
        assert {kept, archived} <= set(page.context["cl"].result_list)
        assert "Show all" not in page.text


@pytest.mark.parametrize(
    ("kind", "made", "word"),
    [
        (
            Stakeholder,
            lambda: make.person("Ines Duarte", email="i@larkfield.example"),
            "larkf",
        ),
        (Interaction, lambda: make.conversation(make.person("Ines Duarte")), "ines"),
        (Concern, lambda: make.concern(make.person("Ines Duarte")), "duarte"),
        (Commitment, lambda: make.promise(make.person("Ines"), make.person("Mei")), "mei"),
        (User, lambda: make.user(name="ines", first_name="Ines"), "ines"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a_search_finds_what_people_call_it(at, kind, made, word):
    record = made()
    MAKE[kind]()
    assert list(at.get(kind, "changelist", q=word).context["cl"].result_list) == [record]


def offered(at, model, field, term=""):
    """Return what an autocomplete offers for a field."""
    asked = {"app_label": "stakeholders", "model_name": model, "field_name": field}
    page = at.client.get(reverse("admin:autocomplete"), asked | {"term": term})
    return [one["text"] for one in page.json()["results"]]


def test_people_are_offered_as_one_types(at):
    assert offered(at, "concern", "stakeholder", "oma") == ["Omar Haddad"]


def test_nobody_archived_is_offered(at):
    Stakeholder.objects.filter(pk=at.omar.pk).archive()
    assert offered(at, "concern", "stakeholder", "oma") == []


def test_only_our_own_people_keep_a_relationship(at):
    assert offered(at, "stakeholder", "counterpart") == ["Dana Levi"]


def test_a_broken_search_finds_what_is_left_of_it(at):
    assert offered(at, "concern", "stakeholder", "om\0ar") == ["Omar Haddad"]


def test_a_form_says_where_the_record_is_from(at):
    at.add(Stakeholder, name="Ines Duarte")
    ines = Stakeholder.objects.get(name="Ines Duarte")
    shown = at.get(Stakeholder, "change", ines.pk).context["adminform"].fieldsets[-1]
    assert shown[0] == "Where it is from"
    assert ines.created_by == at.ada


def test_a_form_says_that_the_record_is_archived(at):
    at.act("archive", at.omar)
    assert "Archived on" in at.get(Stakeholder, "change", at.omar.pk).text


def test_a_form_does_not_list_everybody(at):
    promise = make.promise(at.dana, at.omar)
    make.person("Somebody Else")
    assert "Somebody Else" not in at.get(Commitment, "change", promise.pk).text


@every_kind
def test_an_address_that_leaves_its_field_empty_asks_by_the_id(at, kind):
    record = MAKE[kind]()
    where = address(kind, "change", record.pk)
    assert at.client.get(where, {"_to_field": ""}).context["original"] == record
