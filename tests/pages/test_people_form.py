"""The form of a person: add, edit, and what happens when two people edit."""

import pytest
from django.urls import reverse

from stakeholders.models import Role, Stakeholder, Unit
from tests.records import make

pytestmark = pytest.mark.django_db
PEOPLE = "/people/"


def typed(**more):
    """Return what the form of a person sends."""
    return {
        "name": "Omar Haddad",
        "layer": "peer",
        "criticality": "1",
        "internal": "on",
        **more,
    }


def opened(client, person, **more):
    """Return what the form of `person` sends once opened, with `more` typed over it."""
    form = client.get(reverse("edit-person", args=[person.pk])).context["form"]
    sent = {bound.html_name: bound.value() for bound in form}
    was = {
        bound.html_initial_name: bound.value()
        for bound in form
        if bound.field.show_hidden_initial
    }
    said = {
        name: value for name, value in (sent | was).items() if value not in (None, False)
    }
    return {**said, **more}


def test_a_person_is_added_with_their_primary_role(client, member):
    make.unit("Operations")
    client.post("/people/add/", typed(title="COO", unit="operations"))
    role = Role.objects.get(primary=True)
    assert (str(role.stakeholder), str(role)) == ("Omar Haddad", "COO, Operations")
    assert role.created_by == role.stakeholder.created_by == member


def test_a_unit_that_is_new_is_added_on_the_side_of_the_layer(client, member):
    client.post("/people/add/", typed(layer="vendor", unit="Acme  Inc"))
    assert Unit.objects.get().side == "vendor"
    assert Unit.objects.get().name == "Acme Inc"


def test_units_of_one_name_are_told_apart_by_where_they_lie(client, member):
    north, south = make.unit("North"), make.unit("South")
    make.unit("Sales", parent=north)
    meant = make.unit("Sales", parent=south)
    client.post("/people/add/", typed(unit="Sales (South)"))
    assert Role.objects.get().unit == meant


