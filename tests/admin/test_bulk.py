"""Many records changed at once, each with its history."""

import pytest

from stakeholders.models import Commitment, Stakeholder, Unit
from tests.admin.office import messages
from tests.records import make


@pytest.fixture
def three(at):
    """Return three people."""
    return [make.person(name) for name in ("Mei Larsen", "Priya Nair", "Uma Jansen")]


def test_what_would_change_is_shown_before(at, three):
    page = at.act("set_layer", *three)
    assert "Change 3 people" in page.text
    assert "Priya Nair" in page.text
    assert not Stakeholder.objects.filter(layer="vendor").exists()


def test_all_of_them_get_the_value(at, three):
    at.act("set_layer", *three, layer="vendor", apply="yes")
    assert Stakeholder.objects.filter(layer="vendor").count() == 3


def test_each_keeps_its_history_and_counts_its_version_up(at, three):
    at.act("set_layer", *three, layer="vendor", apply="yes")
    one = Stakeholder.objects.get(pk=three[0].pk)
    assert (one.version, one.history.count(), one.history.first().history_user) == (
        2,
        2,
        at.ada,
    )


def test_who_has_the_value_already_is_left_alone(at, three):
    at.act("set_layer", *three, layer="peer", apply="yes")
    assert Stakeholder.objects.get(pk=three[0].pk).version == 1


def test_nobody_becomes_their_own_counterpart(at, three):
    page = at.act("set_counterpart", at.dana, *three, counterpart=at.dana.pk, apply="yes")
    assert "Left as it was: Dana Levi. Nobody is their own counterpart." in messages(page)
    assert Stakeholder.objects.filter(counterpart=at.dana).count() == 3


def test_a_unit_does_not_go_below_itself(at):
    above = make.unit("Company")
    below = make.unit("Division", parent=above)
    page = at.act("set_parent", above, parent=below.pk, apply="yes")
    assert "Division is itself part of Company." in messages(page)
    assert Unit.objects.get(pk=above.pk).parent is None


def test_a_closed_promise_needs_its_day(at):
    promise = make.promise(at.dana, at.omar)
    page = at.act("set_state_and_closed_on", promise, state="kept", apply="yes")
    assert "A closed promise needs the day it was closed" in page.text
    assert Commitment.objects.get().state == "open"


def test_everything_the_list_holds_can_be_changed(at, three):
    sent = {"select_across": "1", "layer": "vendor", "apply": "yes"}
    at.act("set_layer", three[0], **sent)
    assert not Stakeholder.objects.exclude(layer="vendor").exists()


def test_asking_for_everything_is_remembered(at, three):
    assert (
        'name="select_across" value="1"'
        in at.act("set_layer", three[0], select_across="1").text
    )


def test_archived_people_come_back(at, three):
    at.act("archive", *three)
    assert Stakeholder.objects.current().count() == 2
    page = at.act("restore", *three)
    assert messages(page) == "Restored from the archive: 3."
    assert Stakeholder.objects.current().count() == 5
