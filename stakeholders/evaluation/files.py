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
Row = tuple[str, str, float, float]  # source, target, seconds, amount; NaN where not said


def read_log(path: Path) -> Log:
    """Return the log in `path`, oldest first, without rows from somebody to themselves.

    A row with several people in `to` (joined by `;`) becomes one row for each.
    Raises UnreadableLogError on other columns or a value that cannot be read.
    """
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        rows = list(_rows(reader))
    if not rows:
        raise UnreadableLogError(f"{path.name} holds no row that joins two people.")
    return _log(rows)


def _rows(reader: csv.DictReader[str]) -> Iterator[Row]:
    """Return the rows of a file whose columns are one of FORMS."""
    has = set(reader.fieldnames or ())
    form = next((form for form in FORMS[::-1] if has >= set(form.split(","))), None)
    if form is None:
        raise UnreadableLogError(f"The columns must be one of: {'; '.join(FORMS)}.")
    read = _mails if form == FORMS[3] else _ties
    for row in reader:
        try:
            yield from read(row)
        except (TypeError, ValueError, AttributeError) as error:
            raise UnreadableLogError(f"Row {reader.line_num}: {error}") from error


def _mails(row: dict[str, str]) -> Iterator[Row]:
    """Return one row per recipient of a mail."""
    seconds = datetime.fromisoformat(row["sent_at"]).timestamp()
    for recipient in row["to"].split(";"):
        yield row["from"].strip(), recipient.strip(), seconds, float("nan")


def _ties(row: dict[str, str]) -> Iterator[Row]:
    """Return the one row."""
    seconds = float(row.get("unix_time") or "nan")
    amount = float(row.get("rating") or row.get("weight") or "nan")
    yield row["source"].strip(), row["target"].strip(), seconds, amount


def _log(rows: list[Row]) -> Log:
    """Return `rows` as columns, people numbered in order of appearance."""
    numbers: dict[str, int] = {}
    ends = [
        [numbers.setdefault(name, len(numbers)) for name in row[:2]]
        for row in rows
        if row[0] != row[1]
    ]
    source, target = np.array(ends, np.int64).reshape(-1, 2).T
    values = [row[2:] for row in rows if row[0] != row[1]]
    seconds, amount = np.array(values, np.float64).reshape(-1, 2).T
    timed, valued = not np.isnan(seconds).any(), not np.isnan(amount).any()
    log = Log(source, target, seconds if timed else None, amount if valued else None)
    return log.take(np.argsort(seconds, kind="stable")) if timed else log
