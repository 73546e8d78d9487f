"""Reading a log to evaluate on: CSV in one of a few plain forms of columns."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import numpy as np

from stakeholders.evaluation.log import Log, UnreadableLogError

FORMS: Final = (
    "source,target,unix_time",
    "source,target,rating,unix_time",
    "source,target,weight",
    "sent_at,from,to",
)
LATEST: Final = 6e10  # seconds from 1970 either way: the years 69 to 3871
GREATEST: Final = 1e12  # rating or weight
Row = tuple[str, str, float, float]  # source, target, seconds, amount; NaN where not said


def read_log(path: Path) -> Log:
    """Return the log in `path`, oldest first, without rows from somebody to themselves.

    A row with several people in `to` (joined by `;`) becomes one row for each.
    Raises UnreadableLogError on other columns or a value that cannot be read.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = [row for row in _rows(csv.DictReader(file)) if row[0] != row[1]]
    except UnicodeDecodeError as error:
        raise UnreadableLogError("It is no text in UTF-8.") from error
    if not rows:
        raise UnreadableLogError(f"{path.name} holds no row that joins two people.")
    return _log(rows)


def _rows(reader: csv.DictReader[str]) -> Iterator[Row]:
    """Return the rows of a file whose columns are one of FORMS."""
    reader.fieldnames = [name.strip().casefold() for name in reader.fieldnames or ()]
    has = set(reader.fieldnames)
    form = next((form for form in FORMS[::-1] if has >= set(form.split(","))), None)
    if form is None:
        raise UnreadableLogError(f"The columns must be one of: {'; '.join(FORMS)}.")
    read = _mails if form == FORMS[3] else _ties
    try:
        for row in reader:
            yield from read(row)
    except (TypeError, ValueError, AttributeError, csv.Error) as error:
        raise UnreadableLogError(f"Row {reader.line_num}: {_in_words(error)}") from error


def _in_words(error: Exception) -> str:
    """Return what is wrong with a row, as a sentence."""
    short = isinstance(error, (TypeError, AttributeError))  # a value was not there at all
    return "it is too short." if short else f"{error}.".replace("..", ".")


def _mails(row: dict[str, str]) -> Iterator[Row]:
    """Return one row per recipient of a mail."""
    seconds = datetime.fromisoformat(row["sent_at"].strip()).timestamp()
    for recipient in row["to"].split(";"):
        yield _name(row["from"]), _name(recipient), seconds, float("nan")


def _ties(row: dict[str, str]) -> Iterator[Row]:
    """Return the one row."""
    seconds = _number(row.get("unix_time"), LATEST)
    amount = _number(row.get("rating") or row.get("weight"), GREATEST)
    yield _name(row["source"]), _name(row["target"]), seconds, amount


def _name(cell: str) -> str:
    """Return who is meant; raise ValueError if nobody is."""
    name = cell.strip()
    if not name:
        raise ValueError("somebody has no name or number")
    return name


def _number(cell: str | None, most: float) -> float:
    """Return a number of at most `most` either way, NaN where nothing is said."""
    if cell is None or not cell.strip():
        return float("nan")
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not abs(value) <= most:
        raise ValueError(f"{cell.strip()!r} is no number between -{most:g} and {most:g}")
    return value


def _log(rows: list[Row]) -> Log:
    """Return `rows` as columns, people numbered in order of appearance."""
    numbers: dict[str, int] = {}
    ends = [[numbers.setdefault(name, len(numbers)) for name in row[:2]] for row in rows]
    source, target = np.array(ends, np.int64).reshape(-1, 2).T
    seconds, amount = np.array([row[2:] for row in rows], np.float64).reshape(-1, 2).T
    timed, valued = not np.isnan(seconds).any(), not np.isnan(amount).any()
    log = Log(source, target, seconds if timed else None, amount if valued else None)
    return log.take(np.argsort(seconds, kind="stable")) if timed else log
