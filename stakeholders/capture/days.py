"""Days: what people write for a day and a time, without guessing row by row.

05/01/2026 is 5 January to some and May 1 to others. Which of the two is settled for
the whole column, by the rows that leave no choice; where none does, the person says.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from enum import StrEnum

from stakeholders.capture.refusals import OpenError, RowError, quoted
from stakeholders.models.days import EARLIEST


class Order(StrEnum):
    """What comes first in dates such as 05/01/2026."""

    DAY = "day"
    MONTH = "month"


EITHER = re.compile(r"(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})")
WRITTEN = (  # casefolded; d, m and y are the day, the month and the year
    re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\. ?(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?P<m>[a-z]{3,9})[ .,-]+(?P<y>\d{4})"),
    re.compile(r"(?P<m>[a-z]{3,9})[ .]+(?P<d>\d{1,2})(?:st|nd|rd|th)?[ ,]+(?P<y>\d{4})"),
)
SHORT_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")
CLOCK = re.compile(
    r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?"
    r" ?(z|utc|gmt|[+-]\d\d:?\d\d)?"
)
PARTS = re.compile(r"(?:[a-z]{2,9}, )?(.+?)(?:(?:(?<=\d)t|[ ,]+)(\d{1,2}:\d\d.*))?")
SAY = "Say whether the day or the month comes first."
MONTHS = (
    "january february march april may june july august september october november december"
)


def order_in(cells: Iterable[tuple[int, str]]) -> Order | None:
    """Return what comes first in the dates of a column, given with their row numbers.

    None means that no date leaves a choice. Raises OpenError where the rows contradict
    each other, or none of them settles it.
    """
    seen: dict[Order | None, str] = {}
    for number, cell in cells:
        date_like = EITHER.match(cell.strip())
        if date_like:
            one, two = int(date_like[1]), int(date_like[2])
            order = Order.DAY if one > 12 else Order.MONTH if two > 12 else None
            if order or one != two:
                seen.setdefault(order, f"{quoted(date_like[0])} in row {number}")
    if Order.DAY in seen and Order.MONTH in seen:
        both = f"Days come first in {seen[Order.DAY]}, months in {seen[Order.MONTH]}."
        raise OpenError("dates", f"{both} {SAY}")
    if None in seen and len(seen) == 1:
        either = f"{seen[None]} can be read in two ways, and no other row settles it."
        raise OpenError("dates", f"{either} {SAY}")
    return next((order for order in seen if order), None)


def moment(
    cell: str, field: str, order: Order | None, zone: tzinfo
) -> tuple[date, time | None]:
    """Return the day and, where the cell has one, the time of day in `zone`.

    A time with an offset is moved to `zone`; one without is taken as it stands.
    """
    parts = PARTS.fullmatch(" ".join(cell.split()).casefold())
    try:
        day = _day(parts[1], order) if parts else None
        if day is None:
            raise ValueError("is not a date that can be read; write it as 2026-01-31")
        clock = _clock(parts[2]) if parts and parts[2] else None
        if clock is None or clock.tzinfo is None:
            return day, clock
        there = datetime.combine(day, clock).astimezone(zone)
    except (ValueError, OverflowError) as error:
        raise RowError(field, f"{quoted(cell)} {_why(error)}.") from None
    return there.date(), there.time()


def clock_time(cell: str, field: str) -> time:
    """Return the time of day in a cell of its own."""
    try:
        return _clock(cell.strip().casefold()).replace(tzinfo=None)
    except ValueError as error:
        raise RowError(field, f"{quoted(cell)} {_why(error)}.") from None


def believable(day: date, field: str, today: date) -> date:
    """Return `day` if a conversation can have happened on it by `today`."""
    if day < EARLIEST:
        raise RowError(field, f"{day.isoformat()} lies before 1900.")
    if day > today:
        raise RowError(field, f"{day.isoformat()} is still to come.")
    return day


def _day(text: str, order: Order | None) -> date | None:
    """Return the day written in `text`, in any of the forms known here."""
    if SHORT_YEAR.fullmatch(text):
        raise ValueError("has a year of two digits; write four")
    if either := EITHER.fullmatch(text):
        day, month = (int(either[part]) for part in ("d", "m"))
        if order is Order.MONTH:
            day, month = month, day
        return date(int(either["y"]), month, day)
    for form in WRITTEN:
        if found := form.fullmatch(text):
            return date(int(found["y"]), _month(found["m"]), int(found["d"]))
    return None


def _month(name: str) -> int:
    """Return the number of a month, written so or named in English, whole or in short."""
    if name.isdecimal():
        return int(name)
    if name == "sept":
        return 9
    starts = [month.startswith(name) for month in MONTHS.split()]
    if sum(starts) != 1:
        raise ValueError("names no month")
    return starts.index(True) + 1


def _clock(text: str) -> time:
    """Return the time of day, with its offset from UTC where it says one."""
    found = CLOCK.fullmatch(text)
    if not found:
        raise ValueError("has no time that can be read; write it as 14:30")
    hour, half, offset = int(found[1]), found[4], found[5]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half or hour > 23 or found[2] >= "60" or (found[3] or "") >= "60":
        raise ValueError("has a time that no clock shows")
    zone = "" if not offset else offset if offset[0] in "+-" else "+00:00"
    return time.fromisoformat(f"{hour:02}:{found[2]}:{found[3] or '00'}{zone}")


def _why(error: Exception) -> str:
    """Return the sentence in `error`, also where Python itself refused the numbers."""
    ours = str(error).startswith(("is ", "has ", "names "))
    return str(error) if ours else "is not a day of the calendar"
