"""The list of people: find, filter, sort, page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from stakeholders.models import Stakeholder
from stakeholders.standings import rebuild
from tests.pages.desk import HTMX
from tests.records import make

pytestmark = pytest.mark.django_db
PEOPLE = "/people/"


def listed(client, **asked):
    """Return the names the list shows, in their order."""
    page = client.get(PEOPLE, asked)
    return [row.person.name for row in page.context["people"].rows]


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
    assert 'id="filters"' not in page.text
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
    assert listed(client, sort="health") == ["Omar", "Lea", "Dana"]


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
