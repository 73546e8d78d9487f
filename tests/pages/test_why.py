"""Why: what a number is made of, what it rests on, and who may read that."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stakeholders.standings import rebuild
from stakeholders.standings.explaining import NAMES
from stakeholders.views.why_rounding import rounded
from tests.pages.desk import HTMX
from tests.records import make

pytestmark = pytest.mark.django_db


def kept(promiser, promisee, on, what="The numbers", state="kept", **more):
    """Return a promise that was closed on a day."""
    promise = make.promise(promiser, promisee, what=what, made_on=on, **more)
    promise.close(state, on)
    promise.save()
    return promise


@pytest.fixture(scope="module")
def pair(shared_db, today):
    """Return Dana of ours and Omar, who keeps what he promises and talks to her."""
    dana, omar = make.colleague(), make.person()
    for ago in (3, 20, 40):
        kept(omar, dana, today - timedelta(ago), what=f"Numbers {ago}")
        make.conversation(dana, omar, summary=f"Talk {ago}", on=today - timedelta(ago))
    make.conversation(omar, dana, summary="He called", on=today - timedelta(30))
    rebuild()
    return dana, omar


def why(client, omar, name="trust_in_target", source=0, **asked):
    """Return the why of one score of our team and Omar."""
    return client.get(f"/why/{source}/{omar.pk}/{name}/", asked)


def test_a_stranger_is_asked_to_sign_in(client, pair):
    make.user()
    assert why(client, pair[1]).status_code == 302


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_score_has_a_why(client, member, pair, name):
    page = why(client, pair[1], name)
    assert (page.status_code, "The evidence" in page.text) == (200, True)


@pytest.mark.parametrize(
    "address",
    [
        "/why/0/{omar}/charm/",
        "/why/0/999/trust_in_target/",
        "/why/{omar}/{omar}/health/",
        "/why/999/{omar}/health/",
        "/why/charm/",
        "/why/0/0/health/",
    ],
)
def test_what_does_not_exist_is_not_found(client, member, pair, address):
    assert client.get(address.format(omar=pair[1].pk)).status_code == 404


def test_htmx_gets_the_panel_alone(client, member, pair):
    address = f"/why/0/{pair[1].pk}/silence/"
    panel, page = client.get(address, headers=HTMX).text, client.get(address).text
    assert ("<html" in panel, "<html" in page) == (False, True)


def numbers(text):
    """Return the contributions and the total of a why, as shown."""
    cells = re.findall(r'<td class="number">([^<]+)</td>', text)
    *parts, total = (
        float(c.replace("\N{MINUS SIGN}", "-").split("\N{NO-BREAK SPACE}")[0])
        for c in cells
    )
    return parts, total


NOT_OF_THIS_PAIR = {
    *("health", "giving", "giving_balance"),
    *("trust_in_source", "source_reliability"),
}


@pytest.mark.parametrize("name", sorted(NAMES - NOT_OF_THIS_PAIR))
def test_the_contributions_as_shown_add_up_to_the_number_as_shown(
    client, member, pair, name
):
    parts, total = numbers(why(client, pair[1], name).text)
    assert sum(parts) == pytest.approx(total)


def test_a_pair_has_a_why_as_our_team_has(client, member, pair):
    dana, omar = pair
    assert (
        "How far Dana Levi can count on Omar Haddad"
        in why(client, omar, source=dana.pk).text
    )
    assert "How far our team can count on Omar Haddad" in why(client, omar).text


def test_a_pair_asked_for_the_other_way_round_tells_the_same(client, member, pair):
    dana, omar = pair
    turned = client.get(f"/why/{omar.pk}/{dana.pk}/trust_in_source/").text
    assert "How far Dana Levi can count on Omar Haddad" in turned
    assert numbers(turned) == numbers(why(client, omar, source=dana.pk).text)


def test_the_evidence_is_dated_and_the_newest_comes_first(client, member, pair):
    text = why(client, pair[1]).text
    places = [text.index(f"Numbers {ago}") for ago in (3, 20, 40)]
    assert places == sorted(places)


def test_evidence_that_is_no_evidence_for_it_is_left_out(client, member, pair):
    assert "Talk 3" not in why(client, pair[1]).text
    assert "Numbers 3" not in why(client, pair[1], "silence").text


def test_conversations_can_be_opened(client, member, pair):
    assert re.search(r'href="/conversations/\d+/"', why(client, pair[1], "silence").text)


def test_much_evidence_is_counted_not_listed(client, member, pair, today):
    dana, omar = pair
    for ago in range(50, 60):
        make.conversation(dana, omar, on=today - timedelta(ago))
    rebuild()
    assert "and 6 older" in why(client, omar, "silence").text


def test_of_confidential_conversations_only_their_number_is_told(
    client, member, pair, today
):
    dana, omar = pair
    secret = make.conversation(dana, omar, summary="Secret", on=today, confidential=True)
    kept(omar, dana, today, what="Hidden", interaction=secret)
    rebuild()
    for name in ("silence", "trust_in_target", "health"):
        text = why(client, omar, name).text
        assert ("Secret" in text, "Hidden" in text) == (False, False)
        assert "and 1 confidential conversation" in text


def test_who_took_part_reads_what_is_confidential(client, member, pair, today):
    dana, omar = pair
    make.conversation(dana, omar, summary="Secret", on=today, confidential=True)
    member.stakeholder = dana
    member.save()
    text = why(client, omar, "silence").text
    assert ("Secret" in text, "confidential conversation" in text) == (True, False)


def test_too_little_evidence_says_what_would_help(client, member, pair):
    text = why(client, pair[1], "trust_in_source").text
    assert "Not known, which is neither good nor bad" in text
    assert "A promise closed, a mood noted" in text


def test_two_who_never_met_have_nothing_to_explain(client, member):
    make.colleague()
    text = why(client, make.person(), "silence").text
    assert ("Not known" in text, "Nothing of the kind is logged" in text) == (True, True)


def test_what_would_change_it_names_who_could(client, member, pair):
    assert "Days from now without a conversation" in why(client, pair[1]).text


def test_reaching_out_tells_how_each_reaches_back_and_approves(client, member, pair, today):
    dana, omar = pair
    for ago, words in ((10, "The budget"), (2, "The plan")):
        meeting = make.conversation(omar, dana, summary=words, on=today - timedelta(ago))
        make.exchange(meeting, omar, dana, kind="approval")
    rebuild()
    page = " ".join(re.sub(r"<[^>]+>", " ", why(client, omar, "attention").text).split())
    assert "Our team reaches back after 8.5 days (2 answers)" in page
    assert "Omar Haddad reaches back after 10.0 days (3 answers)" in page
    assert "Omar Haddad approved after an earlier conversation 100 % of 2 times" in page
    assert "reaches back" not in why(client, omar, "silence").text


def test_the_meaning_formula_and_source_are_told(client, member, pair):
    text = why(client, pair[1]).text
    assert ("Josang, Ismail 2002" in text, "Formula" in text) == (True, True)


def test_a_number_of_nobody_tells_its_meaning(client, member):
    assert "Of all promises closed on this site" in client.get("/why/kept_rate/").text


def test_html_in_evidence_is_text(client, member, today):
    evil = "<script>alert(1)</script>"
    dana, omar = make.colleague(evil), make.person(evil)
    make.conversation(dana, omar, summary=evil, on=today)
    kept(omar, dana, today, what=evil)
    rebuild()
    assert evil not in why(client, omar, "health").text


def test_more_evidence_needs_the_same_number_of_queries(client, member, pair, today):
    dana, omar = pair

    def queries():
        with CaptureQueriesContext(connection) as caught:
            why(client, omar, "health")
        return len(caught)

    before = queries()
    for ago in range(10):
        talk = make.conversation(dana, omar, on=today - timedelta(ago))
        make.exchange(talk, omar, dana)
        kept(omar, dana, today - timedelta(ago))
    rebuild()
    assert queries() == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("soon", "“soon” is not a day"),
        ("2026-13-40", "is not a day"),
        ("2999-01-01", "That day has not come yet"),
        ("1066-10-14", "Nothing is shown of days before 1970"),
    ],
)
@pytest.mark.parametrize(
    "page", ["/dashboard/", "/people/{omar}/", "/why/0/{omar}/silence/"]
)
def test_a_day_that_cannot_be_shown_says_why(client, member, pair, page, asked, said):
    answer = client.get(page.format(omar=pair[1].pk), {"on": asked})
    assert (answer.status_code, said in answer.text) == (400, True)


def test_a_day_gone_by_is_announced_and_links_stay_on_it(client, member, pair, today):
    day = (today - timedelta(10)).isoformat()
    text = client.get(f"/people/{pair[1].pk}/", {"on": day}).text
    assert "nothing that happened later is counted" in text
    assert f"/silence/?on={day}" in text
    assert f'href="/people/{pair[0].pk}/?on={day}"' in text


def test_nothing_after_a_day_gone_by_is_shown_on_it(client, member, pair, today):
    text = client.get(
        f"/people/{pair[1].pk}/", {"on": (today - timedelta(10)).isoformat()}
    ).text
    assert ("Talk 3" in text, "Talk 20" in text) == (False, True)
    assert "10\N{NO-BREAK SPACE}days ago" in text


def test_the_evidence_of_a_day_gone_by_ends_there(client, member, pair, today):
    text = why(client, pair[1], "silence", on=(today - timedelta(10)).isoformat()).text
    assert ("Talk 3" in text, "Talk 20" in text) == (False, True)


def test_today_by_name_is_today(client, member, pair, today):
    assert (
        "nothing that happened later"
        not in client.get("/dashboard/", {"on": today.isoformat()}).text
    )


@pytest.mark.parametrize(
    ("parts", "digits", "shown"),
    [
        ([0.336, 0.332, 0.332], 2, [0.34, 0.33, 0.33]),
        ([-0.005, 0.105], 2, [0.0, 0.1]),
        ([38.5, 23.8], 0, [38.0, 24.0]),
        ([], 2, []),
    ],
)
def test_parts_are_rounded_so_that_they_add_up(parts, digits, shown):
    found = rounded(parts, digits)
    assert sum(found) == pytest.approx(round(sum(parts), digits))
    assert found == pytest.approx(shown)
