"""Two entries that are one person become one; nothing that was said is lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stakeholders.forms import merging
from stakeholders.models import (
    Commitment,
    Connection,
    Interaction,
    Role,
    Stakeholder,
    Tag,
    TalkDay,
    Tie,
)
from stakeholders.models.seatings import seats_at
from stakeholders.standings import rebuild
from stakeholders.standings.verifying import verify
from tests.pages.desk import desk
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(client):
    """Return the desk of Dana, who manages."""
    at = desk(client)
    at.user.role = "manager"
    at.user.save()
    return at


@pytest.fixture
def double(at):
    """Return a second entry of Omar, with all that can lead to somebody."""
    one = make.person(
        "O. Haddad", title="COO", unit=make.unit("Mill"), email="omar@example.org"
    )
    talk = make.conversation(at.dana, one, summary="As O. Haddad")
    make.exchange(talk, one, at.dana)
    make.promise(one, at.dana, interaction=talk)
    make.promise(at.dana, one, what="Send the plan")
    make.concern(one)
    make.term(one)
    make.connection(one, at.priya)
    Tag.objects.put_on([one.pk], "board", at.user)
    Stakeholder.objects.filter(pk=at.priya.pk).update(counterpart=one)
    return one


def merge(at, kept, gone, **more):
    """Make them one on a fresh site, as somebody does who looked first."""
    rebuild()
    sent = {"other": gone.pk, "sure": "on", **more}
    return at.client.post(reverse("merge-person", args=[kept.pk]), sent, follow=True)


def agrees():
    """Return that all that is worked out says what the records say."""
    found = [str(finding) for finding in verify() if finding.differ]
    assert not found
    return True


def test_everything_moves_to_who_stays(at, double):
    make.conversation(at.dana, at.omar)
    page = merge(at, at.omar, double)
    assert "O. Haddad is Omar Haddad now." in page.text
    omar = Stakeholder.objects.with_primary_role().get(pk=at.omar.pk)
    assert (omar.email, omar.role_title, omar.unit_name) == (double.email, "COO", "Mill")
    assert omar.participations.count() == 2
    assert [one.kind for one in omar.given.all()] == ["help"]
    assert omar.promises_made.count() == omar.promises_received.count() == 1
    assert (omar.concerns.count(), omar.terms.count()) == (1, 1)
    assert Connection.objects.get().source == omar
    assert list(omar.tags.values_list("name", flat=True)) == ["board"]
    assert Stakeholder.objects.get(pk=at.priya.pk).counterpart == omar
    gone = Stakeholder.objects.get(pk=double.pk)
    assert gone.archived_at
    assert gone.notes == "The same person as Omar Haddad."
    assert not Tie.objects.filter(source=gone).exists()
    assert agrees()


def test_each_conversation_keeps_who_sat_in_it_before(at, double):
    talk = Interaction.objects.get(summary="As O. Haddad")
    entry = talk.history.latest()
    merge(at, at.omar, double)
    now = talk.history.latest()
    assert (entry.pk, now.history_user) == (talk.history.earliest().pk, at.user)
    before, after = ({one.stakeholder for one in seats_at(one)} for one in (entry, now))
    assert (before, after) == ({at.dana.pk, double.pk}, {at.dana.pk, at.omar.pk})


def test_where_both_sat_one_is_left_with_what_either_said(at, double):
    talk = make.conversation(double, at.omar, at.dana)
    talk.participations.update(initiator=False)
    talk.participations.filter(stakeholder=double).update(initiator=True, mood=2)
    merge(at, at.omar, double)
    seat = talk.participations.get(stakeholder=at.omar)
    assert (talk.participations.count(), seat.initiator, seat.mood) == (2, True, 2)
    assert agrees()


def test_what_lay_between_the_two_is_put_away(at, double):
    talk = make.conversation(double, at.omar, summary="With oneself")
    own = make.promise(double, at.omar, what="To oneself")
    knows = make.connection(at.omar, double)
    merge(at, at.omar, double)
    assert Interaction.objects.get(pk=talk.pk).archived_at
    assert Commitment.objects.get(pk=own.pk).archived_at
    assert Connection.objects.get(pk=knows.pk).archived_at
    assert not TalkDay.objects.filter(conversations__lt=0).exists()
    assert agrees()


def test_what_both_say_stays_as_the_one_who_stays_says_it(at, double):
    Role.objects.create(stakeholder=at.omar, unit=make.unit("Yard"), title="Chief")
    make.connection(at.omar, at.priya)
    Tag.objects.put_on([at.omar.pk], "board", at.user)
    merge(at, at.omar, double)
    omar = Stakeholder.objects.with_primary_role().get(pk=at.omar.pk)
    assert (omar.role_title, omar.roles.count()) == ("Chief", 2)
    assert omar.connections_out.current().count() == omar.tags.count() == 1


def test_whoever_signs_in_goes_on_as_who_stays(at, double):
    user = make.user("member", "omar", stakeholder=double)
    at.client.force_login(make.user("administrator", "chief"))
    merge(at, at.omar, double)
    user.refresh_from_db()
    assert user.stakeholder == at.omar


def test_an_id_of_another_system_comes_along(at, double):
    Stakeholder.objects.filter(pk=double.pk).update(external_id="crm-7")
    merge(at, at.omar, double)
    assert Stakeholder.objects.get(external_id="crm-7") == at.omar


def test_one_looks_before_anything_moves(at, double):
    address = reverse("merge-person", args=[at.omar.pk])
    assert "The other entry" in at.client.get(address).text
    page = at.client.post(address, {"other": double.pk})
    for line in ("1 conversation<", "2 promises", "1 gift<", "1 concern<", "1 tag<"):
        assert f"<li>{line}" in page.text
    assert not Stakeholder.objects.get(pk=double.pk).archived_at


def test_what_cannot_be_merged_is_said_and_changes_nothing(at, double):
    address = reverse("merge-person", args=[at.omar.pk])
    put_away = make.person("Put Away")
    Stakeholder.objects.filter(pk=put_away.pk).archive()
    signs_in = make.person("Signs In")
    make.user("member", "omar", stakeholder=at.omar)
    make.user("member", "one", stakeholder=signs_in)
    for other, said in (
        (at.omar, "That is this very entry."),
        (put_away, "That entry was put away."),
        (at.dana, "Only one of them is of our team."),
        (signs_in, "Both sign in."),
        (double, "Ask an administrator to merge them."),
        ("", "Choose people from the list."),
        ("x", "Choose people from the list."),
    ):
        sent = {"other": getattr(other, "pk", other), "sure": "on"}
        page = at.client.post(address, sent)
        assert (page.status_code, said in page.text) == (422, True), said
    assert "Choose the other entry." in at.client.post(address, {"sure": "on"}).text
    assert Stakeholder.objects.get(pk=at.omar.pk).version == at.omar.version


def test_nobody_merges_themselves_into_what_was_said_in_confidence(at):
    noor = make.colleague("Noor")
    make.conversation(noor, at.omar, summary="Between us", confidential=True)
    for kept, gone in ((at.dana, noor), (noor, at.dana)):
        page = merge(at, kept, gone)
        assert "Ask an administrator to merge them." in page.text
    assert "Between us" not in at.client.get(reverse("conversations")).text


def test_a_second_click_finds_it_done(at, double):
    merge(at, at.omar, double)
    page = merge(at, at.omar, double)
    assert "That entry was put away." in page.text


def test_members_are_told_to_ask_a_manager(client):
    at = desk(client)
    address = reverse("merge-person", args=[at.omar.pk])
    for answer in (client.get(address), client.post(address, {"other": at.priya.pk})):
        assert answer.status_code == 403
    assert address not in client.get(reverse("person", args=[at.omar.pk])).text


def test_of_many_conversations_each_is_not_asked_for(at):
    asked = []
    for many in (3, 30):
        gone = make.person(f"With {many}")
        for _ in range(many):
            make.conversation(at.dana, gone)
        rebuild()
        with CaptureQueriesContext(connection) as queries:
            merging.merge(at.omar, gone, at.user)
        asked.append(len(queries))
    assert asked[1] <= asked[0]
    assert at.omar.participations.count() == 33
