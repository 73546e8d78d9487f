"""The list of people: find, filter, sort, page, add, edit, archive, bring back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from stakeholders.models import Role, Stakeholder, Unit
from stakeholders.standings import rebuild
from tests.records import make

pytestmark = pytest.mark.django_db
PEOPLE = "/people/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def member(client):
    """Return a member who is signed in."""
    user = make.user()
    client.force_login(user)
    return user


@pytest.fixture
def manager(client):
    """Return a manager who is signed in."""
    user = make.user("manager")
    client.force_login(user)
    return user


def listed(client, **asked):
    """Return the names the list shows, in their order."""
    page = client.get(PEOPLE, asked)
    return [row.person.name for row in page.context["people"].rows]


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


def test_a_stranger_is_asked_to_sign_in(client):
    make.user()
    page = client.get(PEOPLE)
    assert page.url == f"{reverse('sign-in')}?next={PEOPLE}"


def test_people_are_listed_by_name(client, member):
    make.person("Omar")
    make.person("Lea")
    assert listed(client) == ["Lea", "Omar"]


def test_an_empty_site_says_what_to_do_first(client, member):
    page = client.get(PEOPLE)
    assert "Nobody here yet" in page.text
    assert reverse("start") in page.text


def test_a_search_without_a_match_offers_everybody(client, member):
    make.person("Omar")
    assert "Show everybody" in client.get(PEOPLE, {"q": "zebra"}).text


def test_the_list_is_searched(client, member):
    make.person("Omar", "COO", make.unit())
    make.person("Lea")
    assert listed(client, q="coo") == ["Omar"]


def test_the_list_is_filtered_by_layer(client, member):
    make.person("Omar")
    make.person("Vera", layer="vendor")
    assert listed(client, layer="vendor") == ["Vera"]


def test_the_list_is_filtered_by_unit(client, member):
    finance = make.unit("Finance")
    make.person("Omar", unit=make.unit())
    make.person("Lea", unit=finance)
    assert listed(client, unit=finance.pk) == ["Lea"]


def test_the_list_is_filtered_by_counterpart(client, member):
    dana = make.colleague()
    make.person("Omar", counterpart=dana)
    make.person("Lea")
    assert listed(client, counterpart=dana.pk) == ["Omar"]


def test_each_filter_in_use_can_be_taken_off_alone(client, member):
    operations = make.unit()
    make.person("Omar", unit=operations)
    page = client.get(PEOPLE, {"layer": "peer", "unit": operations.pk, "q": "omar"})
    assert {chip["label"]: chip["href"] for chip in page.context["people"].chips()} == {
        "Layer: Business peer": f"/people/?unit={operations.pk}&q=omar",
        "Unit: Operations": "/people/?layer=peer&q=omar",
    }


@pytest.mark.parametrize(
    "asked",
    [
        {"layer": "asset"},
        {"unit": "x"},
        {"counterpart": "9" * 30},
        {"sort": "salary"},
        {"page": "x"},
    ],
)
def test_a_filter_that_means_nothing_is_left_out(client, member, asked):
    make.person("Omar")
    assert listed(client, **asked) == ["Omar"]


def test_a_nul_in_the_search_gets_a_sentence(client, member):
    page = client.get(PEOPLE, {"q": "om\x00ar"})
    assert (page.status_code, "Null characters are not allowed." in page.text) == (
        200,
        True,
    )


def people_to_sort():
    """Keep three people who differ in every column; Zoe has none of it."""
    dana, ana = make.colleague("Dana"), make.colleague("Ana")
    lea = make.person("Lea", unit=make.unit("Finance"), layer="vendor", counterpart=dana)
    omar = make.person("Omar", unit=make.unit("Audit"), layer="customer", counterpart=ana)
    make.person("Zoe", layer="peer")
    today = timezone.localdate()
    make.conversation(dana, lea, on=today - timedelta(days=9))
    make.conversation(dana, omar, on=today - timedelta(days=3))
    rebuild()


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", ["Lea", "Omar", "Zoe"]),
        ("-name", ["Zoe", "Omar", "Lea"]),
        ("layer", ["Omar", "Zoe", "Lea"]),
        ("unit", ["Omar", "Lea", "Zoe"]),
        ("-unit", ["Lea", "Omar", "Zoe"]),
        ("spoke", ["Lea", "Omar", "Zoe"]),
        ("-spoke", ["Omar", "Lea", "Zoe"]),
        ("counterpart", ["Omar", "Lea", "Zoe"]),
    ],
)
def test_the_list_is_sorted_by_any_column_with_the_unknown_last(
    client, member, sort, order
):
    people_to_sort()
    found = listed(client, sort=sort)
    assert [name for name in found if name not in {"Dana", "Ana"}] == order


def test_sorting_by_health_puts_first_who_needs_us_most(client, member):
    dana, omar, lea = make.colleague("Dana"), make.person("Omar"), make.person("Lea")
    today = timezone.localdate()
    for what in "abc":
        promise = make.promise(omar, dana, what=what, made_on=today - timedelta(days=9))
        promise.close("broken", today)
        promise.save()
    make.conversation(dana, lea, on=today)
    rebuild()
    assert listed(client, sort="health") == ["Omar", "Dana", "Lea"]


def test_a_head_sorts_and_once_more_turns_round(client, member):
    make.person()
    page = client.get(PEOPLE, {"sort": "unit"})
    heads = {head["name"]: head["href"] for head in page.context["people"].heads()}
    assert (heads["name"], heads["unit"]) == ("/people/", "/people/?sort=-unit")


def test_a_page_holds_25_people(client, member):
    for number in range(26):
        make.person(f"Person {number:02}")
    assert len(listed(client)) == 25
    assert listed(client, page=2) == ["Person 25"]


def test_htmx_gets_the_list_alone_and_the_clean_address(client, member):
    make.person("Omar")
    part = client.get(
        PEOPLE, {"q": "omar", "layer": "", "unit": "", "sort": "name"}, headers=HTMX
    )
    assert "<html" not in part.text
    assert part.headers["HX-Push-Url"] == "/people/?q=omar"


def test_the_same_address_is_not_pushed_twice(client, member):
    here = HTMX | {"HX-Current-URL": "http://testserver/people/?q=omar"}
    part = client.get(PEOPLE, {"q": "omar", "layer": ""}, headers=here)
    assert part.headers["HX-Push-Url"] == "false"


def test_the_back_button_gets_the_whole_page(client, member):
    back = HTMX | {"HX-History-Restore-Request": "true"}
    assert "<html" in client.get(PEOPLE, headers=back).text


def test_page_and_part_are_not_mistaken_for_each_other_by_a_cache(client, member):
    assert "HX-Request" in client.get(PEOPLE).headers["Vary"]


@pytest.mark.parametrize("sort", ["name", "unit", "spoke", "health", "counterpart"])
def test_ten_more_people_need_the_same_number_of_queries(client, member, sort):
    dana, unit = make.colleague(), make.unit()

    def more(names):
        for name in names:
            one = make.person(name, unit=unit, counterpart=dana)
            make.conversation(dana, one)
        rebuild()

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.get(PEOPLE, {"sort": sort})
        return len(caught)

    more("ab")
    before = queries()
    more("cdefghijkl")
    assert queries() == before


def test_html_in_a_name_is_text(client, member):
    make.person("<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get(PEOPLE).text


def test_archived_people_are_not_listed(client, member):
    make.person("Omar")
    Stakeholder.objects.all().archive()
    assert listed(client) == []


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
