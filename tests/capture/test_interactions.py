"""Conversations: rows become interactions with who took part, and none comes in twice."""

from datetime import date, time

import pytest
from django.test import override_settings

from stakeholders.models import Batch, Interaction, Stakeholder, Tie
from tests.capture.files import INTERACTIONS, imported, reasons, written
from tests.records import make

pytestmark = pytest.mark.django_db
MAILS = "id,sent_at,from,to,subject"


@pytest.fixture(autouse=True)
def people():
    """Let Dana, Omar and Priya be here."""
    return [
        make.colleague("Dana Levi"),
        make.person("Omar Haddad"),
        make.person("Priya Nair"),
    ]


def bring(folder, *lines, **how):
    """Import conversations from a file of `lines` and return the batch."""
    return imported(written(folder, *lines), INTERACTIONS, **how)


def wrong(folder, *lines, **how):
    """Return what is wrong with each row of a file of `lines`."""
    return reasons(written(folder, *lines), INTERACTIONS, **how)


def there(interaction):
    """Return the names of who took part, who reached out first."""
    return [str(one) for one in interaction.participations.all()]


def test_a_mail_is_one_conversation_of_its_sender_and_recipients(tmp_path):
    row = "1,2026-01-05T14:30:00Z,Dana Levi,Omar Haddad; Priya Nair,Cutover"
    bring(tmp_path, MAILS, row, channel="mail")
    mail = Interaction.objects.get()
    assert (mail.summary, mail.channel, mail.external_id) == ("Cutover", "mail", "1")
    assert (mail.happened_on, mail.happened_at) == (date(2026, 1, 5), time(14, 30))
    assert there(mail) == ["Dana Levi", "Omar Haddad", "Priya Nair"]
    assert mail.participations.get(initiator=True).stakeholder.name == "Dana Levi"


@override_settings(TIME_ZONE="Pacific/Auckland")
def test_day_and_time_are_those_of_the_sites_zone(tmp_path):
    bring(tmp_path, MAILS, "1,2026-01-05T14:30:00Z,Dana Levi,Omar Haddad,Cutover")
    mail = Interaction.objects.get()
    assert (mail.happened_on, mail.happened_at) == (date(2026, 1, 6), time(3, 30))


