"""Ids longer than any database keeps: nobody is there, and nothing breaks."""

import pytest

from stakeholders.models import Interaction
from tests.pages.desk import answers, desk, rows
from tests.records import make

pytestmark = pytest.mark.django_db
LONG = "9" * 25
LONGER_THAN_64_BITS = str(2**63)


@pytest.fixture
def at(client):
    return desk(client)


@pytest.mark.parametrize("pk", [LONG, LONGER_THAN_64_BITS])
@pytest.mark.parametrize(
    "address",
    [
        "/why/0/{}/silence/",
        "/why/{}/0/silence/",
        "/people/{}/",
        "/people/{}/concern/add/",
        "/conversations/{}/",
        "/promises/{}/",
        "/import/{}/",
    ],
)
def test_an_address_with_a_long_id_is_not_found(at, address, pk):
    assert at.client.get(address.format(pk)).status_code == 404


@pytest.mark.parametrize("pk", [LONG, LONGER_THAN_64_BITS])
def test_sharing_with_a_long_id_gets_a_sentence_beside_the_field(at, pk):
    sent = answers(at.dana, at.omar, shared_with=[pk])
    page = at.client.post("/log/", sent)
    assert page.status_code == 422
    assert "is not a valid value" in page.context["form"].errors["shared_with"][0]


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/log/", "initiator"),
        ("/log/", "people"),
        ("/promises/add/", "promiser"),
        ("/people/add/", "counterpart"),
        ("/people/add/", "backup"),
    ],
)
def test_a_long_id_in_a_field_gets_a_sentence_beside_it(at, address, field):
    page = at.client.post(address, answers(at.dana, at.omar) | {field: LONG})
    assert page.status_code == 422
    assert field in page.context["form"].errors


@pytest.mark.parametrize("field", ["id", "promiser", "promisee"])
def test_a_long_id_in_a_row_saves_nothing(at, field):
    row = {"promiser": at.dana.pk, "what": "The numbers", "id": ""} | {field: LONG}
    sent = answers(at.dana, at.omar) | rows("promises", row, held=int(field == "id"))
    assert at.client.post("/log/", sent).status_code == 422
    assert not Interaction.objects.exists()


@pytest.mark.parametrize("version", [LONG, f"-{LONG}"])
def test_a_version_that_never_was_is_one_that_somebody_changed(at, version):
    talk = make.conversation(at.dana, at.omar)
    sent = answers(at.dana, at.omar, version=version)
    assert at.client.post(f"/conversations/{talk.pk}/edit/", sent).status_code == 409


def test_somebody_who_never_was_in_it_is_nobody_taken_out(at):
    talk = make.conversation(at.dana, at.omar)
    sent = answers(at.dana, at.omar, version=9) | {"initial-people": LONG}
    assert at.client.post(f"/conversations/{talk.pk}/edit/", sent).status_code == 409


@pytest.mark.parametrize(
    "address",
    [
        "/people/?unit={0}&counterpart={0}",
        "/people/?page={0}",
        "/conversations/?person={0}&unit={0}",
        "/promises/?person={0}",
        "/promises/add/?person={0}",
        "/log/?person={0}",
        "/map/?who={0}",
        "/map/?tie={0}-{0}",
    ],
)
def test_a_long_id_asked_for_finds_nobody(at, address):
    assert at.client.get(address.format(LONG)).status_code == 200
