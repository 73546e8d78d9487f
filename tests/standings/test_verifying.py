"""A live site can be checked against its records, and repaired."""

from io import StringIO

import pytest
from django.core.management import call_command

from stakeholders.models import Standing, TalkDay, Tie
from stakeholders.models.as_facts import facts_in
from stakeholders.standings import add, summed, talks_changed
from tests.records import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def omar():
    """Return Omar, whom Dana of ours has met; Lea knows nobody."""
    dana, omar, _ = make.colleague(), make.person(), make.person("Lea")
    talk = make.conversation(dana, omar)
    add(summed(facts_in(talk.pk)))
    talks_changed([talk.happened_on])
    return omar


def verified(**options):
    """Return what the command says, and with what it ends."""
    said = StringIO()
    try:
        call_command("verify_standings", stdout=said, **options)
    except SystemExit as end:
        return said.getvalue(), end.code
    return said.getvalue(), 0


def test_a_site_that_was_folded_is_as_its_records_say(omar):
    said, code = verified()
    assert (code, "All 2 ties" in said, "All 3 standings" in said) == (0, True, True)


def test_a_tie_that_is_off_is_counted(omar):
    Tie.objects.filter(source=omar.pk).update(attention=7.0)
    assert verified() == (verified()[0], 1)
    assert "Of 2 ties, 1 differ from the records." in verified()[0]


def test_a_standing_that_is_off_is_counted_and_repaired(omar):
    Standing.objects.filter(pk=omar.pk).update(our_attention=7.0)
    assert "Of 3 standings, 1 differ" in verified(repair=True)[0]
    assert verified()[1] == 0


def test_a_tie_that_is_missing_is_counted(omar):
    Tie.objects.filter(source=omar.pk).delete()
    assert "Of 1 ties, 1 differ" in verified()[0]


def test_a_day_whose_conversations_are_miscounted_is_counted(omar):
    TalkDay.objects.update(asked=7)
    assert "Of 1 days of conversations, 1 differ" in verified()[0]
