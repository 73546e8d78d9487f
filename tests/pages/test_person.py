"""The page of one person: who, how we are, what next, and everything that happened."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from stakeholders.models import Role, Stakeholder, Tag
from stakeholders.standings import history, rebuild
from tests.records import make

pytestmark = pytest.mark.django_db


def shown(client, person, **asked):
    """Return the text of the page of `person`."""
    return client.get(f"/people/{person.pk}/", asked).text


def test_a_stranger_is_asked_to_sign_in(client):
    omar = make.person()
    make.user()
    assert client.get(f"/people/{omar.pk}/").status_code == 302


def test_nobody_at_an_address_is_not_found(client, member):
    assert client.get("/people/999/").status_code == 404


def test_the_head_says_who_they_are(client, member):
    text = shown(client, make.person("Omar Haddad", "COO", make.unit(), layer="vendor"))
    for words in ("Omar Haddad", "COO", "Operations", "Vendor"):
        assert words in text


def test_a_person_without_any_evidence_is_unknown_and_no_number_is_made_up(client, member):
    text = shown(client, make.person())
    assert "Unknown" in text
    assert "Less than two pieces of evidence" in text
    assert ">nan<" not in text.lower()


def test_the_head_says_when_we_last_spoke(client, member, today):
    omar = make.person()
    make.conversation(make.colleague(), omar, on=today - timedelta(days=24))
    rebuild()
    assert "24\N{NO-BREAK SPACE}days ago" in shown(client, omar)


def test_the_band_comes_with_its_reasons(client, member, today):
    omar, dana = make.person(), make.colleague()
    for what in "abc":
        promise = make.promise(omar, dana, what=what, made_on=today)
        promise.close("broken", today)
        promise.save()
    rebuild()
    text = shown(client, omar)
    assert "Strained" in text
    assert "promises Omar Haddad made to our team lately" in text


def test_a_role_that_ends_soon_is_told(client, member, today):
    omar = make.person(unit=make.unit())
    last = today + timedelta(days=13)
    Role.objects.update(until=last)
    assert f"leaves on {last.day} {last:%B %Y}" in shown(client, omar)


def test_a_role_that_has_ended_does_not_leave_again(client, member, today):
    omar = make.person(unit=make.unit())
    Role.objects.update(until=today - timedelta(days=1))
    assert "leaves on" not in shown(client, omar)


def test_the_head_shows_tags_that_lead_to_everybody_with_them(client, member):
    omar = make.person()
    Tag.objects.put_on([omar.pk], "R&D board", member)
    Tag.objects.put_on([make.person("Lea").pk], "other", member)
    text = shown(client, omar)
    assert ('href="/people/?tag=R%26D%20board"' in text, ">other<" in text) == (True, False)


def test_counterpart_and_backup_are_named(client, member):
    dana, ana = make.colleague("Dana"), make.colleague("Ana")
    text = shown(client, make.person(counterpart=dana, backup=ana))
    assert (f'href="/people/{dana.pk}/"' in text, f'href="/people/{ana.pk}/"' in text) == (
        True,
        True,
    )


def test_the_promise_due_first_is_what_comes_next(client, member, today):
    omar, dana = make.person(), make.colleague()
    make.promise(dana, omar, what="The cutover plan", made_on=today, due_on=today)
    assert "owes <bdi>Omar Haddad</bdi> “<bdi>The cutover plan</bdi>”" in " ".join(
        shown(client, omar).split()
    )


def test_open_promises_both_ways_can_be_closed_here(client, member, today):
    omar, dana = make.person(), make.colleague()
    ours = make.promise(dana, omar, what="Numbers", made_on=today)
    theirs = make.promise(omar, dana, what="Approval", made_on=today)
    text = shown(client, omar)
    for promise in (ours, theirs):
        assert f'action="/promises/{promise.pk}/close/"' in text


def test_closing_a_promise_here_comes_back_here(client, member, today):
    omar = make.person()
    promise = make.promise(omar, make.colleague(), made_on=today)
    here = {"HTTP_REFERER": f"http://testserver/people/{omar.pk}/"}
    sent = {"state": "kept", "version": promise.version}
    page = client.post(f"/promises/{promise.pk}/close/", sent, follow=True, **here)
    assert page.request["PATH_INFO"] == f"/people/{omar.pk}/"
    assert "Kept: Send the numbers" in page.text


@pytest.mark.parametrize(("days", "stale"), [(180, False), (181, True)])
def test_what_matters_goes_visibly_stale(client, member, today, days, stale):
    omar = make.person()
    make.concern(omar, heard_on=today - timedelta(days=days))
    assert ("stale, ask again" in shown(client, omar)) == stale


def test_a_connection_reads_from_either_end(client, member):
    omar, lea = make.person("Omar"), make.person("Lea")
    make.connection(omar, lea, "reports_to")
    words = [
        client.get(f"/people/{one.pk}/").context["page"].connections[0].words
        for one in (omar, lea)
    ]
    assert words == ["reports to", "manages"]


def test_words_of_their_unit_are_theirs_as_well(client, member):
    unit = make.unit()
    omar = make.person(unit=unit)
    make.term(None, unit=unit, theirs="go-live", ours="release")
    assert "go-live" in shown(client, omar)


def test_an_archived_person_keeps_their_history_and_offers_nothing_new(client, today):
    client.force_login(make.user("manager"))
    omar = make.person()
    make.conversation(omar, make.colleague(), summary="Farewell", on=today)
    make.concern(omar)
    Stakeholder.objects.filter(pk=omar.pk).archive()
    text = shown(client, omar)
    assert ("Farewell" in text, "Bring back" in text) == (True, True)
    assert (
        f"/people/{omar.pk}/edit/" in text,
        "data-log>Log a conv" in text.split("<main")[1],
    ) == (False, False)


def test_a_connection_with_somebody_archived_is_not_shown(client, member):
    omar, lea = make.person("Omar"), make.person("Lea")
    make.connection(omar, lea)
    Stakeholder.objects.filter(pk=lea.pk).archive()
    assert client.get(f"/people/{omar.pk}/").context["page"].connections == []


def test_a_viewer_reads_and_is_offered_nothing_to_change(client):
    omar = make.person()
    make.concern(omar)
    client.force_login(make.user("viewer"))
    main = shown(client, omar).split("<main")[1].split("</main>")[0]
    assert "Night shifts" in main
    assert "<form method" not in main
    assert "/edit/" not in main


def test_a_longer_history_needs_the_same_number_of_queries(client, member, today):
    omar, dana, unit = make.person(unit=make.unit()), make.colleague(), make.unit("Board")

    def more(names):
        for ago, name in enumerate(names):
            day, other = today - timedelta(days=ago), make.person(name)
            talk = make.conversation(omar, dana, other, on=day)
            make.exchange(talk, omar, dana)
            make.promise(omar, dana, what=name, made_on=day)
            make.concern(omar, name)
            make.term(omar, name)
            make.connection(omar, other)
            Role.objects.create(stakeholder=omar, unit=unit, primary=False)
        rebuild()

    def queries():
        with CaptureQueriesContext(connection) as caught:
            client.get(f"/people/{omar.pk}/")
        return len(caught)

    more("ab")
    before = queries()
    more("cdefghijkl")
    assert queries() == before


def test_somebody_who_is_put_away_while_the_page_is_made_is_left_out(client, member):
    omar, dana, vera = make.person("Omar"), make.colleague(), make.person("Vera")
    make.conversation(omar, dana, vera)
    rebuild()

    def put_away(execute, sql, *rest):
        if "stakeholders_repute" in sql:  # their ties were read by then
            Stakeholder.objects.filter(pk=vera.pk).update(archived_at=timezone.now())
        return execute(sql, *rest)

    with connection.execute_wrapper(put_away):
        answer = client.get(f"/people/{omar.pk}/")
    assert answer.status_code == 200
    assert [tie.other.pk for tie in answer.context["page"].ties] == [dana.pk]


def test_a_score_shows_how_it_went_once_weeks_are_known(client, member):
    dana, omar = make.colleague(), make.person()
    for weeks_ago in range(20):
        on = timezone.localdate() - timedelta(weeks=weeks_ago)
        make.conversation(dana, omar, on=on)
    rebuild()
    history.refresh.call()
    assert 'class="sparkline"' in client.get(f"/people/{omar.pk}/").text