def test_who_writes_to_themselves_takes_part_once(tmp_path):
    bring(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Dana Levi; Omar Haddad;Omar Haddad,x")
    assert there(Interaction.objects.get()) == ["Dana Levi", "Omar Haddad"]


@pytest.mark.parametrize("to", ['"Omar Haddad, Priya Nair"', "Omar Haddad;Priya Nair"])
def test_people_are_divided_by_semicolons_or_commas(tmp_path, to):
    bring(tmp_path, "When,To", f"2026-01-05,{to}")
    assert there(Interaction.objects.get()) == ["Omar Haddad", "Priya Nair"]


def test_a_comma_inside_a_known_name_divides_nothing(tmp_path):
    make.person("Haddad, Lina")
    bring(tmp_path, "When,From,To", '2026-01-05,Dana Levi,"Haddad, Lina"')
    assert there(Interaction.objects.get()) == ["Dana Levi", "Haddad, Lina"]


def test_people_are_found_by_mail_address_and_by_id(tmp_path):
    Stakeholder.objects.filter(name="Omar Haddad").update(email="omar@example.org")
    Stakeholder.objects.filter(name="Priya Nair").update(external_id="77")
    bring(tmp_path, "When,From,To", "2026-01-05,77,Mr O <OMAR@example.org>")
    assert there(Interaction.objects.get()) == ["Priya Nair", "Omar Haddad"]


def test_all_that_a_row_can_say_is_kept(tmp_path):
    bring(
        tmp_path,
        "When,Time,From,To,Summary,Notes,Channel,Formal,Minutes,We asked,Outcome",
        "5.1.2026,9:15,Dana Levi,Omar Haddad,Budget,Long,phone,yes,45,x,Agreed",
    )
    talk = Interaction.objects.get()
    assert (talk.happened_at, talk.summary, talk.notes) == (time(9, 15), "Budget", "Long")
    assert (talk.channel, talk.formality, talk.minutes) == ("call", "formal", 45)
    assert (talk.asked, talk.outcome) == (True, "agreed")


@pytest.mark.parametrize(("cell", "minutes"), [("", None), ("0", None), ("1", 1)])
def test_no_minutes_are_minutes_unsaid(tmp_path, cell, minutes):
    bring(tmp_path, "When,From,To,Minutes", f"2026-01-05,Dana Levi,Omar Haddad,{cell}")
    assert Interaction.objects.get().minutes == minutes


def test_minutes_that_the_form_does_not_take_are_refused_as_there(tmp_path):
    rows = (f"2026-01-05,Dana Levi,Omar Haddad,{cell}" for cell in (-5, 1441, "long"))
    found = wrong(tmp_path, "When,From,To,Minutes", *rows)
    assert found[2] == "Minutes: -5 is not between 1 and 1440."
    assert found[3] == "Minutes: 1441 is not between 1 and 1440."
    assert found[4] == "Minutes: “long” is not a whole number."


def test_a_mail_without_a_subject_says_so(tmp_path):
    bring(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Omar Haddad,", channel="mail")
    assert Interaction.objects.get().summary == "Mail without a subject"


def test_an_unknown_person_is_named(tmp_path):
    found = wrong(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Omar Haddad; Lina Ray,x")
    assert found == {2: "To: nobody here is called “Lina Ray”."}


def test_unknown_people_are_added_where_that_is_asked(tmp_path):
    bring(
        tmp_path,
        MAILS,
        "1,2026-01-05,Dana Levi,Lina Ray <lina@example.org>,x",
        "2,2026-01-06,lina@example.org,Omar Haddad,y",
        add_people=True,
    )
    lina = Stakeholder.objects.get(name="Lina Ray")
    assert (lina.email, lina.participations.count()) == ("lina@example.org", 2)
    assert lina.history.get().history_type == "+"


def test_a_name_that_two_people_have_is_not_guessed(tmp_path):
    make.person("Omar Haddad")
    found = wrong(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Omar Haddad,x")
    assert found[2].startswith("To: 2 people are called “Omar Haddad”.")


def test_a_conversation_of_one_person_is_refused(tmp_path):
    found = wrong(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Dana Levi,x")
    assert found == {2: "To: a conversation needs two people or more."}


def test_a_day_that_cannot_be_read_is_named_by_row_and_field(tmp_path):
    rest = "Dana Levi,Omar Haddad,x"
    days = ["2026-01-05", "5 Jan 2026", "05.01.26", "", "2999-01-01"]
    found = wrong(tmp_path, MAILS, *(f"{n},{day},{rest}" for n, day in enumerate(days)))
    assert list(found) == [4, 5, 6]
    assert found[4] == "When: “05.01.26” has a year of two digits; write four."


def test_dates_that_can_be_read_in_two_ways_are_asked_about(tmp_path):
    batch = bring(tmp_path, MAILS, "1,05/01/2026,Dana Levi,Omar Haddad,x")
    assert batch.state == Batch.State.FAILED
    assert "can be read in two ways" in batch.skipped[0][1]


def test_the_person_says_what_comes_first_in_a_date(tmp_path):
    bring(tmp_path, MAILS, "1,05/01/2026,Dana Levi,Omar Haddad,x", dates="month")
    assert Interaction.objects.get().happened_on == date(2026, 5, 1)


def test_the_same_file_twice_adds_nothing(tmp_path):
    row = "1,2026-01-05,Dana Levi,Omar Haddad,x"
    first, second = (bring(tmp_path, MAILS, row) for _ in range(2))
    assert (first.rows_added, second.rows_added, second.rows_known) == (1, 0, 1)


def test_rows_without_ids_are_known_by_what_they_say(tmp_path):
    lines = ["When,From,To,Summary", "2026-01-05,Dana Levi,Omar Haddad,x"]
    bring(tmp_path, *lines)
    again = bring(tmp_path, *lines, "2026-01-05,Dana Levi,Omar Haddad,y")
    assert (again.rows_known, again.rows_added) == (1, 1)


def test_a_row_that_was_edited_since_is_still_known(tmp_path):
    row = "1,2026-01-05,Dana Levi,Omar Haddad,x"
    bring(tmp_path, MAILS, row)
    talk = Interaction.objects.get()
    talk.happened_on, talk.summary = date(2025, 3, 3), "Other words"
    talk.save()
    assert bring(tmp_path, MAILS, row).rows_known == 1


def test_an_id_of_another_conversation_is_refused_unless_the_source_differs(tmp_path):
    bring(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Omar Haddad,x")
    other = "1,2025-06-01,Dana Levi,Priya Nair,y"
    assert "“1” is already the id of a conversation" in wrong(tmp_path, MAILS, other)[2]
    assert bring(tmp_path, MAILS, other, source="outlook").rows_added == 1


def test_standings_follow_from_what_came_in(tmp_path, people):
    bring(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Omar Haddad,x")
    dana, omar, _ = people
    assert Tie.objects.get(source=dana, target=omar).contacts > 0


def test_each_conversation_begins_a_history(tmp_path):
    manager = make.user("manager")
    bring(tmp_path, MAILS, "1,2026-01-05,Dana Levi,Omar Haddad,x", by=manager)
    first = Interaction.objects.get().history.get()
    assert (first.history_type, first.history_user) == ("+", manager)
