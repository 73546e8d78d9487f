"""Days: many ways to write one, and none guessed row by row."""

from datetime import UTC, date, time
from zoneinfo import ZoneInfo

import pytest

from stakeholders.capture.days import Order, believable, clock_time, moment, order_in
from stakeholders.capture.refusals import FileError, RowError

JAN_5 = date(2026, 1, 5)
DAY, MONTH = Order.DAY, Order.MONTH


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-05",
        "2026/1/5",
        "5.1.2026",
        "05. 01. 2026",
        "5 Jan 2026",
        "5th January, 2026",
        "Jan 5, 2026",
        "January 5th 2026",
        "Mon, 5 Jan 2026",
        "05-Jan-2026",
    ],
)
def test_a_day_is_read_however_it_is_written(written):
    assert moment(written, "When", None, UTC) == (JAN_5, None)


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-05T14:30:00",
        "2026-01-05 14:30",
        "5 Jan 2026 2:30 PM",
        "Jan 5, 2026, 2:30 p.m.",
        "Mon, 5 Jan 2026 14:30:00 +0000",
        "2026-01-05T14:30:00.123Z",
    ],
)
def test_a_time_of_day_is_read_with_the_day(written):
    assert moment(written, "When", None, UTC) == (JAN_5, time(14, 30))


def test_midnight_and_noon_on_a_clock_of_twelve_hours():
    read = [
        moment(f"2026-01-05 12:00 {half}", "When", None, UTC)[1] for half in ("am", "pm")
    ]
    assert read == [time(0), time(12)]


def test_a_time_with_an_offset_moves_to_the_sites_zone():
    there = ZoneInfo("Pacific/Auckland")
    assert moment("2026-01-05T14:30Z", "When", None, there) == (
        date(2026, 1, 6),
        time(3, 30),
    )


def test_a_time_without_an_offset_is_the_sites_own():
    there = ZoneInfo("Pacific/Auckland")
    assert moment("2026-01-05 14:30", "When", None, there) == (JAN_5, time(14, 30))


@pytest.mark.parametrize(
    ("order", "day"), [(DAY, date(2026, 2, 1)), (MONTH, date(2026, 1, 2))]
)
def test_the_order_of_the_column_decides(order, day):
    assert moment("01/02/2026", "When", order, UTC)[0] == day


def test_one_row_that_leaves_no_choice_settles_the_column():
    assert order_in([(2, "01/02/2026"), (3, "13/02/2026")]) is DAY
    assert order_in([(2, "01/02/2026"), (3, "02/13/2026")]) is MONTH


def test_a_column_without_such_dates_needs_no_order():
    assert order_in([(2, "2026-01-05"), (3, "5 Jan 2026"), (4, "")]) is None


def test_a_column_that_can_be_read_in_two_ways_is_asked_about():
    with pytest.raises(FileError, match="01/02/2026” in row 3 can be read in two ways"):
        order_in([(2, "01/01/2026"), (3, "01/02/2026")])


def test_rows_that_contradict_each_other_are_both_named():
    with pytest.raises(
        FileError, match="Days come first in “13/01/2026” in row 2, months in"
    ):
        order_in([(2, "13/01/2026"), (3, "01/13/2026")])


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("soon", "is not a date that can be read"),
        ("05/01/26", "has a year of two digits"),
        ("2026-02-30", "is not a day of the calendar"),
        ("5 Foo 2026", "names no month"),
        ("2026-01-05 25:00", "has a time that no clock shows"),
        ("2026-01-05 12:75", "has a time that no clock shows"),
        ("2026-01-05 13:00 pm", "has a time that no clock shows"),
        ("45678", "is not a date that can be read"),
        ("0000-01-01", "is not a day of the calendar"),
    ],
)
def test_what_is_no_day_is_refused_by_field_and_cell(written, why):
    with pytest.raises(RowError, match=f"When: “{written}” {why}"):
        moment(written, "When", DAY, UTC)


@pytest.mark.parametrize(
    ("day", "why"),
    [(date(1899, 12, 31), "before 1900"), (date(2026, 1, 6), "still to come")],
)
def test_a_conversation_lies_between_1900_and_today(day, why):
    with pytest.raises(RowError, match=why):
        believable(day, "When", JAN_5)


def test_a_time_may_stand_in_a_column_of_its_own():
    assert clock_time(" 2:30 PM", "Time") == time(14, 30)
