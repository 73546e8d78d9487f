"""Reading logs: every form, and what is wrong said in a sentence."""

import pytest

from stakeholders.evaluation.files import read_log
from stakeholders.evaluation.log import UnreadableLogError


def test_contacts_come_out_in_order_of_time(file):
    log = read_log(file("source,target,unix_time\n5,6,200\n6,7,100\n"))
    assert log.time.tolist() == [100, 200]
    assert log.source.tolist() == [1, 0]


def test_a_contact_with_oneself_is_left_out(file):
    log = read_log(file("source,target,unix_time\n5,5,100\n5,6,200\n"))
    assert len(log) == 1


def test_a_mail_to_two_people_is_two_rows(file):
    log = read_log(file("id,sent_at,from,to\n1,1970-01-02T00:00:00Z,Ann,Ben; Cal\n"))
    assert (len(log), log.people, log.time.tolist()) == (2, 3, [86400, 86400])


def test_days_are_calendar_days_of_utc(file):
    log = read_log(file("source,target,unix_time\n1,2,86399\n1,2,86400\n"))
    assert (log.day[1] - log.day[0]) == 1


def test_ratings_are_brought_to_one(file):
    log = read_log(file("source,target,rating,unix_time\n1,2,-10,1\n1,3,5,2\n"))
    assert log.rating.tolist() == [-1.0, 0.5]


def test_both_directions_are_one_pair(file):
    log = read_log(file("source,target,weight\n1,2,1\n2,1,4\n1,3,2\n"))
    assert log.pair.tolist() == [0, 0, 1]


def test_other_columns_are_refused_with_the_forms_that_work(file):
    with pytest.raises(UnreadableLogError, match="source,target,unix_time"):
        read_log(file("who,whom\n1,2\n"))


def test_a_bad_value_is_refused_with_its_row(file):
    with pytest.raises(UnreadableLogError, match="Row 3"):
        read_log(file("source,target,unix_time\n1,2,100\n1,2,soon\n"))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,2,soon", "Row 2: 'soon' is no number"),
        ("1,2,nan", "Row 2: 'nan' is no number"),
        ("1,2,1e18", "Row 2: '1e18' is no number"),
        (",2,5", "Row 2: somebody has no name"),
        ("1", "Row 2: it is too short"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(file, row, said):
    with pytest.raises(UnreadableLogError, match=said):
        read_log(file(f"source,target,unix_time\n{row}\n"))


@pytest.mark.parametrize("rows", ["", "5,5,100\n"], ids=["none", "to oneself"])
def test_a_file_that_joins_nobody_is_refused(file, rows):
    with pytest.raises(UnreadableLogError, match="no row"):
        read_log(file(f"source,target,unix_time\n{rows}"))


def test_names_fractions_spaces_and_capitals_are_read(file):
    log = read_log(file("Source, Target ,UNIX_TIME\n-7,Ann B, 86400.5\nAnn B,-7,-3\n"))
    assert (log.people, log.time.tolist(), log.pair.tolist()) == (2, [-3, 86400.5], [0, 0])


def test_what_is_no_text_is_refused(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes("source,target,unix_time\n".encode("utf-16"))
    with pytest.raises(UnreadableLogError, match="UTF-8"):
        read_log(path)


def test_a_log_without_times_says_what_is_missing(file):
    with pytest.raises(UnreadableLogError, match="unix_time"):
        _ = read_log(file("source,target,weight\n1,2,1\n")).time
