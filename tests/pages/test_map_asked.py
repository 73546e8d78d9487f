"""Asking the map: the drawing and the table keep the same people and ties."""

import json
import shutil
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils.timezone import localdate

from stakeholders.forms.map import MapFilter
from stakeholders.models import User
from stakeholders.standings import fold
from stakeholders.views.map_data import network
from stakeholders.views.map_filters import kept
from tests.pages.desk import HTMX
from tests.pages.mapped import sent
from tests.records import make
from tests.rig.site import finished

pytestmark = pytest.mark.django_db
ADDRESSES = [
    *("", "layer=vendor", "layer=nothing", "q=hâddad", "q=ops", "unit={ops}", "unit=999"),
    *("counterpart={dana}", "counterpart=x", "band=healthy", "band=unknown", "band=odd"),
    *("show=across", "show=one_sided", "show=cooling", "show=threads", "show=brokers"),
    *("trust_from=0.2", "trust_to=-0.1", "trust_from=-1&trust_to=1", "trust_from=x"),
    *("silence_from=0.3", "silence_to=0.3", "strength_from=1", "strength_to=1.25"),
    *("centre={omar}", "centre={omar}&steps=2", "centre=999", "steps=2"),
    *("channel=mail", "formality=informal", "topic=coffee", "topic=COFFEE+break"),
    *("since={recent}", "until={recent}", "since=odd"),
    *("show=across&layer=peer", "centre={dana}&show=one_sided&layer=vendor"),
]


@pytest.fixture(scope="module")
def cast(shared_db):
    """Return Dana and Rui of our team among people of two units, in many moods."""
    ops, sales = make.unit("Ops"), make.unit("Sales")
    dana, rui = make.colleague("Dana Levi"), make.colleague("Rui Vaz")
    omar = make.person("Omar Haddad", "COO", unit=ops, counterpart=dana)
    vera = make.person("Vera Bold", layer="vendor", counterpart=dana)
    ida, nils, alone = (make.person(name, unit=sales) for name in ("Ida", "Nils", "Alone"))
    for week in range(12):
        day = make.DAY - timedelta(days=7 * week)
        make.conversation(dana, omar, on=day)
        make.conversation(omar, dana, on=day, formality="informal", summary="Coffee break")
        make.conversation(dana, vera, on=day, channel="mail")
        make.conversation(rui, ida, on=day - timedelta(days=90))
        make.conversation(omar, ida, nils, on=day)
    for _ in range(4):
        make.promise(omar, dana, state="kept", closed_on=make.DAY)
        make.promise(vera, dana, state="broken", closed_on=make.DAY)
    people = dana, rui, omar, vera, ida, nils, alone
    fold(one.pk for one in people)
    return dict(
        zip(("dana", "rui", "omar", "vera", "ida", "nils"), people, strict=False)
    ) | {"ops": ops}


def said(address, cast):
    """Return `address` with the ids of the cast in it."""
    ids = {name: one.pk for name, one in cast.items()}
    return address.format(**ids, recent=(make.DAY - timedelta(days=30)).isoformat())


def on_the_server(addresses):
    """Return which people (ids) and ties (pairs of ids) the table keeps, per address."""
    reader = User.objects.get()
    seen = network(reader, day=localdate())
    found = []
    for address in addresses:
        keep = kept(seen, MapFilter(QueryDict(address), reader=reader))
        ends = zip(seen.ids[seen.low], seen.ids[seen.high], strict=True)
        pairs = [
            tuple(map(int, ends)) for ends, on in zip(ends, keep.ties, strict=True) if on
        ]
        found.append([seen.ids[keep.people].tolist(), sorted(map(list, pairs))])
    return found


def in_the_browser(client, addresses):
    """Return the same as the drawing keeps it, by its own modules in node."""
    asked = [
        [address, client.get(f"/map/talks.json?{address}").json()["pairs"]]
        for address in addresses
    ]
    script = """
      const { readAddress } = await import("./static/js/map/address.js");
      const { kept, asksTalks } = await import("./static/js/map/kept.js");
      const { Source } = await import("./static/js/map/source.js");
      const [answer, asked] = JSON.parse((await import("node:fs")).readFileSync(0, "utf8"));
      const source = new Source({});
      source.fetch = async () => answer;
      const now = await source.open();
      const { id } = now.people;
      console.log(JSON.stringify(asked.map(([address, pairs]) => {
        const view = readAddress(address);
        const talked = asksTalks(view) ? source.marked(pairs) : null;
        const { stays, ties } = kept({ ...now, talked }, view);
        const ends = (row) => [id[now.ties.low[row]], id[now.ties.high[row]]];
        const rows = (truths) => truths.flatMap((truth, row) => (truth ? [row] : []));
        return [rows(stays).map((row) => id[row]), rows(ties).map(ends)];
      })));"""
    run = finished(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps([client.get("/map/data.json").json(), asked]),
        capture_output=True,
    )
    assert run.returncode == 0, run.stderr
    return [[people, sorted(ties)] for people, ties in json.loads(run.stdout)]


