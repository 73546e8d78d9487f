"""Days that cannot be, refused beside their field wherever a record is checked."""

from datetime import date, timedelta

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.utils import timezone

import relmap.urls  # noqa: F401 the administration registers with them
from stakeholders.models import Commitment, Interaction

pytestmark = pytest.mark.django_db
TO_COME = [date(9999, 12, 31), timezone.localdate() + timedelta(3)]


def refused(record):
    """Return the sentences beside each field of `record`."""
    with pytest.raises(ValidationError) as found:
        record.full_clean()
    return found.value.message_dict


@pytest.mark.parametrize("day", TO_COME, ids=str)
def test_no_conversation_lies_in_the_future(day):
    said = refused(Interaction(summary="Spoke", happened_on=day))
    assert said["happened_on"] == ["This day is still to come."]


@pytest.mark.parametrize("day", TO_COME, ids=str)
@pytest.mark.parametrize("field", ["made_on", "closed_on"])
def test_no_promise_was_made_or_closed_in_the_future(field, day):
    said = refused(Commitment(what="The plan", state="kept", **{field: day}))
    assert said[field] == ["This day is still to come."]


def test_nothing_happened_before_the_year_1900():
    long_ago = {"made_on": date(1, 1, 1), "due_on": date(1899, 12, 31)}
    said = refused(Commitment(what="The plan", **long_ago))
    for field in long_ago:
        assert said[field] == ["Choose a day from the year 1900 on."]


def test_tomorrow_is_today_somewhere_else():
    tomorrow = timezone.localdate() + timedelta(1)
    Interaction(summary="Spoke", happened_on=tomorrow).full_clean()


def test_a_promise_may_be_due_in_the_future():
    said = refused(Commitment(what="The plan", due_on=date(2999, 12, 31)))
    assert "due_on" not in said


def test_a_promise_is_due_before_the_year_3000():
    said = refused(Commitment(what="The plan", due_on=date(3000, 1, 1)))
    assert said["due_on"] == ["Choose a day before the year 3000."]


@pytest.mark.parametrize(
    ("model", "field"), [(Interaction, "happened_on"), (Commitment, "closed_on")]
)
def test_the_administration_says_it_beside_the_field(model, field):
    form = modelform_factory(model, admin.site.get_model_admin(model).form, fields=[field])
    form.reader = None
    sent = form({field: "9999-12-31"})
    assert sent.errors[field] == ["This day is still to come."]
