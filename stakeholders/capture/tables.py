"""Tables: a CSV or XLSX file as a header and numbered lines, read bounded and once."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from stakeholders.capture.cells import unshield
from stakeholders.capture.delimited import read_csv
from stakeholders.capture.refusals import UNKEEPABLE, FileError, quoted
from stakeholders.capture.workbooks import read_xlsx, sheets_of

LARGEST_FILE = 50 * 1024 * 1024  # bytes
MOST_LINES = 200_000
MOST_COLUMNS = 200
WORKBOOK = b"PK\x03\x04"
NO_TABLES = {  # by how such a file begins
    b"\xd0\xcf\x11\xe0": "This is an Excel file of the old kind. Save it as .xlsx or CSV.",
    b"BEGIN:VCARD": "These are address cards, which are not read yet. Address books can "
    "also save people as CSV: bring that.",
    b"BEGIN:VCALENDAR": "This is a calendar, which is not read yet. Bring its meetings as "
    "a table: a row each, with the day, the people and what it was about.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file."""

    number: int  # as a spreadsheet counts: the header is row 1
    cells: list[str]  # as many as the header has
    problem: str = ""  # why the row cannot be used, if it cannot


@dataclass(frozen=True, slots=True)
class Table:
    """A file's header and what stands under it."""

    path: Path
    encoding: str  # empty: work it out
    header: list[str]
    sheets: list[str]  # names, of a workbook, whose first is read

    def lines(self) -> Iterator[Line]:
        """Read the lines from the first on; empty ones are passed over.

        Raises FileError where the file ends in a mess or has too many lines.
        """
        for number, cells in islice(_rows(self.path, self.encoding), 1, None):
            if number > MOST_LINES + 1:
                raise FileError(f"The file has more than {MOST_LINES:,} rows. Split it.")
            if any(cell.strip() for cell in cells):
                yield self._line(number, cells)

    def _line(self, number: int, cells: list[str]) -> Line:
        """Return one line, with what is wrong with it as a row."""
        if len(cells) != len(self.header):
            has = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
            return Line(number, cells, f"has {has}, but the header has {len(self.header)}.")
        for name, cell in zip(self.header, cells, strict=True):
            if UNKEEPABLE.search(cell):
                problem = f"{quoted(cell)} in {name} holds a character that is not text."
                return Line(number, cells, problem)
        return Line(number, [unshield(cell) for cell in cells])


def open_table(path: Path, encoding: str = "") -> Table:
    """Return the table in the file at `path`; `encoding` empty means work it out.

    Raises FileError for what is no table, or too large a one.
    """
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise FileError(
            f"The file has {size / 2**20:,.0f} MB; at most {LARGEST_FILE // 2**20} MB "
            "can be imported. Split it."
        )
    first = next(iter(_rows(path, encoding)), (1, []))[1]
    table = Table(path, encoding, _header(first), sheets_of(path))
    if next(iter(table.lines()), None) is None:
        raise FileError("The file has a header, but no rows under it.")
    return table


def _rows(path: Path, encoding: str) -> Iterable[tuple[int, list[str]]]:
    """Return the numbered rows of the file, whatever its kind."""
    with path.open("rb") as file:
        start = file.read(18).removeprefix(BOM_UTF8).upper()
    for beginning, why in NO_TABLES.items():
        if start.startswith(beginning):
            raise FileError(why)
    if start.startswith(WORKBOOK):
        return read_xlsx(path, MOST_COLUMNS + 1)
    return read_csv(path, encoding)


def _header(cells: list[str]) -> list[str]:
    """Return the names of the columns; raises FileError where they name nothing."""
    names = [re.sub(r"\s+", " ", unshield(cell)).strip() for cell in cells]
    if not any(names):
        raise FileError("The file is empty. Its first row must name the columns.")
    if len(names) > MOST_COLUMNS:
        raise FileError(f"The file has more than {MOST_COLUMNS} columns.")
    if any(UNKEEPABLE.search(name) for name in names):
        raise FileError("The header holds characters that are not text.")
    names = [name or f"Column {place}" for place, name in enumerate(names, 1)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise FileError(f"The header names {quoted(twice)} more than once. Rename one.")
    return names
