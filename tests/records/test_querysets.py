"""Querysets read as the sentences they answer."""

from datetime import timedelta

import pytest

from stakeholders.models import Commitment, Interaction, Role, Stakeholder
from tests.records import make

pytestmark = pytest.mark.django_db
DAY, WEEK = make.DAY, timedelta(days=7)


def names(people):
    """Return the names in `people`, in their order."""
    return [one.name for one in people]


@pytest.mark.parametrize(
    "text", ["omar", "HADDAD", "haddad omar", "coo", "operat", "omar@example", "omar coo"]
)
def test_a_person_is_found_by_any_part_of_name_mail_title_or_unit(text):
    make.person("Lea Brandt", "CFO", make.unit("Finance"))
    make.person("Omar Haddad", "COO", make.unit(), email="omar@example.org")
    assert names(Stakeholder.objects.search(text)) == ["Omar Haddad"]


def test_every_word_must_be_found():
    make.person("Omar Haddad", "COO", make.unit())
    assert not Stakeholder.objects.search("omar finance").exists()


def test_a_search_for_nothing_finds_everybody():
    make.person()
    assert Stakeholder.objects.search("  ").exists()


@pytest.mark.parametrize("text", ["özil", "OZIL", "buro", "büro", "strasse", "zoë", "Zoe"])
def test_neither_case_nor_accents_matter(text):
    make.person("Zoë Özil", "Straße", make.unit("Büro"))
    assert names(Stakeholder.objects.search(text)) == ["Zoë Özil"]


def test_who_was_renamed_is_found_by_the_new_name_alone():
    one, other = make.person("Omar"), make.person("Lea")
    one.name = other.name = "Özil"
    one.save()
    Stakeholder.objects.bulk_update([other], ["name"])
    assert Stakeholder.objects.search("ozil").count() == 2
    assert not Stakeholder.objects.search("omar").exists()
    assert not Stakeholder.objects.search("lea").exists()


@pytest.mark.parametrize("many", [0, 1])
@pytest.mark.parametrize("text", ["übergabe", "ÜBERGABE", "zoe übergabe", "ZOË"])
def test_a_conversation_is_found_by_its_words_in_any_case(text, many, monkeypatch):
    monkeypatch.setattr("stakeholders.models.words_said.MANY", many)
    make.conversation(make.person("Omar"), make.person("Lea"))
    talk = make.conversation(make.person("Zoë"), make.person(), summary="Übergabe")
    assert list(Interaction.objects.search(text)) == [talk]


@pytest.mark.parametrize("text", ["\u0301", "\u00a8", "zq zw ze zr zt zy"])
def test_a_conversation_is_not_found_by_what_is_nowhere(text):
    make.conversation(make.person("Zoë Özil"), make.person("Omar Haddad"))
    assert not Interaction.objects.search(text).exists()


@pytest.mark.parametrize("text", ["%", "_", "\\", "'"])
def test_signs_of_the_database_are_looked_for_as_they_are(text):
    make.person("Omar Haddad")
    assert not Stakeholder.objects.search(text).exists()


def test_a_unit_holds_the_people_of_its_parts():
    group = make.unit("Group")
    division = make.unit("Division", parent=group)
    make.person("Omar", unit=make.unit("Operations", parent=division))
    make.person("Lea", unit=make.unit("Elsewhere"))
    assert names(Stakeholder.objects.in_unit(group.pk)) == ["Omar"]


def test_a_company_holds_the_people_of_its_departments_teams():
    company = below = make.unit("Company", kind="company")
    for kind in ("division", "department", "team"):
        below = make.unit(kind, kind=kind, parent=below)
    make.person("Omar", unit=below)
    assert names(Stakeholder.objects.in_unit(company.pk)) == ["Omar"]


def test_only_the_primary_role_places_a_person_in_a_unit():
    board = make.unit("Board")
    omar = make.person(unit=make.unit())
    Role.objects.create(stakeholder=omar, unit=board, primary=False)
    assert not Stakeholder.objects.in_unit(board.pk).exists()


def test_the_primary_role_comes_in_the_same_query(django_assert_num_queries):
    make.person("Omar", "COO", make.unit())
    make.person("Nobody in particular")
    with django_assert_num_queries(1):
        found = [
            (p.role_title, p.unit_name) for p in Stakeholder.objects.with_primary_role()
        ]
    assert found == [(None, None), ("COO", "Operations")]


def test_our_team_is_its_layer():
    make.person()
    make.colleague()
    assert names(Stakeholder.objects.in_our_team()) == ["Dana Levi"]


@pytest.mark.parametrize(("day", "held"), [(-1, 0), (0, 1), (7, 1), (8, 0)])
def test_a_role_is_held_from_its_first_to_its_last_day(day, held):
    omar, unit = make.person(), make.unit()
    Role.objects.create(stakeholder=omar, unit=unit, since=DAY, until=DAY + WEEK)
    assert Role.objects.on(DAY + timedelta(days=day)).count() == held


def test_conversations_between_two_are_those_both_took_part_in():
    omar, dana, lea = make.person(), make.colleague(), make.person("Lea")
    make.conversation(omar, dana, summary="Both")
    make.conversation(omar, lea, summary="One")
    found = Interaction.objects.between(omar.pk, dana.pk)
    assert [one.summary for one in found] == ["Both"]


def test_conversations_come_newest_first():
    omar = make.person()
    make.conversation(omar, summary="Then", on=DAY - WEEK)
    make.conversation(omar, summary="Now", on=DAY)
    found = Interaction.objects.newest_first()
    assert [one.summary for one in found] == ["Now", "Then"]


def test_what_happens_after_a_day_is_not_up_to_it():
    make.conversation(make.person(), on=DAY + WEEK)
    assert not Interaction.objects.up_to(DAY).exists()


def test_what_we_owe_and_what_we_are_owed_are_told_apart():
    omar, dana = make.person(), make.colleague()
    make.promise(dana, omar, what="Numbers")
    make.promise(omar, dana, what="Approval")
    assert [str(one) for one in Commitment.objects.we_owe()] == ["Numbers"]
    assert [str(one) for one in Commitment.objects.owed_to_us()] == ["Approval"]


def test_a_promise_within_our_team_is_neither_owed_nor_owing():
    make.promise(make.colleague(), make.colleague("Ana"))
    assert not (Commitment.objects.we_owe() | Commitment.objects.owed_to_us()).exists()


@pytest.mark.parametrize(
    ("closed", "late_by", "state"),
    [("kept", 0, "kept"), ("kept", 1, "late"), ("broken", 0, "broken")],
)
def test_a_promise_kept_after_its_day_was_kept_late(closed, late_by, state):
    promise = make.promise(make.person(), make.colleague(), due_on=DAY)
    promise.close(closed, DAY + timedelta(days=late_by))
    promise.full_clean()
    assert promise.state == state


def test_a_reopened_promise_is_open_again():
    promise = make.promise(make.person(), make.colleague())
    promise.close("kept", DAY)
    promise.reopen()
    promise.save()
    assert Commitment.objects.open().get() == promise


def test_promises_due_first_come_first_and_those_without_a_day_last():
    omar, dana = make.person(), make.colleague()
    make.promise(omar, dana, what="Some day")
    make.promise(omar, dana, what="Later", due_on=DAY + WEEK)
    make.promise(omar, dana, what="Sooner", due_on=DAY)
    assert [str(one) for one in Commitment.objects.all()] == ["Sooner", "Later", "Some day"]