@pytest.mark.skipif(
    shutil.which("node") is None, reason="needs node: apt-get install nodejs"
)
def test_the_drawing_and_the_table_keep_the_same(reader, cast):
    addresses = [said(address, cast) for address in ADDRESSES]
    drawn, told = in_the_browser(reader, addresses), on_the_server(addresses)
    assert dict(zip(addresses, drawn, strict=True)) == dict(
        zip(addresses, told, strict=True)
    )
    assert len({json.dumps(found) for found in told}) > 12


def test_conversations_one_may_not_see_are_not_asked(reader, cast):
    make.conversation(cast["rui"], cast["omar"], summary="Merger", confidential=True)
    fold([cast["rui"].pk, cast["omar"].pk])
    assert reader.get("/map/talks.json?topic=merger").json() == {"pairs": []}


def test_a_day_gone_by_is_sent_as_it_was(reader, cast):
    then = make.DAY - timedelta(days=200)
    make.conversation(cast["rui"], cast["vera"], on=then - timedelta(days=1))
    fold([cast["rui"].pk, cast["vera"].pk])
    data = sent(reader, f"?on={then}")
    assert "people" not in data
    assert data["day"] == then.toordinal()
    assert data["ties"]["count"] == 1


def test_a_day_that_cannot_be_is_refused(reader, cast):
    assert reader.get("/map/data.json?on=yesterday").status_code == 400


def test_the_table_shows_a_day_gone_by(reader, cast):
    then = make.DAY - timedelta(days=200)
    page = reader.get(f"/map/?view=table&of=ties&on={then}").text
    assert f"as of {then:%-d %B %Y}" in page
    assert "Nobody like this" in page or "No ties yet" in page


def test_single_threads_hold_somebody_alone(reader, cast):
    data = sent(reader)
    ids, ties = data["people"]["id"], data["ties"]
    held = {
        frozenset((ids[low], ids[high]))
        for low, high, thread in zip(ties["low"], ties["high"], ties["thread"], strict=True)
        if thread
    }
    assert {cast["dana"].pk, cast["vera"].pk} in held
    assert {cast["omar"].pk, cast["ida"].pk} not in held


def test_the_way_to_somebody_tells_who_introduces_and_why(reader, cast):
    asked = f"/map/?path={cast['dana'].pk}-{cast['nils'].pk}"
    panel = reader.get(asked, headers=HTMX).text
    assert f'data-way="{cast["dana"].pk}-{cast["omar"].pk}-{cast["nils"].pk}"' in panel
    assert "In contact within 30 days" in panel


def test_a_way_nobody_knows_is_said(reader, cast):
    stranger = make.person("Zed")
    panel = reader.get(f"/map/?path={cast['dana'].pk}-{stranger.pk}", headers=HTMX).text
    assert "Nobody knows both" in panel


def test_a_group_tells_its_ties_its_shares_and_its_missing_links(reader, cast):
    group = "-".join(str(cast[name].pk) for name in ("dana", "omar", "nils"))
    panel = reader.get(f"/map/?group={group}", headers=HTMX).text
    assert "A group of 3 people" in panel
    assert "2 of 3 there could be" in panel
    assert "could introduce them" in panel


def test_the_panel_tells_the_last_conversations_and_what_is_promised(reader, cast):
    make.promise(cast["omar"], cast["dana"], what="Send the cutover plan")
    panel = reader.get(f"/map/?who={cast['omar'].pk}", headers=HTMX).text
    assert "Send the cutover plan" in panel
    assert panel.count("/conversations/") == 3


@pytest.mark.parametrize(
    "odd", ["path=1", "path=-", "path=007-x", "group=-", "group=999999"]
)
def test_an_odd_choice_shows_the_map_without_one(reader, odd):
    make.person("Omar Haddad")
    assert "Choose a person or a tie" in reader.get(f"/map/?{odd}").text
