"""A confidential conversation of others is nowhere in the administration."""

import pytest
from django.urls import reverse

from stakeholders.models import Commitment, Exchange, Interaction, Stakeholder, User
from tests.admin.office import address, filled
from tests.records import make

SECRET = "The merger"


@pytest.fixture
def secret(at):
    """Return what Dana and Omar said in confidence, with a gift and a promise."""
    talk = make.conversation(at.dana, at.omar, summary=SECRET, confidential=True)
    make.exchange(talk, at.dana, at.omar, kind="help", note=SECRET)
    make.promise(at.dana, at.omar, what=SECRET, interaction=talk)
    return talk


KINDS = pytest.mark.parametrize("kind", [Interaction, Exchange, Commitment])


@KINDS
@pytest.mark.parametrize("asked", [{}, {"q": "merger"}, {"archive": "all"}], ids=str)
def test_no_list_shows_it(at, secret, kind, asked):
    assert SECRET not in at.get(kind, "changelist", **asked).text
    assert not at.get(kind, "changelist", **asked).context["cl"].result_count


@KINDS
@pytest.mark.parametrize("page", ["change", "delete", "history"])
def test_no_page_of_its_own_is_there(at, secret, kind, page):
    answer = at.client.get(address(kind, page, kind.objects.get().pk), follow=True)
    assert SECRET not in answer.text


@KINDS
def test_no_version_of_it_is_there(at, secret, kind):
    record = kind.objects.get()
    answer = at.get(kind, "version", record.pk, record.history.get().pk)
    assert answer.status_code == 404


@KINDS
def test_no_export_holds_it(at, secret, kind):
    answer = at.client.get(address(kind, "export") + "?archive=all")
    assert SECRET not in b"".join(answer.streaming_content).decode()


@KINDS
def test_no_action_reaches_it(at, secret, kind):
    at.act("archive", kind.objects.get())
    assert not kind.objects.get().archived_at


def test_no_autocomplete_offers_it(at, secret):
    asked = {
        "app_label": "stakeholders",
        "model_name": "exchange",
        "field_name": "interaction",
    }
    assert (
        at.client.get(reverse("admin:autocomplete"), asked | {"term": ""}).json()["results"]
        == []
    )


@pytest.mark.parametrize("asked", ["conversations", "given", "conversations__summary"])
def test_no_address_asks_who_was_in_it(at, secret, asked):
    page = at.client.get(f"{address(Stakeholder, 'changelist')}?{asked}={secret.pk}")
    assert page.status_code == 400


def test_nothing_can_be_put_into_it(at, secret):
    promise = make.promise(at.omar, at.dana, "Another")
    page = at.change(promise, interaction=secret.pk)
    promise.refresh_from_db()
    assert promise.interaction is None
    assert SECRET not in page.text


def test_a_person_in_it_is_kept_without_telling_why(at, secret):
    page = at.get(Stakeholder, "delete", at.omar.pk)
    assert "1 participation" in page.text
    assert SECRET not in page.text


def test_a_user_who_logged_it_is_kept_without_telling_why(at, secret):
    other = make.user("member", stakeholder=at.dana)
    secret.created_by = other
    secret.save()
    page = at.get(User, "delete", other.pk)
    assert "1 conversation" in page.text
    assert SECRET not in page.text


def test_a_promise_once_made_in_it_does_not_tell_where(at, secret):
    promise = Commitment.objects.get()
    promise.interaction, promise.what = None, "The numbers"
    promise.save()
    assert SECRET not in at.get(Commitment, "change", promise.pk).text
    page = at.get(Commitment, "history", promise.pk)
    assert "gone or confidential" in page.text


@KINDS
def test_deleted_it_is_nowhere_either(at, secret, kind):
    record = kind.objects.get()
    past, pk = record.history.get().pk, record.pk
    if kind is Interaction:
        Commitment.objects.all().delete()
    record.delete()
    assert SECRET not in at.get(kind, "deleted").text
    assert at.get(kind, "history", pk).status_code == 404
    assert at.get(kind, "version", pk, past).status_code == 404


def test_who_it_is_shared_with_sees_it(at, secret):
    secret.shared_with.add(at.ada)
    assert SECRET in at.get(Interaction, "changelist").text
    at.change(secret, outcome="agreed")
    secret.refresh_from_db()
    assert (secret.outcome, list(secret.shared_with.all())) == ("agreed", [at.ada])


def test_who_else_may_see_it_is_kept_when_it_is_saved(at, secret):
    secret.shared_with.add(at.ada)
    assert filled(at.get(Interaction, "change", secret.pk))["shared_with"] == [at.ada.pk]
