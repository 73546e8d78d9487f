"""The map: what is sent to the drawing, the panel beside it, and the table as its twin."""

import re
from gzip import decompress

import pytest

from stakeholders.models import Stakeholder
from stakeholders.standings import fold
from tests.pages.desk import HTMX
from tests.pages.mapped import sent
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def cast(shared_db):
    """Return Dana of our team, Omar who talks both ways, Vera whom only Dana calls."""
    operations = make.unit("Operations")
    people = [
        make.colleague("Dana Levi"),
        make.person("Omar Haddad", "COO", unit=operations),
        make.person("Vera Bold", layer="vendor"),
        make.person("Ida Alone"),
    ]
    dana, omar, vera, _ = people
    for _ in range(5):
        make.conversation(dana, omar)
        make.conversation(omar, dana)
        make.conversation(dana, vera)
        make.conversation(dana, vera)
    fold(person.pk for person in people)
    return people


def row_of(data, person):
    """Return where `person` stands in the columns."""
    return data["people"]["id"].index(person.pk)


def test_everybody_is_sent_with_a_place(reader, cast):
    people = sent(reader)["people"]
    assert people["id"] == sorted(person.pk for person in cast)
    assert all(-1 <= at <= 1 for at in people["x"] + people["y"])


def test_a_tie_has_both_directions(reader, cast):
    ties = sent(reader)["ties"]
    data = sent(reader)
    ends = list(zip(ties["low"], ties["high"], strict=True))
    both = ends.index((row_of(data, cast[0]), row_of(data, cast[1])))
    assert ties["there"][both] == pytest.approx(ties["back"][both], rel=0.05)
    assert ties["sided"][both] == 0


def test_a_tie_that_only_one_side_keeps_up_is_one_sided(reader, cast):
    data = sent(reader)
    ends = list(zip(data["ties"]["low"], data["ties"]["high"], strict=True))
    one_way = ends.index((row_of(data, cast[0]), row_of(data, cast[2])))
    assert data["ties"]["back"][one_way] == 0


def test_trust_without_evidence_is_sent_as_unknown(reader, cast):
    assert set(sent(reader)["ties"]["trustThere"]) == {None}


def test_trust_is_what_each_side_learned_of_the_other(reader, cast):
    dana, omar, *_ = cast
    for _ in range(4):
        make.promise(omar, dana, state="kept", closed_on=make.DAY)
    fold([dana.pk, omar.pk])
    data = sent(reader)
    ends = list(zip(data["ties"]["low"], data["ties"]["high"], strict=True))
    tie = ends.index((row_of(data, dana), row_of(data, omar)))
    assert data["ties"]["trustThere"][tie] > 0.3
    assert data["ties"]["trustBack"][tie] is None


def test_archived_people_are_not_sent(reader, cast):
    Stakeholder.objects.filter(pk=cast[1].pk).archive()
    data = sent(reader)
    assert cast[1].pk not in data["people"]["id"]
    assert len(data["ties"]["low"]) == 1


def test_a_name_is_sent_as_it_was_written(reader, cast):
    make.person("<b>Bold</b> & Co")
    assert "<b>Bold</b> & Co" in sent(reader)["people"]["name"]