def test_a_title_needs_a_unit(client, member):
    page = client.post("/people/add/", typed(title="COO"))
    assert page.status_code == 422
    assert "Name the unit as well" in page.text
    assert 'value="COO"' in page.text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "   "}, "This field is required."),
        ({"name": "\u200b\u202e"}, "Nothing of this can be read."),
        ({"name": "x" * 201}, "at most 200 characters"),
        ({"name": "Om\x00ar"}, "Null characters are not allowed."),
        ({"email": "omar"}, "Enter a valid email address."),
        ({"unit": "x" * 201}, "at most 200 characters"),
        ({"cadence_days": "731"}, "less than or equal to 730"),
        ({"influence": "6"}, "Select a valid choice."),
        ({"layer": "asset"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_saved_gets_a_sentence_and_is_kept(client, member, wrong, sentence):
    page = client.post("/people/add/", typed(phone="+49 30 1234", **wrong))
    assert (page.status_code, sentence in page.text) == (422, True)
    assert "+49 30 1234" in page.text
    assert not Stakeholder.objects.exists()


@pytest.mark.parametrize(
    "name", ["x" * 200, "محمد بن سلمان", "O'Brien & <b>Søn</b>", "李小龙"]
)
def test_any_name_can_be_kept(client, member, name):
    client.post("/people/add/", typed(name=name))
    assert Stakeholder.objects.get().name == name
    assert client.get(PEOPLE).status_code == 200


def test_a_second_click_does_not_add_a_second_person(client, member):
    client.post("/people/add/", typed())
    page = client.post("/people/add/", typed())
    assert (page.status_code, Stakeholder.objects.count()) == (422, 1)
    assert "Somebody of this name is already here." in page.text


def test_two_people_may_have_one_name_if_that_is_meant(client, member):
    client.post("/people/add/", typed())
    page = client.post("/people/add/", typed())
    again = page.context["form"]["again"].value()
    client.post("/people/add/", typed(again=again))
    assert Stakeholder.objects.count() == 2


def test_a_person_is_edited(client, member):
    omar = make.person("Omar", "COO", make.unit())
    client.post(
        f"/people/{omar.pk}/edit/", opened(client, omar, name="Omar H.", title="CEO")
    )
    omar.refresh_from_db()
    assert (omar.name, omar.roles.get().title) == ("Omar H.", "CEO")


def test_who_edits_is_told_in_the_history(client, member):
    omar = make.person("Omar")
    client.post(f"/people/{omar.pk}/edit/", opened(client, omar, name="Omar H."))
    assert omar.history.first().history_user == member


def test_clearing_the_unit_ends_up_in_the_archive(client, member):
    omar = make.person("Omar", "COO", make.unit())
    client.post(f"/people/{omar.pk}/edit/", opened(client, omar, unit="", title=""))
    assert not Role.objects.filter(primary=True).exists()
    assert not Role.objects.current().exists()


def test_a_second_editor_is_told_who_changed_what_and_loses_nothing(client, member):
    omar = make.person("Omar", "COO", make.unit())
    mine = opened(client, omar, phone="+49 30 1234")
    client.force_login(make.user(name="bob"))
    client.post(
        f"/people/{omar.pk}/edit/", opened(client, omar, name="Omar Haddad", title="CEO")
    )
    client.force_login(member)
    page = client.post(f"/people/{omar.pk}/edit/", mine)
    assert page.status_code == 409
    assert "bob" in page.text
    assert "name from “Omar” to “Omar Haddad”" in page.text
    shown = {bound.name: bound.value() for bound in page.context["form"]}
    assert (shown["name"], shown["phone"], shown["title"]) == (
        "Omar Haddad",
        "+49 30 1234",
        "CEO",
    )


def test_who_edits_in_two_windows_is_told_it_was_themselves(client, member):
    omar = make.person()
    here = opened(client, omar, notes="Likes mornings")
    client.post(reverse("edit-person", args=[omar.pk]), opened(client, omar, phone="12"))
    page = client.post(reverse("edit-person", args=[omar.pk]), here)
    assert page.status_code == 409
    assert "You changed this in another window meanwhile." in page.text
    assert "You, in another window, " in page.text
    assert "Somebody else" not in page.text


def test_saving_again_keeps_what_both_editors_wrote(client, member):
    omar = make.person("Omar", "COO", make.unit())
    mine = opened(client, omar, phone="+49 30 1234")
    client.post(
        f"/people/{omar.pk}/edit/", opened(client, omar, name="Omar Haddad", title="CEO")
    )
    page = client.post(f"/people/{omar.pk}/edit/", mine)
    shown = {bound.name: bound.value() for bound in page.context["form"]}
    client.post(f"/people/{omar.pk}/edit/", {k: v for k, v in shown.items() if v})
    omar.refresh_from_db()
    assert (omar.name, omar.phone, omar.roles.get().title) == (
        "Omar Haddad",
        "+49 30 1234",
        "CEO",
    )


@pytest.mark.parametrize("address", ["/people/add/", "/people/{}/edit/"])
def test_a_viewer_may_not_add_or_edit(client, address):
    omar = make.person("Omar")
    client.force_login(make.user("viewer"))
    for answer in (
        client.get(address.format(omar.pk)),
        client.post(address.format(omar.pk), typed()),
    ):
        assert answer.status_code == 403
    assert Stakeholder.objects.get().name == "Omar"


def test_an_archived_colleague_is_no_longer_offered_as_counterpart(client, member):
    dana = make.colleague()
    Stakeholder.objects.filter(pk=dana.pk).archive()
    assert "Dana Levi" not in client.get("/people/add/").text


def test_an_archived_counterpart_stays_until_another_is_chosen(client, member):
    dana = make.colleague()
    omar = make.person("Omar", counterpart=dana)
    Stakeholder.objects.filter(pk=dana.pk).archive()
    client.post(f"/people/{omar.pk}/edit/", opened(client, omar, phone="1"))
    omar.refresh_from_db()
    assert omar.counterpart == dana


def test_nobody_is_offered_as_their_own_counterpart(client, member):
    dana = make.colleague()
    form = client.get(f"/people/{dana.pk}/edit/").context["form"]
    assert dana not in form.fields["counterpart"].queryset


def test_a_second_click_on_save_is_answered_as_the_first(client, member):
    omar = make.person()
    sent = opened(client, omar, name="Omar H.", unit="Operations", title="Head")
    address = reverse("edit-person", args=[omar.pk])
    answers = [client.post(address, sent) for _ in "ab"]
    assert [(one.status_code, one.url) for one in answers] == [
        (302, f"/people/{omar.pk}/")
    ] * 2
