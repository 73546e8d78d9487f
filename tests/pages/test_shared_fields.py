"""Fields that every form of a conversation has in common: none of them leaves a trace."""

import pytest
from django.forms.formsets import ManagementForm
from django.http import QueryDict

from stakeholders.forms.conversations import ConversationForm
from stakeholders.forms.entry import Entry
from stakeholders.models import Interaction
from tests.pages.desk import answers, desk
from tests.records import make

pytestmark = pytest.mark.django_db


def marks():
    """Return all that the shared fields and their widgets hold, in words."""
    fields = {**ConversationForm.base_fields, **ManagementForm.base_fields}
    return {
        name: (str(vars(field)), str(vars(field.widget)))
        for name, field in fields.items()
        if "__deepcopy__" in vars(field)
    }


def test_whatever_a_form_is_used_for_the_next_one_begins_alike(client):
    at = desk(client)
    talk = make.conversation(at.dana, at.omar, summary="Lunch")
    Entry(at.user)
    before = marks()
    assert {"summary", "channel", "version", "minutes", "TOTAL_FORMS"} <= set(before)
    sent = QueryDict(mutable=True)
    for name, value in answers(at.dana, at.omar, summary="", minutes="-1").items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    for entry in (
        Entry(at.user, sent),
        Entry(at.user, sent, conversation=Interaction.objects.get(pk=talk.pk)),
        Entry(at.user, sent, quiet=True, auto_id="log_%s"),
    ):
        assert entry.form.quiet or not entry.is_valid()
        assert str(entry.form) + str(entry.promises) + str(entry.exchanges)
    assert marks() == before


def test_what_two_forms_say_of_one_field_differs(client):
    at = desk(client)
    talks = [make.conversation(at.dana, at.omar, summary=said) for said in ("A", "B")]
    forms = [ConversationForm(instance=talk, by=at.user) for talk in talks]
    assert [form["summary"].value() for form in forms] == ["A", "B"]
    assert forms[0].fields["summary"] is forms[1].fields["summary"]