def test_the_data_travel_compressed_to_whoever_takes_that(reader, cast):
    plain = reader.get("/map/data.json")
    small = reader.get("/map/data.json", headers={"accept-encoding": "gzip"})
    assert decompress(small.content) == plain.content
    assert small["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in plain["Vary"]


def test_a_stranger_is_sent_to_sign_in(client, cast):
    assert client.get("/map/data.json").status_code == 302


ASKED = [
    "/map/data.json",
    "/map/?group=1-2",
    "/map/?view=table",
    "/map/?view=table&of=ties",
]


def test_ten_more_people_cost_no_more_queries(reader, cast, django_assert_max_num_queries):
    few = {}
    for address in ASKED:
        reader.get(address)
        with django_assert_max_num_queries(100) as asked:
            reader.get(address)
        few[address] = len(asked)
    crowd = [make.person(f"Person {n}", unit=make.unit(f"Unit {n}")) for n in range(10)]
    for one in crowd:
        make.conversation(cast[0], one)
    fold(person.pk for person in [cast[0], *crowd])
    reader.get("/map/data.json")
    for address in ASKED:
        with django_assert_max_num_queries(few[address]):
            reader.get(address)


def test_the_page_holds_the_map_and_where_its_data_are(reader, cast):
    page = reader.get("/map/").text
    assert 'data-source="/map/data.json"' in page


def test_without_scripts_the_table_opens(reader, cast):
    refresh = re.search(r'<noscript><meta[^>]*url=([^"]*)"', reader.get("/map/").text)
    address = refresh[1].replace("&amp;", "&")
    assert "needs JavaScript" in reader.get(address).text


def test_htmx_gets_the_panel_of_a_person(reader, cast):
    panel = reader.get(f"/map/?who={cast[1].pk}", headers=HTMX).text
    assert "Omar Haddad" in panel
    assert "<html" not in panel


def test_the_panel_of_a_tie_tells_both_directions(reader, cast):
    panel = reader.get(f"/map/?tie={cast[0].pk}-{cast[1].pk}", headers=HTMX).text
    assert panel.count("reached out") == 2


def test_the_panel_of_two_who_never_spoke_says_so(reader, cast):
    panel = reader.get(f"/map/?tie={cast[1].pk}-{cast[3].pk}", headers=HTMX).text
    assert "No conversation of these two" in panel


@pytest.mark.parametrize(
    "address",
    [
        "who=0",
        "who=999999999999999999999",
        "who=x",
        "tie=1",
        "tie=1-2-3",
        "tie=-",
        "unit=x",
    ],
)
def test_an_odd_address_shows_the_map_without_a_choice(reader, address):
    make.person("Omar Haddad")
    answer = reader.get(f"/map/?{address}")
    assert "Choose a person or a tie" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "tie={0}-{1}-{2}",
        "tie={0}-{1}-999999999",
        "tie={0}-{0}",
        "path={0}-{0}",
        "path={0}-{1}-{2}",
        "who={0}-{1}",
        "who={0}-x",
    ],
)
def test_nobody_is_chosen_by_an_address_that_names_too_many(reader, cast, asked):
    address = asked.format(*(one.pk for one in cast))
    assert "Choose a person or a tie" in reader.get(f"/map/?{address}").text


def test_the_back_button_gets_the_whole_page(reader, cast):
    back = {**HTMX, "HX-History-Restore-Request": "true"}
    assert "<html" in reader.get("/map/", headers=back).text


def names(answer):
    """Return the first name of each row of the table."""
    return re.findall(r'<th scope="row"><a[^>]*><bdi>([^<]*)<', answer.text)


def test_the_table_lists_everybody_with_most_contact_first(reader, cast):
    assert names(reader.get("/map/?view=table")) == [
        *("Dana Levi", "Omar Haddad", "Vera Bold", "Ida Alone")
    ]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("q=haddad", ["Omar Haddad"]),
        ("q=COO operations", ["Omar Haddad"]),
        ("q=hâddad", ["Omar Haddad"]),
        ("layer=vendor", ["Vera Bold"]),
        ("q=nobody", []),
        ("unit=999", []),
        ("unit=x", []),
        (f"unit={'9' * 5_000}", []),
    ],
)
def test_the_table_has_the_filters_of_the_map(reader, cast, filters, found):
    assert names(reader.get(f"/map/?view=table&{filters}")) == found


def test_a_unit_keeps_the_units_below_it(reader, cast):
    above = make.unit("Business")
    below = make.unit("Night shift", parent=make.unit("Shifts", parent=above))
    make.person("Nils Night", unit=below)
    assert names(reader.get(f"/map/?view=table&unit={above.pk}")) == ["Nils Night"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("name", "Dana Levi"), ("-name", "Vera Bold"), ("ties", "Ida Alone")],
)
def test_the_table_sorts_by_its_columns(reader, cast, sort, first):
    assert names(reader.get(f"/map/?view=table&sort={sort}"))[0] == first


def test_what_is_unknown_comes_last_either_way(reader, cast):
    for sort in ("unit", "-unit"):
        found = names(reader.get(f"/map/?view=table&sort={sort}"))
        assert found[0] == "Omar Haddad"


def test_the_ties_table_lists_each_pair_once(reader, cast):
    assert names(reader.get("/map/?view=table&of=ties")) == ["Dana Levi", "Dana Levi"]


def test_a_filter_keeps_the_ties_that_lead_to_others(reader, cast):
    page = reader.get("/map/?view=table&of=ties&layer=vendor")
    assert names(page) == ["Dana Levi"]
    assert "Vera Bold" in page.text


def test_a_tie_says_who_reaches_out(reader, cast):
    page = reader.get("/map/?view=table&of=ties&layer=peer").text
    assert "<bdi>both</bdi>" in page


def test_a_name_of_html_is_shown_as_text(reader):
    make.person("<script>alert(1)</script>")
    page = reader.get("/map/?view=table").text
    assert "<script>alert" not in page
