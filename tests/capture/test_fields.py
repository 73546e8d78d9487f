"""Fields: what a header seems to mean."""

import pytest

from stakeholders.capture.fields import checked, guess, looks_like_mail
from stakeholders.capture.refusals import FileError
from tests.capture.files import INTERACTIONS, PEOPLE


def test_a_list_of_employees_is_guessed_right():
    header = ["id", "name", "department", "unit", "title", "seniority"]
    assert guess(header, PEOPLE) == {
        "external_id": "id",
        "name": "name",
        "parent_unit": "department",
        "unit": "unit",
        "title": "title",
        "seniority": "seniority",
    }


def test_a_department_alone_is_the_unit():
    assert guess(["Name", "Department"], PEOPLE) == {"name": "Name", "unit": "Department"}


def test_an_archive_of_mails_is_guessed_right():
    columns = guess(["id", "sent_at", "from", "to", "subject"], INTERACTIONS)
    assert columns == {
        "external_id": "id",
        "when": "sent_at",
        "from": "from",
        "to": "to",
        "summary": "subject",
    }
    assert looks_like_mail(columns)


def test_meetings_do_not_look_like_mail():
    assert not looks_like_mail(guess(["Date", "Who", "With", "Summary"], INTERACTIONS))


def test_case_spaces_and_signs_in_a_header_do_not_matter():
    assert guess(["E-Mail Address", "FULL  NAME"], PEOPLE) == {
        "email": "E-Mail Address",
        "name": "FULL  NAME",
    }


def test_an_unknown_column_is_refused_with_those_there_are():
    with pytest.raises(FileError, match=r"no column “Nmae”\. The file has Name, Mail"):
        checked({"name": "Nmae"}, ["Name", "Mail"], PEOPLE)


def test_an_unknown_field_is_refused_with_those_there_are():
    with pytest.raises(FileError, match=r"no field “nmae”\. Choose of name, first_name"):
        checked({"nmae": "Name"}, ["Name"], PEOPLE)


def test_conversations_need_a_day_and_somebody():
    with pytest.raises(FileError, match="Say which column holds “When”"):
        checked({"to": "To"}, ["To"], INTERACTIONS)
    with pytest.raises(FileError, match="Say which column holds “From” or “To”"):
        checked({"when": "Day"}, ["Day"], INTERACTIONS)
