"""What we know of somebody, added, changed, settled and removed on their page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stakeholders.models import Concern, Connection, Role, Stakeholder, Term, Unit
from tests.pages.desk import HTMX
from tests.records import make

pytestmark = pytest.mark.django_db
TODAY = "2026-11-20"
CONCERN = {"text": "Night shifts", "kind": "concern", "rank": "1", "heard_on": TODAY}


@pytest.fixture
def omar():
    """Return whom the page is about."""
    return make.person("Omar Haddad")


def add(client, person, kind, sent, **more):
    """Return the answer to `sent` as something new about `person`."""
    return client.post(f"/people/{person.pk}/{kind}/add/", sent, **more)


def test_a_concern_is_added_and_the_page_shown_again(client, member, omar):
    page = add(client, omar, "concern", CONCERN, follow=True)
    assert page.redirect_chain[0][0] == f"/people/{omar.pk}/#concern"
    assert "Night shifts" in page.text
    assert Concern.objects.get().created_by == member


def test_htmx_gets_the_section_and_a_toast(client, member, omar):
    part = add(client, omar, "concern", CONCERN, headers=HTMX).text
    assert ("<html" in part, "Night shifts" in part) == (False, True)
    assert 'hx-swap-oob="beforeend"' in part


def test_the_form_opens_in_its_place_for_htmx_and_on_the_whole_page_without(
    client, member, omar
):
    address = f"/people/{omar.pk}/concern/add/"
    part, page = client.get(address, headers=HTMX).text, client.get(address).text
    form = f'action="{address}#concern"'
    assert ("<html" in part, form in part) == (False, True)
    assert ("<html" in page, form in page) == (True, True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": ""}, "This field is required."),
        ({"text": "x" * 501}, "at most 500 characters"),
        ({"text": "a\x00b"}, "Null characters are not allowed."),
        ({"rank": "12"}, "less than or equal to 9"),
        ({"heard_on": "yesterday"}, "Enter a valid date."),
        ({"kind": "gossip"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_saved_gets_a_sentence_in_its_place(
    client, member, omar, wrong, sentence
):
    part = add(client, omar, "concern", CONCERN | wrong, headers=HTMX)
    assert (part.status_code, sentence in part.text) == (422, True)
    assert not Concern.objects.exists()


@pytest.mark.parametrize(
    ("kind", "sent", "model"),
    [
        ("concern", CONCERN, Concern),
        ("term", {"theirs": "go-live", "ours": "release"}, Term),
    ],
)
def test_a_second_click_adds_nothing(client, member, omar, kind, sent, model):
    add(client, omar, kind, sent)
    again = add(client, omar, kind, sent)
    assert (again.status_code, model.objects.count()) == (422, 1)
    assert "This is already here." in again.text


def test_a_concern_is_changed(client, member, omar):
    known = make.concern(omar)
    sent = CONCERN | {"text": "Calm nights", "version": known.version}
    client.post(f"/people/{omar.pk}/concern/{known.pk}/", sent)
    assert Concern.objects.get().text == "Calm nights"


def test_a_second_editor_of_a_concern_is_told(client, member, omar):
    known = make.concern(omar, "Nights")
    known.text = "Nights and days"
    known.save()
    sent = CONCERN | {"version": 1}
    part = client.post(f"/people/{omar.pk}/concern/{known.pk}/", sent, headers=HTMX)
    assert part.status_code == 409
    assert "from “Nights” to “Nights and days”" in part.text
    assert 'value="Night shifts"' in part.text


def test_a_settled_concern_leaves_the_page_and_can_come_back(client, member, omar):
    known = make.concern(omar)
    page = client.post(f"/people/{omar.pk}/concern/{known.pk}/settle/", follow=True)
    assert "Settled: Night shifts" in page.text
    assert page.context["page"].concerns == []
    page = client.post(f"/people/{omar.pk}/concern/{known.pk}/reopen/", follow=True)
    assert page.context["page"].concerns == [known]


def test_a_concern_heard_tomorrow_settles_no_earlier(client, member, omar):
    tomorrow = timezone.localdate() + timedelta(days=1)
    known = make.concern(omar, heard_on=tomorrow)
    client.post(f"/people/{omar.pk}/concern/{known.pk}/settle/")
    assert Concern.objects.get().settled_on == tomorrow


def test_what_was_removed_can_come_back(client, member, omar):
    known = make.term(omar)
    page = client.post(f"/people/{omar.pk}/term/{known.pk}/remove/", follow=True)
    assert page.context["page"].terms == []
    assert f'action="/people/{omar.pk}/term/{known.pk}/restore/"' in page.text
    client.post(f"/people/{omar.pk}/term/{known.pk}/restore/")
    assert Term.objects.current().get() == known


def tie(way, other):
    """Return what the form of a connection sends."""
    return {"way": way, "other": [other.pk]}


def ends(known):
    """Return a connection as source, kind and target."""
    return (known.source.name, known.kind, known.target.name)


def test_a_connection_is_said_from_either_end(client, member, omar):
    lea = make.person("Lea")
    add(client, omar, "connection", tie("reports_to", lea))
    add(client, omar, "connection", tie("turned:sponsors", lea))
    said = [ends(known) for known in Connection.objects.all()]
    assert said == [
        ("Omar Haddad", "reports_to", "Lea"),
        ("Lea", "sponsors", "Omar Haddad"),
    ]


def test_a_connection_is_opened_as_it_reads_from_this_end(client, member, omar):
    lea = make.person("Lea")
    known = make.connection(lea, omar, "reports_to")
    form = client.get(f"/people/{omar.pk}/connection/{known.pk}/").context["form"]
    assert (form["way"].value(), form["other"].value()) == ("turned:reports_to", [lea.pk])


def test_a_removed_connection_that_is_said_again_comes_back(client, member, omar):
    lea = make.person("Lea")
    known = make.connection(omar, lea)
    client.post(f"/people/{omar.pk}/connection/{known.pk}/remove/")
    add(client, omar, "connection", tie("reports_to", lea) | {"note": "Again"})
    back = Connection.objects.current().get()
    assert (back.pk, back.note) == (known.pk, "Again")


def test_a_connection_is_said_once(client, member, omar):
    lea = make.person("Lea")
    make.connection(omar, lea)
    page = add(client, omar, "connection", tie("reports_to", lea))
    assert "This connection is already known." in page.text


def test_a_connection_needs_somebody_else(client, member, omar):
    page = add(client, omar, "connection", tie("reports_to", omar))
    assert (page.status_code, Connection.objects.count()) == (422, 0)
    assert "Choose two different people." in page.text


def test_a_connection_is_with_one_person(client, member, omar):
    both = {"way": "influences", "other": [make.person("Lea").pk, make.person("Ana").pk]}
    assert "Choose one person." in add(client, omar, "connection", both).text


def test_the_person_is_not_lost_when_a_connection_is_wrong(client, member, omar):
    lea = make.person("Lea")
    wrong = tie("reports_to", lea) | {"note": "x" * 501}
    page = add(client, omar, "connection", wrong)
    assert page.context["form"]["other"].value() == [str(lea.pk)]


def test_a_role_is_added_in_a_new_unit(client, member, omar):
    add(client, omar, "role", {"title": "Adviser", "unit": "Board"})
    assert (str(Role.objects.get()), Unit.objects.get().name) == ("Adviser, Board", "Board")


def test_one_role_at_most_stands_beside_the_name(client, member):
    omar = make.person("Omar", "COO", make.unit())
    add(client, omar, "role", {"title": "CEO", "unit": "Group", "shown": "on"})
    shown = {role.title: role.primary for role in omar.roles.all()}
    assert shown == {"CEO": True, "COO": False}


@pytest.mark.parametrize(("held", "offered"), [("COO", False), ("", True)])
def test_a_new_role_is_offered_beside_the_name_where_there_is_none(
    client, member, held, offered
):
    omar = make.person("Omar", held, make.unit() if held else None)
    form = client.get(f"/people/{omar.pk}/role/add/").context["form"]
    assert form["shown"].value() is offered


def test_a_role_cannot_end_before_it_begins(client, member, omar):
    sent = {"unit": "Board", "since": "2026-11-20", "until": "2026-11-19"}
    page = add(client, omar, "role", sent)
    assert "The role ends before it begins." in page.text
    assert not Unit.objects.exists()


def test_the_role_beside_the_name_is_not_removed(client, member):
    omar = make.person("Omar", "COO", make.unit())
    role = omar.roles.get()
    assert client.post(f"/people/{omar.pk}/role/{role.pk}/remove/").status_code == 404
    assert Role.objects.current().exists()


@pytest.mark.parametrize("kind", ["concern", "term", "connection", "role"])
def test_cancel_shows_the_section_again(client, member, omar, kind):
    part = client.get(f"/people/{omar.pk}/{kind}/", headers=HTMX).text
    assert (f'<section id="{kind}" class' in part, "<form" in part) == (True, False)


@pytest.mark.parametrize("address", ["gossip/", "gossip/add/", "gossip/1/", "concern/999/"])
def test_what_there_is_not_is_not_found(client, member, omar, address):
    assert client.get(f"/people/{omar.pk}/{address}").status_code == 404


def test_what_is_known_of_one_cannot_be_changed_on_the_page_of_another(
    client, member, omar
):
    known = make.concern(make.person("Lea"))
    for act in ("", "settle/", "remove/", "restore/"):
        answer = client.post(f"/people/{omar.pk}/concern/{known.pk}/{act}", CONCERN)
        assert answer.status_code == 404


@pytest.mark.parametrize(
    "act", ["concern/add/", "concern/{}/", "concern/{}/settle/", "concern/{}/remove/"]
)
def test_a_viewer_changes_nothing(client, omar, act):
    known = make.concern(omar)
    client.force_login(make.user("viewer"))
    answer = client.post(f"/people/{omar.pk}/{act.format(known.pk)}", CONCERN)
    assert (answer.status_code, Concern.objects.current().get().settled_on) == (403, None)


def test_archived_people_are_not_found_by_the_search_for_a_connection(client, member, omar):
    make.person("Lea")
    Stakeholder.objects.filter(name="Lea").archive()
    assert "Lea" not in client.get("/people/search/", {"q": "lea"}).text
